package io.niaga.search.index;

import java.util.List;

/** Whether something can be had; the later, the better. What nobody ever counted is out. */
public enum Availability {
    OUT,
    LOW,
    IN_STOCK;

    private static final List<Availability> ALL = List.of(values());

    /** As a number in the index, and back by {@link #ofRank}. */
    public int rank() {
        return ALL.indexOf(this);
    }

    public static Availability ofRank(long rank) {
        return ALL.get((int) rank);
    }
}
