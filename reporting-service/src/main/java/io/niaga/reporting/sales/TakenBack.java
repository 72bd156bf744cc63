package io.niaga.reporting.sales;

import io.niaga.types.Money;

/**
 * How much of an order's goods was taken back so far, refund by refund. What all refunds together take back never exceeds the
 * goods, and is exactly the goods once everything that was paid went back.
 */
final class TakenBack {
    private Money goods;
    private Money paid;

    TakenBack(Sale sale) {
        goods = sale.goods();
        paid = sale.total();
    }

    /** The goods within the next refund: as it says itself, else what is left of the goods' share of what is left of all. */
    Money by(Reversal refund) {
        Money amount = refund.amount();
        if (!amount.currency().equals(paid.currency())) {
            // Nothing that was bought in another currency; it counts as money that went back and no more.
            return Money.zero(amount.currency());
        }
        Money said = refund.goods();
        Money taken = said != null ? said.min(goods) : share(amount.min(paid));
        goods = goods.minus(taken);
        paid = paid.minus(amount.min(paid));
        return taken;
    }

    private Money share(Money amount) {
        Money shipping = paid.minus(goods);
        return paid.isZero() || shipping.isNegative()
                ? amount.min(goods)
                : amount.allocate(goods.minorUnits(), shipping.minorUnits())[0].min(goods);
    }

    /** What was not taken back yet. */
    Money rest() {
        return goods;
    }
}
