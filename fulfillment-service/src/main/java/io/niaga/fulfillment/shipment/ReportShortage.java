package io.niaga.fulfillment.shipment;

import io.niaga.fulfillment.reservation.HeldLine;
import io.niaga.fulfillment.reservation.Missing;
import io.niaga.fulfillment.reservation.PickReservation;
import io.niaga.fulfillment.shipment.Fulfillment.Deed;
import io.niaga.fulfillment.shipment.FulfillmentState.EndingShort;
import io.niaga.fulfillment.stock.Reason;
import io.niaga.fulfillment.warehouse.WarehouseId;
import io.niaga.types.Actor;
import io.niaga.types.CommonProblem;
import io.niaga.types.Permissions;
import io.niaga.types.ProblemException;
import io.niaga.types.Quantity;
import io.niaga.types.UseCase;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Not everything that was ordered is there, so nothing of it is shipped. That is written first: from then on nobody packs it.
 * Then its units are booked: what is missing out of the stock, the rest back to what can be sold; then it is told. Cut off in
 * between, the same request or the next sweep finishes it.
 */
@UseCase
public final class ReportShortage {
    private static final System.Logger log = System.getLogger(ReportShortage.class.getName());
    private static final String ACTION = "fulfillment:work";
    private static final int TRIES = 20;
    private static final int BATCH = 100;
    private final Fulfillments fulfillments;
    private final PickReservation reservation;
    private final Permissions permissions;
    private final Clock clock;

    public ReportShortage(
            Fulfillments fulfillments, PickReservation reservation, Permissions permissions, Clock clock) {
        this.fulfillments = fulfillments;
        this.reservation = reservation;
        this.permissions = permissions;
        this.clock = clock;
    }

    /** What is not there of a line of the order, in one warehouse. */
    public record Line(int line, WarehouseId warehouse, Quantity quantity) {}

    /**
     * The same said again is answered as it is then; it is told once what is missing, so other lines, or another reason, are
     * refused from when it was decided.
     *
     * @throws ProblemException FULFILLMENT_STATE, INVALID_REQUEST for units that it does not have
     */
    public Fulfillment report(Actor actor, FulfillmentId id, List<Line> lines, Reason reason) {
        for (int tries = 0; tries < TRIES; tries++) {
            Fulfillment known = ReadFulfillments.require(fulfillments, permissions, actor, ACTION, id);
            Optional<Missing> decided = known.state().lacking();
            if (decided.isPresent()) {
                requireSame(known, decided.get(), lines, reason);
                return finish(known);
            }
            WarehouseMoves.requireOnShelves(known);
            Missing missing = new Missing(missing(Objects.requireNonNull(known.goods()), lines), reason, actor.label());
            // The order may have been cancelled a moment ago; from here it cannot be.
            if (reservation.start(id.reservation()).isEmpty()) {
                throw FulfillmentProblem.state(known, "shortage");
            }
            Deed deed = new Deed(actor.label(), clock.instant());
            if (fulfillments.save(WarehouseMoves.findShort(known, missing, deed)
                    .and(new ShipmentEvent.FoundShort(actor, known.state().name(), reason, deed.at())))) {
                return finish(fulfillments.find(id).orElse(known));
            }
        }
        throw CommonProblem.CONCURRENT_CHANGE.now();
    }

    /** For those that were cut off: how many are still not finished. */
    public int finishLeft() {
        int open = 0;
        List<FulfillmentId> left = fulfillments.endingShort(null, BATCH);
        while (!left.isEmpty()) {
            for (FulfillmentId id : left) {
                open += done(id) ? 0 : 1;
            }
            left = fulfillments.endingShort(left.getLast(), BATCH);
        }
        return open;
    }

    /** What cannot be read, or not be written now (its row has too much to tell), must not keep the others waiting. */
    private boolean done(FulfillmentId id) {
        try {
            fulfillments.find(id).ifPresent(this::finish);
            return true;
        } catch (RuntimeException failed) {
            log.log(
                    System.Logger.Level.ERROR,
                    "shortage of " + id + " could not be finished; it is tried again",
                    failed);
            return false;
        }
    }

    private Fulfillment finish(Fulfillment ending) {
        Fulfillment now = ending;
        for (int tries = 0; tries < TRIES; tries++) {
            if (!(now.state() instanceof EndingShort decided)) {
                return now;
            }
            if (!reservation.runShort(now.id().reservation(), decided.missing())) {
                throw FulfillmentProblem.state(now, "shortage");
            }
            Deed deed = new Deed(decided.missing().by(), clock.instant());
            fulfillments.save(WarehouseMoves.endShort(now, deed));
            now = fulfillments.find(now.id()).orElse(now);
        }
        throw CommonProblem.CONCURRENT_CHANGE.now();
    }

    private static void requireSame(Fulfillment known, Missing decided, List<Line> lines, Reason reason) {
        Set<Line> same = decided.lines().stream()
                .map(l -> new Line(l.line(), l.stock().warehouse(), l.quantity()))
                .collect(Collectors.toSet());
        if (!same.equals(Set.copyOf(lines)) || !decided.reason().equals(reason)) {
            throw FulfillmentProblem.state(known, "shortage");
        }
    }

    private static List<HeldLine> missing(Goods goods, List<Line> lines) {
        ProblemException refused = CommonProblem.INVALID_REQUEST.now();
        List<HeldLine> missing = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            Optional<HeldLine> held = goods.lines().stream()
                    .filter(l ->
                            l.line() == line.line() && l.stock().warehouse().equals(line.warehouse()))
                    .filter(l -> l.quantity().compareTo(line.quantity()) >= 0)
                    .findFirst();
            if (held.isEmpty()) {
                refused.at("/lines/" + i, "LINE_UNKNOWN", "Not so many units of that line are taken from there.");
            } else {
                missing.add(new HeldLine(line.line(), held.get().stock(), line.quantity()));
            }
        }
        if (!refused.errors().isEmpty()) {
            throw refused;
        }
        return missing;
    }
}
