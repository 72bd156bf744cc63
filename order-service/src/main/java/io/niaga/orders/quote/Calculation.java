package io.niaga.orders.quote;

import io.niaga.orders.offer.Offer;
import io.niaga.types.Money;
import io.niaga.types.Percentage;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;

/**
 * The arithmetic of a quote with prices that include tax. The tax of a line and of the shipping is {@code a · r / (1 + r)} of
 * its total after discount, each rounded half up to a whole minor unit; the purchase's tax is their sum, so the parts always
 * add up.
 */
public record Calculation(List<QuoteLine> lines, Totals totals) {
    /** How many of what, before discount. */
    public record Wanted(Offer offer, int quantity) {
        public Money gross() {
            return offer.unitPrice().times(quantity);
        }
    }

    /**
     * @param discounts one per wanted line, each between zero and the line's gross
     */
    public static Calculation of(List<Wanted> wanted, List<Money> discounts, Money shipping, Percentage taxRate) {
        Money zero = Money.zero(shipping.currency());
        List<QuoteLine> lines = new ArrayList<>();
        Money items = zero;
        Money discount = zero;
        Money tax = shipping.includedTax(taxRate, RoundingMode.HALF_UP);
        Money shippingTax = tax;
        for (int i = 0; i < wanted.size(); i++) {
            QuoteLine line = line(i + 1, wanted.get(i), discounts.get(i), taxRate);
            lines.add(line);
            items = items.plus(line.gross());
            discount = discount.plus(line.discount());
            tax = tax.plus(line.tax());
        }
        Money total = items.minus(discount).plus(shipping);
        return new Calculation(List.copyOf(lines), new Totals(items, discount, shipping, shippingTax, tax, total));
    }

    private static QuoteLine line(int number, Wanted wanted, Money discount, Percentage taxRate) {
        Money total = wanted.gross().minus(discount);
        if (discount.isNegative() || total.isNegative()) {
            throw new IllegalArgumentException("a discount lies between zero and the line's price");
        }
        Money tax = total.includedTax(taxRate, RoundingMode.HALF_UP);
        return new QuoteLine(number, wanted.offer(), wanted.quantity(), discount, tax, total);
    }

    /** No discount at all. */
    public static List<Money> none(int lines, Currency currency) {
        return Collections.nCopies(lines, Money.zero(currency));
    }
}
