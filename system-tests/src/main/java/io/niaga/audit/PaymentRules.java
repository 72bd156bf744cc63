package io.niaga.audit;

import java.util.HashSet;
import java.util.Set;
import org.bson.Document;

/** An order's payment: that order, payment and refunds tell the same story, and none gives back more than it took. */
final class PaymentRules {
    private static final Set<String> TAKEN = Set.of("CAPTURED", "LATE_PAID");
    private static final Set<String> ASSURED = Set.of("CAPTURED", "AUTHORIZED", "PARTIALLY_CAPTURED", "TO_COLLECT");
    private static final Set<String> OPEN =
            Set.of("CREATED", "REQUIRES_ACTION", "CHARGING", "PENDING", "FAILED", "EXPIRED");
    private static final Set<String> ENDED = Set.of("", "CANCELLED", "EXPIRED", "FAILED");
    static final Set<String> BACK = Set.of("SUCCEEDED", "PENDING", "RETRIED");

    private PaymentRules() {}

    static boolean hasMoney(OrderCase c) {
        return TAKEN.contains(c.paymentState());
    }

    static void agrees(OrderCase c, Findings found) {
        String state = c.paymentState();
        if (c.order() == null) {
            found.require(
                    state.isEmpty() || state.equals("CANCELLED"),
                    Check.ORDER_PAYMENT,
                    "a payment that is " + state + " has no order",
                    c.paymentId());
            return;
        }
        boolean tombstone = state.equals("CANCELLED") && Fields.number(c.payment(), "outboxSeq") == 0;
        if (c.payment() != null && !tombstone) {
            String amount = Fields.number(c.payment(), "amount") + " " + Fields.text(c.payment(), "currency");
            found.same(
                    Fields.money(c.order(), "terms.totals.total"),
                    amount,
                    Check.ORDER_PAYMENT,
                    "the payment's amount",
                    c.paymentId(),
                    c.id());
        }
        if (!agreesWith(c, state)) {
            found.add(
                    Check.ORDER_PAYMENT,
                    "the order is " + c.state() + ", its payment " + (state.isEmpty() ? "is not there" : state)
                            + ", back " + c.refunded(BACK) + " of " + Fields.number(c.payment(), "amount"),
                    c.id(),
                    c.paymentId());
        }
    }

    private static boolean agreesWith(OrderCase c, String state) {
        if (c.isPaid()) {
            boolean assured = ASSURED.contains(state) && Fields.has(c.order(), "payment.assurance");
            return c.state().equals("COMPLETED") ? state.equals("CAPTURED") : assured;
        }
        if (c.isAtWork()) {
            return true;
        }
        if (c.owesAll()) {
            return ENDED.contains(state) || (hasMoney(c) && c.refunded(BACK) >= Fields.number(c.payment(), "amount"));
        }
        return !c.state().equals("AWAITING_PAYMENT") || OPEN.contains(state);
    }

    static void limits(OrderCase c, Findings found) {
        long captured = hasMoney(c) ? Fields.number(c.payment(), "amount") : 0;
        long back = c.refunded(BACK);
        found.require(
                back <= captured,
                Check.PAYMENT_LIMITS,
                "refunds of " + back + " exceed the " + captured + " captured",
                c.paymentId());
        Set<String> ids = new HashSet<>();
        long goods = 0;
        for (Document refund : c.refunds()) {
            String id = Fields.text(refund, "id");
            long amount = Fields.number(refund, "amount");
            long ofGoods = Fields.has(refund, "goods") ? goodsOf(refund) : 0;
            goods += BACK.contains(Fields.text(refund, "state")) ? ofGoods : 0;
            found.require(ids.add(id), Check.PAYMENT_LIMITS, "a refund stands twice", id, c.paymentId());
            found.require(
                    amount > 0 && ofGoods >= 0 && ofGoods <= amount,
                    Check.PAYMENT_LIMITS,
                    "a refund of " + amount + " with " + ofGoods + " for goods",
                    id,
                    c.paymentId());
        }
        long bought = Fields.minor(c.order(), "terms.totals.items") - Fields.minor(c.order(), "terms.totals.discount");
        if (c.order() != null) {
            found.require(
                    goods <= bought,
                    Check.PAYMENT_LIMITS,
                    "goods of " + goods + " were refunded, " + bought + " were bought",
                    c.paymentId(),
                    c.id());
        }
    }

    /** Kept as minor units, or as an amount with its currency. */
    private static long goodsOf(Document refund) {
        return Fields.at(refund, "goods") instanceof Document
                ? Fields.minor(refund, "goods")
                : Fields.number(refund, "goods");
    }
}
