package io.niaga.testsupport;

import java.time.Duration;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.awaitility.core.ThrowingRunnable;

/** Waits until something holds, for at most ten seconds: {@code eventually(() -> assertThat(…))}. */
public final class Eventually {
    private static final Duration DEADLINE = Duration.ofSeconds(10);

    private Eventually() {}

    /** Until the assertions in it pass. */
    public static void eventually(ThrowingRunnable assertions) {
        within(DEADLINE).untilAsserted(assertions);
    }

    /** The same with another deadline. */
    public static void eventually(Duration deadline, ThrowingRunnable assertions) {
        within(deadline).untilAsserted(assertions);
    }

    /** Until the answer is true. */
    public static void eventuallyTrue(Callable<Boolean> condition) {
        within(DEADLINE).until(condition);
    }

    private static ConditionFactory within(Duration deadline) {
        return Awaitility.await()
                .atMost(deadline)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(20))
                .ignoreExceptions();
    }
}
