package io.niaga.audit;

import java.util.List;

/** Records that are wrong by themselves. */
final class TopicArea implements Area {
    private final TopicLog topics;

    TopicArea(TopicLog topics) {
        this.topics = topics;
    }

    @Override
    public void all(Outcome outcome) {
        outcome.looked("records", topics.read());
        topics.wrong().forEach(outcome::suspect);
    }

    @Override
    public List<Violation> again(String key) {
        return topics.wrong().getOrDefault(key, List.of());
    }
}
