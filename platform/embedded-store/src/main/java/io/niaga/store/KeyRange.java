package io.niaga.store;

import java.util.Arrays;
import org.h2.mvstore.MVMap;

/** A stretch of an index: keys from {@code from} on, up to and without {@code to}. */
final class KeyRange {
    private final byte[] from;
    private final byte[] to;

    KeyRange(byte[] from, byte[] to) {
        this.from = from;
        this.to = to;
    }

    byte[] from() {
        return from;
    }

    byte[] to() {
        return to;
    }

    boolean empty() {
        return Arrays.compareUnsigned(from, to) > 0;
    }

    /** How many entries of the map lie in it, in logarithmic time. */
    long entries(MVMap<byte[], Object> map) {
        return position(map.getKeyIndex(to)) - position(map.getKeyIndex(from));
    }

    /** The number of keys before one, from what {@link MVMap#getKeyIndex} says of it. */
    static long position(long keyIndex) {
        return keyIndex < 0 ? -keyIndex - 1 : keyIndex;
    }
}
