package io.niaga.catalog.exchange;

import java.util.Collection;

/** How many rows a file has, and what became of those that were worked on. */
public record RowCounts(int total, int created, int changed, int unchanged, int rejected) {
    public static final RowCounts NONE = new RowCounts(0, 0, 0, 0, 0);

    public static RowCounts of(Collection<RowOutcome> outcomes) {
        return new RowCounts(
                0,
                count(outcomes, RowOutcome.Kind.CREATED),
                count(outcomes, RowOutcome.Kind.CHANGED),
                count(outcomes, RowOutcome.Kind.UNCHANGED),
                count(outcomes, RowOutcome.Kind.REJECTED));
    }

    private static int count(Collection<RowOutcome> outcomes, RowOutcome.Kind kind) {
        return (int) outcomes.stream().filter(each -> each.kind() == kind).count();
    }

    public int done() {
        return created + changed + unchanged + rejected;
    }

    RowCounts of(int rows) {
        return new RowCounts(rows, created, changed, unchanged, rejected);
    }

    RowCounts plus(RowCounts other) {
        return new RowCounts(
                total,
                created + other.created,
                changed + other.changed,
                unchanged + other.unchanged,
                rejected + other.rejected);
    }
}
