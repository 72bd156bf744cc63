package io.niaga.localstack.kafka;

import io.niaga.events.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

/** The topics a broker is born with: state compacted, business facts for ever, the rest thirty days. */
final class BirthTopics {
    private static final int PARTITIONS = 3;
    private static final String THIRTY_DAYS = String.valueOf(Duration.ofDays(30).toMillis());

    private BirthTopics() {}

    static List<NewTopic> all() {
        return Stream.of(
                        Topics.STATE.stream().map(name -> topic(name, TopicConfig.CLEANUP_POLICY_CONFIG, "compact")),
                        Topics.PERMANENT.stream().map(name -> topic(name, TopicConfig.RETENTION_MS_CONFIG, "-1")),
                        Topics.RECENT.stream().map(name -> topic(name, TopicConfig.RETENTION_MS_CONFIG, THIRTY_DAYS)))
                .flatMap(topics -> topics)
                .toList();
    }

    private static NewTopic topic(String name, String setting, String value) {
        return new NewTopic(name, PARTITIONS, (short) 1).configs(Map.of(setting, value));
    }
}
