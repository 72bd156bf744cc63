package io.niaga.system.proofs;

import java.util.Random;

/** How much of the proofs is run: a slice of minutes, or everything; and the seed of what is drawn by lot. */
final class Scale {
    private static final boolean FULL = Boolean.getBoolean("niaga.proofs.full");

    private Scale() {}

    static boolean isFull() {
        return FULL;
    }

    static int of(int quick, int full) {
        return FULL ? full : quick;
    }

    /** {@code -Dniaga.seed=…} repeats a run; printed, so that a failure can be. */
    static Random seeded(String proof) {
        long seed = Long.getLong("niaga.seed", System.nanoTime());
        System.out.println(proof + ": -Dniaga.seed=" + seed);
        return new Random(seed);
    }
}
