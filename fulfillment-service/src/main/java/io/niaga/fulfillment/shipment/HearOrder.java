package io.niaga.fulfillment.shipment;

import io.niaga.fulfillment.reservation.Reservation;
import io.niaga.fulfillment.reservation.Reservations;
import io.niaga.fulfillment.shipment.Fulfillment.Deed;
import io.niaga.fulfillment.shipment.Fulfillment.OrderFacts;
import io.niaga.fulfillment.shipment.FulfillmentState.Cancelled;
import io.niaga.fulfillment.shipment.FulfillmentState.PaymentAssured;
import io.niaga.types.CommonProblem;
import io.niaga.types.UseCase;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Takes in what becomes of orders: a confirmed one is to be shipped, a cancelled or expired one is not. Events that come
 * twice or late are no news.
 */
@UseCase
public final class HearOrder {
    private static final String BY = "order-service";
    private static final int TRIES = 20;
    private static final int BATCH = 100;
    private final Fulfillments fulfillments;
    private final Reservations reservations;
    private final Clock clock;

    public HearOrder(Fulfillments fulfillments, Reservations reservations, Clock clock) {
        this.fulfillments = fulfillments;
        this.reservations = reservations;
        this.clock = clock;
    }

    public void confirmed(OrderFacts order, long sequence) {
        Deed deed = deed();
        Fulfillment fresh = Fulfillment.heardOf(order, new PaymentAssured(), sequence, deed);
        // Nearly always the first news of the order: no need to look whether there is something.
        if (fulfillments.save(FulfillmentChange.quiet(sourced(fresh, deed).orElse(fresh)))) {
            return;
        }
        untilWritten(() -> fulfillments
                .find(fresh.id())
                .flatMap(known -> OrderMoves.confirmed(known, sequence, deed))
                .map(f -> sourced(f, deed).orElse(f)));
    }

    public void cancelled(OrderFacts order, long sequence) {
        Deed deed = deed();
        untilWritten(() -> {
            Optional<Fulfillment> known = fulfillments.find(FulfillmentId.of(order.id()));
            return known.isEmpty()
                    ? Optional.of(Fulfillment.heardOf(order, new Cancelled(), sequence, deed))
                    : OrderMoves.cancelled(known.get(), sequence, deed);
        });
    }

    /** For those whose units were not committed when their order was heard of. */
    public void sourceWaiting() {
        for (Fulfillment waiting : fulfillments.waiting(BATCH)) {
            sourced(waiting, deed()).ifPresent(f -> fulfillments.save(FulfillmentChange.quiet(f)));
        }
    }

    /** Sourced, when it waits and its units are committed. */
    private Optional<Fulfillment> sourced(Fulfillment f, Deed deed) {
        if (!(f.state() instanceof PaymentAssured)) {
            return Optional.empty();
        }
        return reservations.find(f.id().reservation()).flatMap(r -> goods(r)).map(g -> OrderMoves.sourced(f, g, deed));
    }

    private static Optional<Goods> goods(Reservation reservation) {
        Reservation.OrderFacts order = reservation.order();
        return switch (reservation.state()) {
            case COMMITTED, PICKING -> order == null ? Optional.empty() : Optional.of(Goods.of(reservation, order));
            case PENDING, REFUSED, HELD, RELEASING, RELEASED, CONSUMING, CONSUMED -> Optional.empty();
        };
    }

    private void untilWritten(Supplier<Optional<Fulfillment>> next) {
        for (int tries = 0; tries < TRIES; tries++) {
            Optional<Fulfillment> changed = next.get();
            if (changed.isEmpty() || fulfillments.save(FulfillmentChange.quiet(changed.get()))) {
                return;
            }
        }
        throw CommonProblem.CONCURRENT_CHANGE.now();
    }

    private Deed deed() {
        return new Deed(BY, clock.instant());
    }
}
