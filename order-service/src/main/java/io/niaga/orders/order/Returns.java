package io.niaga.orders.order;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The returns of one order, the oldest first. Immutable. */
public record Returns(List<Return> all) {
    public static final Returns NONE = new Returns(List.of());

    public Returns {
        all = List.copyOf(all);
    }

    public Optional<Return> of(ReturnId id) {
        return all.stream().filter(r -> r.id().equals(id)).findFirst();
    }

    /** Those that have something to be done. */
    public List<Return> open() {
        return all.stream().filter(r -> r.next().isPresent()).toList();
    }

    /** Units of a line that came back, are about to, or for which money went back without. */
    public int claims(int line) {
        return all.stream().mapToInt(r -> r.claims(line)).sum();
    }

    Stream<Instant> deadlines() {
        return all.stream().flatMap(r -> r.deadline().stream());
    }

    /** With a return, in the place of what it was. */
    Returns with(Return next) {
        List<Return> changed = new ArrayList<>(all);
        changed.replaceAll(r -> r.id().equals(next.id()) ? next : r);
        if (of(next.id()).isEmpty()) {
            changed.add(next);
        }
        return new Returns(changed);
    }

    Returns failed(ReturnId id) {
        return of(id).map(r -> with(r.failed())).orElse(this);
    }
}
