package io.niaga.messaging;

import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Tries an effect: clashes quickly again, defects a few times, outages not here. */
final class Attempts {
    private static final int CLASHES = 5;
    private static final long PAUSE_MILLIS = 20;

    private final int tries;
    private final FailureRules rules;

    Attempts(int tries, FailureRules rules) {
        this.tries = tries;
        this.rules = rules;
    }

    /**
     * @return null when the effect took place, else the defect
     * @throws Outage when something needed is not there, or clashes do not end
     */
    @Nullable
    Throwable at(Callable<?> effect) throws Outage {
        int defects = 0;
        int clashes = 0;
        while (true) {
            try {
                effect.call();
                return null;
            } catch (Exception | LinkageError | StackOverflowError failed) {
                FailureKind kind = rules.kind(failed);
                if (kind == FailureKind.OUTAGE || Thread.currentThread().isInterrupted()) {
                    throw new Outage(failed);
                }
                if (kind == FailureKind.CLASH && ++clashes >= CLASHES) {
                    throw new Outage(failed);
                }
                if (kind == FailureKind.DEFECT && ++defects >= tries) {
                    return failed;
                }
                pause(defects + clashes);
            }
        }
    }

    private static void pause(int failures) {
        long most = PAUSE_MILLIS * failures;
        LockSupport.parkNanos(
                TimeUnit.MILLISECONDS.toNanos(ThreadLocalRandom.current().nextLong(most / 2, most + 1)));
    }

    /** To be waited out. */
    static final class Outage extends Exception {
        Outage(Throwable cause) {
            super(cause);
        }
    }
}
