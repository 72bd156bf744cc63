package io.niaga.orders.checkout;

import io.niaga.orders.order.Order;
import io.niaga.orders.order.OrderAccess;
import io.niaga.orders.order.OrderId;
import io.niaga.orders.order.OrderProblem;
import io.niaga.orders.order.Orders;
import io.niaga.orders.quote.Address;
import io.niaga.orders.quote.Calculation;
import io.niaga.orders.quote.Promises;
import io.niaga.orders.quote.ShippingOption;
import io.niaga.types.Actor;
import io.niaga.types.CommonProblem;
import io.niaga.types.UseCase;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Sends an order to another address, as long as picking has not begun and what was agreed on about shipping stays true:
 * the same option at the same price, promised no later. The warehouse is told before it is said to be done.
 */
@UseCase
public final class EditOrder {
    private static final int TRIES = 5;

    private final Orders orders;
    private final OrderAccess access;
    private final Promises promises;
    private final AdvanceOrder advance;
    private final Clock clock;

    public EditOrder(Orders orders, OrderAccess access, Promises promises, AdvanceOrder advance, Clock clock) {
        this.orders = orders;
        this.access = access;
        this.promises = promises;
        this.advance = advance;
        this.clock = clock;
    }

    /** The order with its new address, or with one still pending when the warehouse does not answer right now. */
    public Order redirect(Actor actor, OrderId id, Address address) {
        boolean promised = false;
        for (int i = 0; i < TRIES; i++) {
            Order order = access.require(actor, OrderAccess.EDIT, orders, id);
            Redirecting.requireEditable(order);
            if (!promised && !order.destination().address().equals(address)) {
                requirePromise(order, address);
                promised = true;
            }
            boolean staff = !access.owns(actor, order);
            CheckoutProcess.on(order, new Fact.AddressAsked(address, actor, staff), clock.instant());
            Order written = order.isDecided() ? advance.write(order) : order;
            if (isWanted(written, address)) {
                return redirectedOrRefused(advance.advance(written), address);
            }
        }
        throw CommonProblem.CONCURRENT_CHANGE.now();
    }

    private static boolean isWanted(Order order, Address address) {
        return order.destination()
                .pending()
                .orElse(order.destination().address())
                .equals(address);
    }

    private static Order redirectedOrRefused(Order order, Address address) {
        if (!isWanted(order, address)) {
            throw Redirecting.refusal(order);
        }
        return order;
    }

    private void requirePromise(Order order, Address address) {
        ShippingOption agreed = order.terms().shipping();
        boolean kept = offered(order, address)
                .filter(option -> option.price().equals(agreed.price()))
                .filter(option -> !option.promisedBy().isAfter(latest(order, option)))
                .isPresent();
        if (!kept) {
            throw OrderProblem.ADDRESS_CHANGES_SHIPPING
                    .with("shippingOptionId", agreed.optionId())
                    .with("price", agreed.price());
        }
    }

    /** As promised; and once time has gone by since then, as it would be promised to the present address now. */
    private Instant latest(Order order, ShippingOption option) {
        Instant agreed = order.terms().shipping().promisedBy();
        if (!option.promisedBy().isAfter(agreed)) {
            return agreed;
        }
        return offered(order, order.destination().address())
                .map(ShippingOption::promisedBy)
                .filter(now -> now.isAfter(agreed))
                .orElse(agreed);
    }

    private Optional<ShippingOption> offered(Order order, Address address) {
        List<Calculation.Wanted> lines = order.terms().lines().stream()
                .map(line -> new Calculation.Wanted(line.offer(), line.quantity()))
                .toList();
        String option = order.terms().shipping().optionId();
        return promises.promise(order.terms().storefront(), lines, address).options().stream()
                .filter(o -> o.optionId().equals(option))
                .findFirst();
    }
}
