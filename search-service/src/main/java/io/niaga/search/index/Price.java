package io.niaga.search.index;

import io.niaga.types.Money;
import java.util.Currency;

/**
 * A price that can be compared and sorted beside others as a plain number.
 *
 * @param scaled ten-thousandths of the currency's major unit; no currency has more decimals
 */
public record Price(long scaled, String currency) {
    public static final int DECIMALS = 4;

    /** @throws ArithmeticException when it is beyond 900 trillion */
    public static Price of(Money money) {
        return new Price(
                Math.multiplyExact(money.minorUnits(), factor(money.currency())),
                money.currency().getCurrencyCode());
    }

    public Money toMoney() {
        Currency known = Currency.getInstance(currency);
        return new Money(scaled / factor(known), known);
    }

    private static long factor(Currency currency) {
        long factor = 1;
        for (int digits = currency.getDefaultFractionDigits(); digits < DECIMALS; digits++) {
            factor *= 10;
        }
        return factor;
    }
}
