package io.niaga.fulfillment.shipment;

import io.niaga.fulfillment.reservation.Address;
import io.niaga.fulfillment.shipment.Fulfillment.Deed;
import io.niaga.fulfillment.shipment.FulfillmentState.Cancelled;
import io.niaga.fulfillment.shipment.FulfillmentState.PaymentAssured;
import io.niaga.fulfillment.shipment.FulfillmentState.Sourced;
import java.util.Optional;

/** What an order's own life does to its fulfillment. */
final class OrderMoves {
    private OrderMoves() {}

    /** Empty: nothing new. A cancelled one is reopened when its order was revived. */
    static Optional<Fulfillment> confirmed(Fulfillment known, long sequence, Deed deed) {
        if (known.heard() >= sequence) {
            return Optional.empty();
        }
        Fulfillment heard = known.having(sequence);
        return Optional.of(
                known.state() instanceof Cancelled ? heard.with(null).in(new PaymentAssured(), deed) : heard);
    }

    /** Empty: nothing new. Nothing is shipped any more, so the address is forgotten. */
    static Optional<Fulfillment> cancelled(Fulfillment known, long sequence, Deed deed) {
        if (known.heard() >= sequence) {
            return Optional.empty();
        }
        Fulfillment heard = known.having(sequence);
        if (!known.state().isBeforePicking()) {
            return Optional.of(heard);
        }
        Goods goods = known.goods();
        return Optional.of(heard.with(goods == null ? null : goods.to(null)).in(new Cancelled(), deed));
    }

    /** Empty: not sourced yet, or somebody is at the shelves. */
    static Optional<Fulfillment> readdressed(Fulfillment known, Address address) {
        Goods goods = known.goods();
        return goods == null || !known.state().isBeforePicking()
                ? Optional.empty()
                : Optional.of(known.with(goods.to(address)));
    }

    static Fulfillment sourced(Fulfillment waiting, Goods goods, Deed deed) {
        return waiting.with(goods).in(new Sourced(), deed);
    }
}
