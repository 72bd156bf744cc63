package io.niaga.orders.checkout;

/** Lets the process die, or fall asleep, at one chosen moment: before or after any write and any call. */
public final class Chaos {
    private static final Runnable DIE = () -> {
        throw new Crash();
    };

    private int moments;
    private int fatal = -1;
    private Runnable fate = DIE;

    /** The process died. */
    public static final class Crash extends RuntimeException {
        Crash() {
            super("killed", null, false, false);
        }
    }

    public void killAt(int moment) {
        moments = 0;
        fatal = moment;
        fate = DIE;
    }

    /** The process sleeps through all that happens {@code meanwhile}, then goes on as if nothing had happened. */
    public void sleepAt(int moment, Runnable meanwhile) {
        moments = 0;
        fatal = moment;
        fate = meanwhile;
    }

    public void calm() {
        fatal = -1;
        moments = 0;
    }

    public int moments() {
        return moments;
    }

    public void moment() {
        if (moments++ == fatal) {
            fatal = -1;
            fate.run();
        }
    }
}
