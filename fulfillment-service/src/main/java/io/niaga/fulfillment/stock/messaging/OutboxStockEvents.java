package io.niaga.fulfillment.stock.messaging;

import io.niaga.events.Topics;
import io.niaga.events.audit.AuditRecordedV1;
import io.niaga.events.fulfillment.AvailabilityStateV1;
import io.niaga.events.fulfillment.StockAdjustedV1;
import io.niaga.fulfillment.stock.Availability;
import io.niaga.fulfillment.stock.Movement.Level;
import io.niaga.fulfillment.stock.Reason;
import io.niaga.fulfillment.stock.Stock;
import io.niaga.fulfillment.stock.StockFact;
import io.niaga.fulfillment.stock.StockKey;
import io.niaga.messaging.Outgoing;
import io.niaga.service.audit.AuditTrail;
import io.niaga.types.Actor;
import io.niaga.types.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** What a row of stock tells in the write that changes it, and the movements that follow from it. */
public final class OutboxStockEvents {
    private final AuditTrail audit;

    public OutboxStockEvents(AuditTrail audit) {
        this.audit = audit;
    }

    public List<Outgoing> of(List<StockFact> facts) {
        return facts.stream().flatMap(f -> of(f).stream()).toList();
    }

    /** The last word about a row on its state topic. */
    public static Outgoing availability(StockKey key, Availability availability) {
        return Outgoing.to(
                Topics.AVAILABILITY,
                AvailabilityStateV1.TYPE,
                new AvailabilityStateV1(
                        key.store().value(), key.sku().value(), key.warehouse().value(), availability.name()));
    }

    private List<Outgoing> of(StockFact fact) {
        return switch (fact) {
            case StockFact.AvailabilityChanged changed -> List.of(availability(changed.key(), changed.availability()));
            case StockFact.HandedOver handed ->
                List.of(MovementWriter.moved(
                        Reason.HAND_OVER,
                        handed.before(),
                        handed.after(),
                        MovementWriter.by("fulfillment-service", null, handed.reference())));
            case StockFact.Returned returned -> returned(returned);
            case StockFact.WrittenOff gone -> writtenOff(gone);
            case StockFact.Counted counted -> counted(counted);
        };
    }

    private static List<Outgoing> returned(StockFact.Returned returned) {
        UserId person = returned.onBehalfOf();
        Document by = MovementWriter.by(returned.actor(), person == null ? null : person.value(), returned.reference());
        Level onHand = new Level(returned.before().onHand(), returned.after().onHand());
        return List.of(
                MovementWriter.moved(Reason.RETURN, returned.before(), returned.after(), by),
                Outgoing.to(
                        Topics.STOCK,
                        StockAdjustedV1.TYPE,
                        adjusted(returned.key(), onHand, Reason.RETURN, returned.at())));
    }

    private static List<Outgoing> writtenOff(StockFact.WrittenOff gone) {
        Level onHand = new Level(gone.before().onHand(), gone.after().onHand());
        return List.of(
                MovementWriter.moved(
                        gone.reason(),
                        gone.before(),
                        gone.after(),
                        MovementWriter.by(gone.actor(), null, gone.reference())),
                Outgoing.to(
                        Topics.STOCK, StockAdjustedV1.TYPE, adjusted(gone.key(), onHand, gone.reason(), gone.at())));
    }

    private List<Outgoing> counted(StockFact.Counted counted) {
        List<Outgoing> told = new ArrayList<>();
        Stock before = counted.before();
        Stock after = counted.after();
        if (counted.movesUnits()) {
            told.add(MovementWriter.moved(
                    counted.reason(), before.buckets(), after.buckets(), MovementWriter.by(counted.actor(), null)));
        }
        if (counted.changesOnHand()) {
            Stock row = counted.after();
            Level onHand = new Level(before.buckets().onHand(), row.buckets().onHand());
            told.add(Outgoing.to(
                    Topics.STOCK,
                    StockAdjustedV1.TYPE,
                    adjusted(row.key(), onHand, counted.reason(), row.changedAt())));
        }
        // What another service counts in bulk is that service's act: it has its own entry, and each movement names it.
        if (!(counted.actor() instanceof Actor.Service)) {
            told.add(Outgoing.to(Topics.AUDIT, AuditRecordedV1.TYPE, entry(counted)));
        }
        return told;
    }

    private static StockAdjustedV1 adjusted(StockKey key, Level onHand, Reason reason, Instant at) {
        return new StockAdjustedV1(
                key.store().value(),
                key.sku().value(),
                key.warehouse().value(),
                onHand.before(),
                onHand.after(),
                reason.code(),
                at);
    }

    private AuditRecordedV1 entry(StockFact.Counted counted) {
        Stock before = counted.before();
        Stock after = counted.after();
        List<AuditRecordedV1.Change> changes = new ArrayList<>();
        note(changes, "/onHand", before.buckets().onHand(), after.buckets().onHand());
        note(changes, "/safety", before.buckets().safety(), after.buckets().safety());
        note(changes, "/reorderPoint", before.reorderPoint(), after.reorderPoint());
        return audit.entry(
                counted.actor(),
                "stock:write",
                after.key().toString(),
                after.key().store(),
                changes,
                counted.reason().code());
    }

    private static void note(
            List<AuditRecordedV1.Change> changes, String pointer, @Nullable Integer from, @Nullable Integer to) {
        if (!Objects.equals(from, to)) {
            changes.add(new AuditRecordedV1.Change(
                    pointer, from == null ? null : from.toString(), to == null ? null : to.toString()));
        }
    }
}
