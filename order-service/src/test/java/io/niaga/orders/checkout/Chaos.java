package io.niaga.orders.checkout;

/** Lets the process die at one chosen moment: before or after any write and any call. */
final class Chaos {
    private int moments;
    private int fatal = -1;

    /** The process died. */
    static final class Crash extends RuntimeException {
        Crash() {
            super("killed", null, false, false);
        }
    }

    void killAt(int moment) {
        moments = 0;
        fatal = moment;
    }

    void calm() {
        fatal = -1;
        moments = 0;
    }

    int moments() {
        return moments;
    }

    void moment() {
        if (moments++ == fatal) {
            throw new Crash();
        }
    }
}
