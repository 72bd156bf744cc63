package io.niaga.system.harness;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;

/** Waits for a condition, at a pace that leaves the machine to what is tested. */
final class Waiting {
    private Waiting() {}

    static void until(Duration deadline, String what, BooleanSupplier condition) {
        Awaitility.await(what)
                .atMost(deadline)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(100))
                .until(condition::getAsBoolean);
    }
}
