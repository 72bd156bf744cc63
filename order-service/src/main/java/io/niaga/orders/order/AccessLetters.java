package io.niaga.orders.order;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** When letters with a way back to an order were asked for, the latest last: as many as count against the next. Immutable. */
public record AccessLetters(List<Instant> times) {
    public static final AccessLetters NONE = new AccessLetters(List.of());

    /** Within {@link #WITHIN}: whoever asks on and on fills nobody's letter box. */
    private static final int MOST = 3;

    private static final Duration WITHIN = Duration.ofHours(1);

    public AccessLetters {
        times = List.copyOf(times);
    }

    boolean areEnough(Instant now) {
        return times.size() == MOST && times.getFirst().isAfter(now.minus(WITHIN));
    }

    AccessLetters with(Instant now) {
        List<Instant> next = new ArrayList<>(times);
        next.add(now);
        return new AccessLetters(next.subList(Math.max(0, next.size() - MOST), next.size()));
    }
}
