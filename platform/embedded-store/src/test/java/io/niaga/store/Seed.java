package io.niaga.store;

import java.util.Random;

/** Chance that can be repeated: {@code -Dniaga.seed=N}. */
final class Seed {
    private Seed() {}

    static Random random(String purpose) {
        long seed = Long.getLong("niaga.seed", System.nanoTime());
        System.out.println(purpose + ": -Dniaga.seed=" + seed);
        return new Random(seed);
    }
}
