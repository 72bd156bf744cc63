package io.niaga.orders.order;

/** Something the process does for an order; each may be done again without harm. */
public enum Step {
    RESERVE,
    HOLD_COUPON,
    OPEN_PAYMENT,
    COMMIT,
    CANCEL_PAYMENT,
    GIVE_BACK_COUPON,
    RELEASE,
    REFUND,
    CHANGE_ADDRESS,
    /** Makes the fresh quote that a refusal carries; the only step that commands nobody. */
    REQUOTE;

    public boolean isCommand() {
        return this != REQUOTE;
    }
}
