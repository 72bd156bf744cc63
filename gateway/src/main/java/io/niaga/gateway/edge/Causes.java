package io.niaga.gateway.edge;

/** Looks for the reason of a failure. */
final class Causes {
    private Causes() {}

    static boolean has(Throwable failure, Class<? extends Throwable> type) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }
}
