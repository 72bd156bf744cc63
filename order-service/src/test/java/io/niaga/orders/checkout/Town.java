package io.niaga.orders.checkout;

import io.niaga.orders.Samples;
import io.niaga.orders.order.Assurance;
import io.niaga.orders.order.Order;
import io.niaga.orders.order.OrderProblem;
import io.niaga.orders.quote.Address;
import io.niaga.types.Money;
import io.niaga.types.Sku;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Warehouse, loyalty and payment as their contracts say: idempotent, fenced, with tombstones. */
final class Town implements Reservations, CouponHolds, OrderPayments {
    private final Chaos chaos;
    private final Map<String, Long> fences = new HashMap<>();
    final List<String> calls = new ArrayList<>();
    String stock = "NONE";
    String coupon = "NONE";
    String payment = "NONE";
    boolean soldOut;
    boolean couponUsedUp;
    boolean methodRefused;
    boolean refunded;
    boolean voided;
    Money sentBack = Samples.idr("0.00");
    Money givenByStaff = Samples.idr("0.00");

    @Nullable
    Address address;

    boolean late;

    @Nullable
    Assurance assurance;

    /** Who of them does not answer, by what is asked. */
    String silent = "";

    int unknownCalls;
    int lostAnswers;

    Town(Chaos chaos) {
        this.chaos = chaos;
    }

    /** A command with the fence it carries; a lower one than known is refused, and whoever sent it is behind. */
    private Fact.Answer command(String what, String whom, Order order, Supplier<Fact.Answer> effect) {
        chaos.moment();
        calls.add(what);
        if (what.equals(silent)) {
            throw new OutcomeUnknown(what, new RuntimeException("no connection"));
        }
        if (unknownCalls > 0) {
            unknownCalls--;
            throw new OutcomeUnknown(what, new RuntimeException("no connection"));
        }
        long fence = order.work().fence();
        if (fence < fences.getOrDefault(whom, 0L)) {
            throw new OutcomeUnknown(what + ": FENCED", new RuntimeException());
        }
        boolean higher = fence > fences.getOrDefault(whom, 0L);
        fences.put(whom, fence);
        this.reopened = higher;
        Fact.Answer answer = effect.get();
        chaos.moment();
        if (lostAnswers > 0) {
            lostAnswers--;
            throw new OutcomeUnknown(what, new RuntimeException("the answer was lost"));
        }
        return answer;
    }

    private boolean reopened;
    private long releasedUnder;

    @Override
    public Fact.Answer reserve(Order order) {
        return command("reserve", "stock", order, () -> {
            if (stock.equals("RELEASED") && order.work().fence() <= releasedUnder) {
                throw new OutcomeUnknown("FENCED", new RuntimeException());
            }
            if (stock.equals("NONE") || stock.equals("RELEASED")) {
                if (soldOut) {
                    return new Fact.SoldOut(Map.of(Sku.of("KMJ-1"), 1));
                }
                stock = "HELD";
                address = order.destination().address();
            }
            return new Fact.Reserved();
        });
    }

    @Override
    public Fact.Answer commit(Order order) {
        return command("commit", "stock", order, () -> {
            if (stock.equals("NONE") || stock.equals("RELEASED")) {
                return new Fact.ReservationLost();
            }
            stock = stock.equals("HELD") ? "COMMITTED" : stock;
            return new Fact.Committed();
        });
    }

    @Override
    public Fact.Answer redirect(Order order) {
        return command("change address", "stock", order, () -> {
            Address wanted = order.destination().pending().orElseThrow();
            if (stock.equals("NONE") || stock.equals("RELEASED")) {
                return new Fact.AddressUseless();
            }
            if (stock.equals("PICKING") && !wanted.equals(address)) {
                return new Fact.AddressTooLate();
            }
            address = wanted;
            return new Fact.AddressTaken();
        });
    }

    @Override
    public Fact.Answer release(Order order) {
        return command("release", "stock", order, () -> {
            if (stock.equals("PICKING")) {
                return new Fact.PickingBegan();
            }
            stock = "RELEASED";
            releasedUnder = order.work().fence();
            return new Fact.Released();
        });
    }

    @Override
    public Fact.Answer hold(Order order) {
        return command("hold coupon", "coupon", order, () -> {
            if (couponUsedUp && !coupon.equals("HELD")) {
                return new Fact.CouponRefused(OrderProblem.COUPON_EXHAUSTED);
            }
            coupon = "HELD";
            return new Fact.CouponHeld();
        });
    }

    @Override
    public Fact.Answer giveBack(Order order) {
        return command("give back coupon", "coupon", order, () -> {
            coupon = "GIVEN_BACK";
            return new Fact.CouponGivenBack();
        });
    }

    @Override
    public Fact.Answer open(Order order) {
        return command("open payment", "payment", order, () -> {
            if (methodRefused && payment.equals("NONE")) {
                return new Fact.PaymentRefused();
            }
            if (late && reopened && givenByStaff.isZero()) {
                late = false;
                payment = "CAPTURED";
                assurance = Assurance.CAPTURED;
            }
            if (payment.equals("NONE")) {
                payment = assurance == null ? "REQUIRES_ACTION" : "TO_COLLECT";
            }
            return new Fact.PaymentOpened(payment, Map.of("type", "CONFIRM"), assurance);
        });
    }

    @Override
    public Fact.Answer cancel(Order order) {
        return command("cancel payment", "payment", order, () -> {
            if (assurance != null) {
                return new Fact.PaymentStands(payment, assurance);
            }
            payment = payment.equals("LATE_PAID") ? payment : "CANCELLED";
            return new Fact.PaymentGivenUp(payment);
        });
    }

    @Override
    public Fact.Answer refund(Order order) {
        return command("refund", "refund", order, () -> {
            if (assurance == Assurance.CASH_ON_DELIVERY) {
                voided = true;
                payment = "CANCELLED";
                return new Fact.Refunded("SUCCEEDED");
            }
            Money rest = order.terms().total().minus(givenByStaff);
            if (sentBack.isZero() && order.refundDue().compareTo(rest) > 0) {
                return new Fact.LessToRefund(rest);
            }
            if (!sentBack.isZero() && !sentBack.equals(order.refundDue())) {
                throw new AssertionError("REFUND_MISMATCH");
            }
            refunded = true;
            sentBack = order.refundDue();
            return new Fact.Refunded("SUCCEEDED");
        });
    }

    /** The provider says that the money came after all. */
    void payLate() {
        late = true;
        payment = "LATE_PAID";
    }

    /** The provider says that the money came. */
    void pay() {
        assurance = Assurance.CAPTURED;
        payment = "CAPTURED";
    }
}
