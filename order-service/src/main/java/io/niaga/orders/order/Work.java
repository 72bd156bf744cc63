package io.niaga.orders.order;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the process still has to do for an order, in order, and the fence its commands carry: the order's version at the
 * write that decided it.
 *
 * @param attempts how often the first open step ended unknown in a row
 */
public record Work(long fence, List<Step> open, int attempts) {
    public Work {
        open = List.copyOf(open);
    }

    public static Work of(long fence, List<Step> open) {
        return new Work(fence, open, 0);
    }

    public Optional<Step> next() {
        return open.stream().findFirst();
    }

    public boolean isDone() {
        return open.isEmpty();
    }

    public boolean has(Step step) {
        return open.contains(step);
    }

    Work without(Step step) {
        return Work.of(fence, open.stream().filter(s -> s != step).toList());
    }

    /** The same with one more step at the end, if it is not there yet. */
    Work with(Step step) {
        return has(step)
                ? this
                : Work.of(fence, Stream.concat(open.stream(), Stream.of(step)).toList());
    }

    Work failed() {
        return new Work(fence, open, attempts + 1);
    }
}
