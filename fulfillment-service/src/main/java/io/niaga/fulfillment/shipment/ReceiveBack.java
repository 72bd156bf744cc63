package io.niaga.fulfillment.shipment;

import io.niaga.fulfillment.receiving.Restock;
import io.niaga.fulfillment.receiving.RestockCommand;
import io.niaga.fulfillment.receiving.RestockReturn;
import io.niaga.fulfillment.receiving.ReturnedLine;
import io.niaga.fulfillment.reservation.Fence;
import io.niaga.fulfillment.shipment.Fulfillment.Deed;
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

/**
 * What could not be delivered is in the warehouse again: it goes into the stock, under a return of its own, and then the
 * fulfillment says so. Cut off in between, the same lines again finish it.
 */
@UseCase
public final class ReceiveBack {
    private static final String ACTION = "fulfillment:work";
    /** No order decides this, so there is nothing that could be overtaken. */
    private static final Fence ONCE = new Fence(0);

    private static final int TRIES = 20;
    private final Fulfillments fulfillments;
    private final RestockReturn restock;
    private final Permissions permissions;
    private final Clock clock;

    public ReceiveBack(Fulfillments fulfillments, RestockReturn restock, Permissions permissions, Clock clock) {
        this.fulfillments = fulfillments;
        this.restock = restock;
        this.permissions = permissions;
        this.clock = clock;
    }

    /** What came back of a line of the order. */
    public record Line(int line, Quantity resellable, Quantity damaged) {}

    /** @throws ProblemException FULFILLMENT_STATE, INVALID_REQUEST for lines that were not shipped, RESTOCK_MISMATCH */
    public Fulfillment receive(Actor actor, FulfillmentId id, List<Line> lines) {
        for (int tries = 0; tries < TRIES; tries++) {
            Fulfillment known = ReadFulfillments.require(fulfillments, permissions, actor, ACTION, id);
            WarehouseMoves.requireReturning(known);
            List<ReturnedLine> returned = returned(Objects.requireNonNull(known.goods()), lines);
            restock.restock(
                    Restock.By.of(actor),
                    new RestockCommand(
                            id.returned(),
                            ONCE,
                            known.order().id(),
                            known.order().store(),
                            id.reservation(),
                            returned));
            Deed deed = new Deed(actor.label(), clock.instant());
            if (fulfillments.save(WarehouseMoves.receiveBack(known, returned, deed))) {
                return fulfillments.find(id).orElse(known);
            }
        }
        throw CommonProblem.CONCURRENT_CHANGE.now();
    }

    private static List<ReturnedLine> returned(Goods goods, List<Line> lines) {
        ProblemException refused = CommonProblem.INVALID_REQUEST.now();
        List<ReturnedLine> returned = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            goods.lines().stream()
                    .filter(shipped -> shipped.line() == line.line())
                    .findFirst()
                    .ifPresentOrElse(
                            shipped -> returned.add(new ReturnedLine(
                                    line.line(), shipped.stock().sku(), line.resellable(), line.damaged())),
                            () -> refused.at("/lines", "LINE_UNKNOWN", "Line " + line.line() + " was not shipped."));
        }
        if (!refused.errors().isEmpty()) {
            throw refused;
        }
        return returned;
    }
}
