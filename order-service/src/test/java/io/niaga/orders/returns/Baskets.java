package io.niaga.orders.returns;

import io.niaga.orders.Samples;
import io.niaga.orders.order.Order;
import io.niaga.orders.order.OrderMemory;
import io.niaga.orders.order.OrderState;
import io.niaga.orders.order.PaymentMethod;
import io.niaga.orders.order.Terms;
import io.niaga.orders.quote.Calculation;
import io.niaga.types.Money;
import io.niaga.types.Sku;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Delivered orders with odd prices and discounts. */
final class Baskets {
    private Baskets() {}

    static Order random(Random random) {
        List<Calculation.Wanted> wanted = new ArrayList<>();
        List<Money> discounts = new ArrayList<>();
        for (int i = 0; i < 1 + random.nextInt(3); i++) {
            Money price = Money.ofMinor(1 + random.nextInt(1_000_000), "IDR");
            Calculation.Wanted line =
                    new Calculation.Wanted(Samples.offer(Sku.of("S-" + i), price.toDecimal()), 1 + random.nextInt(7));
            wanted.add(line);
            discounts.add(Money.ofMinor(random.nextLong(line.gross().minorUnits() + 1), "IDR"));
        }
        Terms sample = Samples.terms(1, null, PaymentMethod.CARD);
        Calculation sum = Calculation.of(wanted, discounts, sample.shipping().price(), Samples.FRONT.taxRate());
        Terms terms = new Terms(
                sample.cart(),
                sample.buyer(),
                sample.storefront(),
                sample.language(),
                sample.contact(),
                sample.address(),
                null,
                sample.customerKey(),
                sum.lines(),
                sample.shipping(),
                sum.totals(),
                sample.method(),
                sample.placementKey(),
                sample.placedAt(),
                sample.payBy());
        OrderMemory m = Delivered.order(new OrderState.Completed(Samples.NOW), PaymentMethod.CARD)
                .memory();
        return Order.restore(new OrderMemory(
                m.id(),
                m.number(),
                terms,
                m.state(),
                m.work(),
                m.payment(),
                m.fulfillment(),
                m.destination(),
                m.returns(),
                m.letters(),
                m.timeline(),
                m.heard(),
                m.changedAt(),
                m.revision()));
    }
}
