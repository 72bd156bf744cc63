package io.niaga.orders;

import io.niaga.orders.cart.Cart;
import io.niaga.orders.order.PaymentMethod;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Every knob of the service.
 *
 * @param customerKey base64; guests' mail addresses are hashed with it. Required, no default
 */
@Validated
@ConfigurationProperties("niaga.orders")
public record OrdersProperties(
        @NotBlank String customerKey,
        @DefaultValue Carts cart,
        @DefaultValue Quotes quote,
        @DefaultValue Orders order,
        @DefaultValue Checkout checkout,
        @DefaultValue Returns returns) {

    /** @param tokenValidity how long a guest's cart token opens the cart */
    public record Carts(@DefaultValue("30d") Duration tokenValidity) {
        public Carts {
            if (tokenValidity.compareTo(Cart.KEPT) > 0) {
                throw new IllegalArgumentException(
                        "niaga.orders.cart.token-validity cannot be longer than carts are kept, " + Cart.KEPT.toDays()
                                + "d");
            }
        }
    }

    /** @param validity how long a quote holds */
    public record Quotes(@DefaultValue("15m") Duration validity) {}

    /** @param tokenValidity how long a guest's order token opens the order */
    public record Orders(@DefaultValue("180d") Duration tokenValidity) {}

    /**
     * @param paymentWindow how long an order waits for its money, per payment method; a method that is not named is not
     *     offered. Empty: the usual ones
     * @param placing how long a placement may stay unsettled before it is given up
     * @param lease how long whoever works on an order has it to themselves
     * @param pollInterval how often orders that are due are looked for
     * @param parallelism orders advanced in the background at the same time
     */
    public record Checkout(
            @DefaultValue Map<PaymentMethod, Duration> paymentWindow,
            @DefaultValue("10m") Duration placing,
            @DefaultValue("15s") Duration lease,
            @DefaultValue("2s") Duration pollInterval,
            @DefaultValue("16") int parallelism) {
        private static final Map<PaymentMethod, Duration> USUAL = Map.of(
                PaymentMethod.CARD, Duration.ofMinutes(30),
                PaymentMethod.VIRTUAL_ACCOUNT, Duration.ofHours(24),
                PaymentMethod.QRIS, Duration.ofMinutes(30),
                PaymentMethod.E_WALLET, Duration.ofMinutes(30),
                PaymentMethod.COD, Duration.ofMinutes(30));

        public Checkout {
            paymentWindow = paymentWindow.isEmpty() ? USUAL : Map.copyOf(paymentWindow);
            if (!lease.isPositive() || !placing.isPositive() || !pollInterval.isPositive() || parallelism < 1) {
                throw new IllegalArgumentException("niaga.orders.checkout needs positive numbers");
            }
        }
    }

    /**
     * @param window how long after its delivery a return of an order may be asked for
     * @param answerWithin how long a request may wait before somebody is called
     * @param sendWithin how long an approved return may take to arrive before it is cancelled
     * @param inspectWithin how long an arrived return may wait before somebody is called
     */
    public record Returns(
            @DefaultValue("30d") Duration window,
            @DefaultValue("3d") Duration answerWithin,
            @DefaultValue("14d") Duration sendWithin,
            @DefaultValue("7d") Duration inspectWithin) {
        public Returns {
            if (!window.isPositive()
                    || !answerWithin.isPositive()
                    || !sendWithin.isPositive()
                    || !inspectWithin.isPositive()) {
                throw new IllegalArgumentException("niaga.orders.returns needs positive times");
            }
        }
    }

    /** Nothing secret in logs. */
    @Override
    public String toString() {
        return "OrdersProperties[cart=" + cart + ", quote=" + quote + ", order=" + order + ", checkout=" + checkout
                + ", returns=" + returns + "]";
    }
}
