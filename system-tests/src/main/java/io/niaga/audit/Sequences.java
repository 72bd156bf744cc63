package io.niaga.audit;

import java.util.BitSet;

/** Which events of an aggregate were seen on one topic. */
final class Sequences {
    /** More events than any aggregate tells; what claims more is not noted, it would only take memory. */
    static final long MOST = 10_000_000;

    private final BitSet seen = new BitSet();
    private long types;

    /** Notes one, of at most {@link #MOST}; false when it is there for the first time and a later one was there before. */
    boolean take(long sequence, int type) {
        int at = Math.toIntExact(sequence);
        boolean isInOrder = seen.get(at) || seen.length() <= at;
        seen.set(at);
        types |= 1L << type;
        return isInOrder;
    }

    boolean hasType(int type) {
        return (types & 1L << type) != 0;
    }

    void addTo(BitSet all) {
        all.or(seen);
    }

    /** The last one; 0 when there is none. */
    long last() {
        return Math.max(0, seen.length() - 1);
    }
}
