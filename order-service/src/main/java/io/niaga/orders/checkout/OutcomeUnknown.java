package io.niaga.orders.checkout;

/** A step may have been done or not; it is asked about by doing it again, never undone blindly. */
public final class OutcomeUnknown extends RuntimeException {
    public OutcomeUnknown(String step, Throwable cause) {
        super(step, cause);
    }
}
