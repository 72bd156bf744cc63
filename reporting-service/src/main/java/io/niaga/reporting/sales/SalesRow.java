package io.niaga.reporting.sales;

import io.niaga.types.Money;
import java.time.LocalDate;
import java.util.Currency;

/**
 * A store's sales of one day (in the store's time zone) in one currency. Rows of the same day add up.
 *
 * @param orders orders confirmed that day
 * @param units what they ordered
 * @param gross unit prices times quantities, before discounts; as the store shows them, so with tax where prices include it
 * @param discount what coupons and campaigns took off, as a positive amount
 * @param tax the tax within gross, discount and shipping
 * @param shipping what customers paid for shipping
 * @param refunds money that went back that day
 * @param net gross less discount, less the goods that were cancelled or refunded that day; can be negative
 */
public record SalesRow(
        LocalDate day,
        long orders,
        long units,
        Money gross,
        Money discount,
        Money tax,
        Money shipping,
        Money refunds,
        Money net) {
    public static SalesRow none(LocalDate day, Currency currency) {
        Money zero = Money.zero(currency);
        return new SalesRow(day, 0, 0, zero, zero, zero, zero, zero, zero);
    }

    /** The sum of two rows of the same day. */
    public SalesRow plus(SalesRow other) {
        return new SalesRow(
                day,
                orders + other.orders,
                units + other.units,
                gross.plus(other.gross),
                discount.plus(other.discount),
                tax.plus(other.tax),
                shipping.plus(other.shipping),
                refunds.plus(other.refunds),
                net.plus(other.net));
    }

    public Currency currency() {
        return gross.currency();
    }
}
