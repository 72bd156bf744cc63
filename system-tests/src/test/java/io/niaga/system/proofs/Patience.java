package io.niaga.system.proofs;

import io.niaga.testsupport.Answer;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;

/** How a client behaves that does not give up: what was not answered is asked again, just so, until somebody answers. */
final class Patience {
    private static final Duration DEADLINE = Duration.ofSeconds(150);
    private static final Duration PAUSE = Duration.ofMillis(250);

    private Patience() {}

    /** The first answer that says how it is: not a lost connection, not "later" (429, 5xx), not "still at it". */
    static Answer answered(Supplier<Answer> call) {
        long deadline = System.nanoTime() + DEADLINE.toNanos();
        while (true) {
            String last;
            try {
                Answer answer = call.get();
                if (!isLater(answer)) {
                    return answer;
                }
                last = answer.toString();
            } catch (UncheckedIOException noAnswer) {
                last = noAnswer.toString();
            }
            if (System.nanoTime() > deadline) {
                throw new AssertionError("nobody answered for " + DEADLINE + ", last: " + last);
            }
            pause();
        }
    }

    /** Waits for an outcome and looks as often as people do: a crowd that only looks is load too. */
    static void until(Duration deadline, ThrowingRunnable outcome) {
        Awaitility.await()
                .atMost(deadline)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(100))
                .ignoreExceptions()
                .untilAsserted(outcome);
    }

    private static boolean isLater(Answer answer) {
        return answer.status() >= 500
                || answer.status() == 429
                || answer.status() == 409 && answer.body().contains("IDEMPOTENCY_IN_PROGRESS");
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
