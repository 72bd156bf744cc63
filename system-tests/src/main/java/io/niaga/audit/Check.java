package io.niaga.audit;

import java.util.Locale;

/** Everything that is checked; docs/operations/audit.md says what each means and what to do when it is red. */
public enum Check {
    STOCK_BUCKETS(1),
    STOCK_MOVEMENTS(1),
    RESTOCKS(1),
    STOCK_RESERVED(2),
    RESERVATION_OF_ORDER(2),
    RESERVATION_ENDED_ONCE(2),
    COMMITMENT(3),
    LEDGER_BALANCE(4),
    LEDGER_KEYS(4),
    PAYMENT_LIMITS(5),
    RETURNS(5),
    ALLOCATIONS(6),
    QUOTED_PRICE(7),
    ORDER_PAYMENT(8),
    PAYMENT_LEDGER(8),
    TRIAL_BALANCE(8),
    DEADLINES(9),
    PLACED_ONCE(10),
    OUTBOX(11),
    SEQUENCES(11),
    EVENTS_OF_ORDER(11),
    FULFILLMENT_OF_ORDER(11),
    ORDER_LIST(11),
    AVAILABILITY(11),
    PRODUCT_STATE(11),
    STORES(11),
    SHOP(11),
    SALES(11),
    ANSWERS(11),
    POINTS(12),
    POINTS_OF_ORDER(12),
    COUPON_LIMITS(13),
    COUPON_OF_ORDER(13),
    AUDIT_TRAIL(14),
    PERSONAL_DATA(15);

    private final int rule;

    Check(int rule) {
        this.rule = rule;
    }

    /** The number of the rule it belongs to, among what must always hold. */
    public int rule() {
        return rule;
    }

    /** As it is printed: {@code stock-buckets}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
