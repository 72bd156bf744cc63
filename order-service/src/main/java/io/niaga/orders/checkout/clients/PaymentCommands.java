package io.niaga.orders.checkout.clients;

import io.niaga.orders.checkout.Fact;
import io.niaga.orders.checkout.OrderPayments;
import io.niaga.orders.order.Assurance;
import io.niaga.orders.order.Order;
import io.niaga.orders.order.OrderState;
import io.niaga.orders.order.Terms;
import io.niaga.service.clients.RemoteRefused;
import io.niaga.types.Money;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Payment's intents and refunds over HTTP. */
@Component
public final class PaymentCommands implements OrderPayments {
    private static final Map<String, Object> NOTHING = Map.of("type", "NONE");

    private final PaymentApi payments;

    PaymentCommands(PaymentApi payments) {
        this.payments = payments;
    }

    @Override
    public Fact.Answer open(Order order) {
        Terms t = order.terms();
        PaymentApi.Opening opening = new PaymentApi.Opening(
                order.id().value(),
                order.number().value(),
                t.storefront().store(),
                t.buyer().account(),
                t.method(),
                t.total(),
                t.isCashOnDelivery() ? null : t.payBy(),
                order.work().fence());
        return Commands.give(
                "open payment",
                () -> {
                    PaymentApi.State s = payments.open(order.id().payment(), opening);
                    Map<String, Object> action = s.nextAction() == null ? NOTHING : s.nextAction();
                    return new Fact.PaymentOpened(s.state(), action, s.assurance());
                },
                Commands.when("PAYMENT_METHOD_UNAVAILABLE", Fact.PaymentRefused::new));
    }

    @Override
    public Fact.Answer cancel(Order order) {
        PaymentApi.Cancelling cancelling =
                new PaymentApi.Cancelling(order.id().value(), order.work().fence());
        return Commands.give(
                "cancel payment",
                () -> {
                    PaymentApi.State s = payments.cancel(order.id().payment(), cancelling);
                    Assurance assurance = s.assurance();
                    return assurance == null
                            ? new Fact.PaymentGivenUp(s.state())
                            : new Fact.PaymentStands(s.state(), assurance);
                },
                _ -> Optional.empty());
    }

    @Override
    public Fact.Answer refund(Order order) {
        PaymentApi.Refunding refunding = new PaymentApi.Refunding(
                order.id().payment(),
                order.id().value(),
                order.refundDue(),
                null,
                reason(order),
                order.work().fence());
        return Commands.give(
                "refund",
                () -> new Fact.Refunded(
                        payments.refund(order.id().refund(), refunding).state()),
                refused -> less(refused, order.refundDue()));
    }

    private static String reason(Order order) {
        if (order.state() instanceof OrderState.PromiseFailed) {
            return "NOT_DELIVERED";
        }
        return order.payment().late() ? "LATE_PAID" : "ORDER_CANCELLED";
    }

    /** Some of the money went back before; payment says how much is left. */
    private static Optional<Fact.Answer> less(RemoteRefused refused, Money asked) {
        if (!refused.code().equals("REFUND_EXCEEDS_CAPTURE")) {
            return Optional.empty();
        }
        return Amounts.of(refused.params().get("refundable"))
                .filter(rest -> rest.compareTo(asked) < 0)
                .map(Fact.LessToRefund::new);
    }
}
