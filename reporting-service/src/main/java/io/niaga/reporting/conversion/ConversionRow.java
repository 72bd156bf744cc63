package io.niaga.reporting.conversion;

import io.niaga.types.Percentage;
import java.util.Optional;

/**
 * Visits and orders of a day, or of several. Figures add up; rates are computed from the sums, never averaged.
 *
 * @param sessions sessions of visitors who consented; one that goes on after midnight counts on both days
 * @param productViews product pages they saw
 * @param cartAdds times they put something into a cart
 * @param cartSessions sessions that put something into a cart
 * @param orders all orders that were placed, with consent or without
 * @param orderSessions sessions that placed an order; an order counts for one session
 */
public record ConversionRow(
        long sessions, long productViews, long cartAdds, long cartSessions, long orders, long orderSessions) {
    public static final ConversionRow NONE = new ConversionRow(0, 0, 0, 0, 0, 0);

    public ConversionRow plus(ConversionRow other) {
        return new ConversionRow(
                sessions + other.sessions,
                productViews + other.productViews,
                cartAdds + other.cartAdds,
                cartSessions + other.cartSessions,
                orders + other.orders,
                orderSessions + other.orderSessions);
    }

    /** The same with that many orders. */
    public ConversionRow withOrders(long placed) {
        return new ConversionRow(sessions, productViews, cartAdds, cartSessions, placed, orderSessions);
    }

    /** {@code cartSessions / sessions}; empty without sessions. */
    public Optional<Percentage> addToCartRate() {
        return share(cartSessions);
    }

    /** {@code orderSessions / sessions}: both count those who consented, so it is not skewed by those who did not. */
    public Optional<Percentage> conversionRate() {
        return share(orderSessions);
    }

    /** Rounded half up to a basis point. */
    private Optional<Percentage> share(long part) {
        return sessions == 0
                ? Optional.empty()
                : Optional.of(new Percentage((2 * Percentage.WHOLE * part + sessions) / (2 * sessions)));
    }
}
