package io.niaga.store;

/** Tells when packing a file is over: the size of a small one goes up and down forever, so only a new smallest size is a gain. */
final class PackingProgress {
    private static final int PATIENCE = 24;
    private static final int NOTHING_REWRITTEN = 3;

    private long smallest = Long.MAX_VALUE;
    private int patience = PATIENCE;

    boolean over() {
        return patience <= 0;
    }

    /** After each step: the file's size, and whether something sparse was found to rewrite. */
    void step(long bytes, boolean rewrote) {
        if (bytes < smallest) {
            smallest = bytes;
            patience = PATIENCE;
        } else {
            patience -= rewrote ? 1 : NOTHING_REWRITTEN;
        }
    }
}
