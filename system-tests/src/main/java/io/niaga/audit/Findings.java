package io.niaga.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What a look at one thing finds wrong. */
final class Findings {
    private final List<Violation> found = new ArrayList<>();

    /** Something is wrong; {@code ids} are the things that show it. */
    void add(Check check, String says, String... ids) {
        found.add(new Violation(check, List.of(ids), says));
    }

    /** Something is wrong unless the claim holds. */
    void require(boolean claim, Check check, String says, String... ids) {
        if (!claim) {
            add(check, says, ids);
        }
    }

    /** Something is wrong unless both are the same. */
    void same(Object expected, Object actual, Check check, String what, String... ids) {
        if (!Objects.equals(expected, actual)) {
            add(check, what + " is " + actual + " instead of " + expected, ids);
        }
    }

    List<Violation> list() {
        return List.copyOf(found);
    }
}
