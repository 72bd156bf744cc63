package io.niaga.orders.checkout;

/** Lets the process die at one chosen moment: before or after any write and any call. */
public final class Chaos {
    private int moments;
    private int fatal = -1;

    /** The process died. */
    public static final class Crash extends RuntimeException {
        Crash() {
            super("killed", null, false, false);
        }
    }

    public void killAt(int moment) {
        moments = 0;
        fatal = moment;
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
            throw new Crash();
        }
    }
}
