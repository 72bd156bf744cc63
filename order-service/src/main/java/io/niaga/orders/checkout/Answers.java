package io.niaga.orders.checkout;

import io.niaga.orders.order.Assurance;
import io.niaga.orders.order.FulfillmentView.Stage;
import io.niaga.orders.order.Order;
import io.niaga.orders.order.OrderEvent;
import io.niaga.orders.order.OrderProblem;
import io.niaga.orders.order.OrderState;
import io.niaga.orders.order.Refusal;
import io.niaga.orders.order.Repayment;
import io.niaga.orders.order.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What the outcome of a step means. An answer to a step that is not open any more means nothing. */
final class Answers {
    private Answers() {}

    static void on(Order order, Fact.Answer answer, Instant now) {
        Step step = stepOf(answer);
        if (!order.work().has(step)) {
            return;
        }
        order.done(step);
        switch (answer) {
            case Fact.SoldOut f -> refuse(order, new Refusal(OrderProblem.SOLD_OUT, f.available(), null), now);
            case Fact.CouponRefused f -> refuse(order, Refusal.of(f.problem()), now, Step.RELEASE);
            case Fact.PaymentOpened f -> opened(order, f, now);
            case Fact.PaymentRefused _ -> notOffered(order, now);
            case Fact.ReservationLost _ -> lost(order, now);
            case Fact.PaymentGivenUp f -> order.pay(order.payment().ended(f.state()));
            case Fact.PaymentStands f -> stands(order, f, now);
            case Fact.PickingBegan _ -> pickingBegan(order, now);
            case Fact.Refunded f -> refunded(order, f, now);
            case Fact.LessToRefund f -> less(order, f);
            case Fact.Requoted f -> requoted(order, f);
            case Fact.AddressAnswer f -> Redirecting.answered(order, f, now);
            case Fact.Reserved _, Fact.CouponHeld _, Fact.Committed _ -> {}
            case Fact.CouponGivenBack _, Fact.Released _ -> {}
        }
        Settlement.settle(order, now);
    }

    private static Step stepOf(Fact.Answer answer) {
        return switch (answer) {
            case Fact.Reserved _, Fact.SoldOut _ -> Step.RESERVE;
            case Fact.CouponHeld _, Fact.CouponRefused _ -> Step.HOLD_COUPON;
            case Fact.PaymentOpened _, Fact.PaymentRefused _ -> Step.OPEN_PAYMENT;
            case Fact.Committed _, Fact.ReservationLost _ -> Step.COMMIT;
            case Fact.PaymentGivenUp _, Fact.PaymentStands _ -> Step.CANCEL_PAYMENT;
            case Fact.CouponGivenBack _ -> Step.GIVE_BACK_COUPON;
            case Fact.Released _, Fact.PickingBegan _ -> Step.RELEASE;
            case Fact.Refunded _, Fact.LessToRefund _ -> Step.REFUND;
            case Fact.AddressAnswer _ -> Step.CHANGE_ADDRESS;
            case Fact.Requoted _ -> Step.REQUOTE;
        };
    }

    private static void notOffered(Order order, Instant now) {
        refuse(order, Refusal.of(OrderProblem.PAYMENT_METHOD_UNAVAILABLE), now, Step.GIVE_BACK_COUPON, Step.RELEASE);
    }

    /** A placement that cannot be is refused; a revival that cannot be ends with the money going back. */
    private static void refuse(Order order, Refusal refusal, Instant now, Step... undo) {
        if (order.state() instanceof OrderState.Placing) {
            order.decide(new OrderState.Refusing(refusal), Plans.refusing(order, undo));
        } else if (order.state() instanceof OrderState.Reviving) {
            giveUpReviving(order, now, undo);
        }
    }

    private static void giveUpReviving(Order order, Instant now, Step... undo) {
        List<Step> plan = new ArrayList<>(Plans.steps(order, undo));
        plan.addAll(Plans.steps(order, Step.REFUND));
        order.decide(new OrderState.Expired(now), plan);
    }

    private static void opened(Order order, Fact.PaymentOpened f, Instant now) {
        Assurance before = order.payment().assurance();
        order.pay(order.payment().opened(f.state(), f.nextAction(), f.assurance()));
        if (order.state() instanceof OrderState.Reviving && f.assurance() == null) {
            // The late money was not accepted, because it goes back already: there is nothing to ship for.
            giveUpReviving(order, now, Step.GIVE_BACK_COUPON, Step.RELEASE);
            return;
        }
        if (order.payment().isAssured() && order.state() instanceof OrderState.Placing) {
            order.extend(Step.COMMIT);
            if (before == null) {
                Settlement.notePaid(order, now);
            }
        }
    }

    private static void lost(Order order, Instant now) {
        switch (order.state()) {
            case OrderState.Placing _ ->
                refuse(
                        order,
                        Refusal.of(OrderProblem.SOLD_OUT),
                        now,
                        Step.CANCEL_PAYMENT,
                        Step.GIVE_BACK_COUPON,
                        Step.RELEASE);
            case OrderState.AwaitingPayment _ -> order.decide(new OrderState.Reviving(now), Plans.reviving(order));
            case OrderState.Reviving _ -> giveUpReviving(order, now, Step.GIVE_BACK_COUPON, Step.RELEASE);
            case OrderState.Refusing _, OrderState.Refused _, OrderState.Confirmed _ -> {}
            case OrderState.InFulfillment _, OrderState.Completed _, OrderState.Cancelling _ -> {}
            case OrderState.Cancelled _, OrderState.Expiring _, OrderState.Expired _ -> {}
            case OrderState.PromiseFailed _ -> {}
        }
    }

    /** Paid at the last moment: an expiry goes on as paid, everything else owes the money back. */
    private static void stands(Order order, Fact.PaymentStands f, Instant now) {
        if (!order.payment().isAssured()) {
            order.pay(order.payment().assuredBy(f.assurance()));
            Settlement.notePaid(order, now);
        }
        if (order.state() instanceof OrderState.Expiring s) {
            order.decide(new OrderState.AwaitingPayment(s.payBy()), List.of(Step.COMMIT));
        } else if (order.payment().owesRefund()) {
            order.extend(Step.REFUND);
        }
    }

    private static void pickingBegan(Order order, Instant now) {
        order.ship(order.fulfillment().at(Stage.PICKING));
        if (order.state() instanceof OrderState.Cancelling) {
            order.decide(new OrderState.InFulfillment(now), List.of());
            order.tell(new OrderEvent.Changed(order.state().code(), now));
        }
    }

    private static void refunded(Order order, Fact.Refunded f, Instant now) {
        if (!order.payment().isUncollected()) {
            Repayments.note(order, new Repayment(order.id().refund(), order.refundDue(), f.state()), "", now);
        }
        order.pay(order.payment().refund(f.state()));
    }

    /** Some went back before, by staff's will: the rest is asked for, under the same id. */
    private static void less(Order order, Fact.LessToRefund f) {
        order.pay(order.payment().owing(f.rest()));
        if (f.rest().isPositive()) {
            // Written before it is asked for, so that the same sum is asked for whatever happens then.
            order.add(Step.REFUND);
        } else {
            order.pay(order.payment().refund("SUCCEEDED"));
        }
    }

    private static void requoted(Order order, Fact.Requoted f) {
        if (order.state() instanceof OrderState.Refusing s) {
            order.decide(
                    new OrderState.Refusing(s.refusal().with(f.quote())),
                    order.work().open());
        }
    }
}
