package io.niaga.loyalty.points;

import io.niaga.types.Money;
import java.util.Collection;

/**
 * What an order is worth in points, and what is left of it when money goes back.
 *
 * @param goods paid for goods, after discount
 * @param total paid in all; at least the goods
 * @param minorPerPoint minor units of the currency that earn one point, at the rate of that day
 */
public record Worth(Money goods, Money total, long minorPerPoint) {
    public Worth {
        if (minorPerPoint < 1 || goods.compareTo(total) > 0) {
            throw new IllegalArgumentException("goods are a part of the total, and a point costs something");
        }
    }

    /** Whole points, rounded down; nothing for nothing. */
    public long points() {
        return points(goods);
    }

    /** The points for what was paid for goods and did not go back, whatever the order of the refunds. */
    long pointsAfter(Collection<GoodsRefund> refunds) {
        return points(goods.minus(refunded(refunds)));
    }

    private long points(Money left) {
        return Math.max(0, left.minorUnits()) / minorPerPoint;
    }

    /** What nobody called goods is shared between goods and the rest as the order was, together, so nothing is lost. */
    private Money refunded(Collection<GoodsRefund> refunds) {
        Money zero = Money.zero(goods.currency());
        Money said = zero;
        Money unsaid = zero;
        for (GoodsRefund refund : refunds) {
            Money part = refund.goods();
            said = part == null ? said : said.plus(part);
            unsaid = part == null ? unsaid.plus(refund.amount()) : unsaid;
        }
        long rest = total.minus(goods).minorUnits();
        return said.plus(unsaid.allocate(goods.minorUnits(), rest)[0]).min(goods);
    }
}
