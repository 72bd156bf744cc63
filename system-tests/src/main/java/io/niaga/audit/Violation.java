package io.niaga.audit;

import java.util.List;

/**
 * Something that must always hold and does not.
 *
 * @param ids the things that show it, the most telling first
 * @param says what was found, with numbers; never personal data
 */
public record Violation(Check check, List<String> ids, String says) {
    public Violation {
        ids = List.copyOf(ids);
    }

    /** Whether another look found the same wrong with the same things, whatever its numbers. */
    boolean isSameAs(Violation other) {
        return check == other.check && ids.equals(other.ids);
    }

    @Override
    public String toString() {
        return check.label() + " " + String.join(" ", ids) + ": " + says;
    }
}
