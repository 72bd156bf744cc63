package io.niaga.fulfillment.stock.messaging;

import io.niaga.fulfillment.stock.Buckets;
import io.niaga.fulfillment.stock.Movement;
import io.niaga.fulfillment.stock.Movements;
import io.niaga.fulfillment.stock.Reason;
import io.niaga.fulfillment.stock.StockKey;
import io.niaga.messaging.LocalWriter;
import io.niaga.messaging.Outgoing;
import io.niaga.types.Actor;
import io.niaga.types.UserId;
import java.time.Instant;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Writes down the movements that rode in the outbox of their row, each once. */
public final class MovementWriter implements LocalWriter {
    private static final String NAME = "movements";
    private static final String TYPE = "stock.moved";
    private final Movements movements;

    public MovementWriter(Movements movements) {
        this.movements = movements;
    }

    static Outgoing moved(Reason reason, Buckets before, Buckets after, Document by) {
        return Outgoing.local(
                NAME,
                TYPE,
                new Document("reason", reason.code())
                        .append("onHand", level(before.onHand(), after.onHand()))
                        .append("safety", level(before.safety(), after.safety()))
                        .append("damaged", level(before.damaged(), after.damaged()))
                        .append("by", by));
    }

    static Document by(Actor actor, @Nullable String reference) {
        Optional<UserId> person = actor instanceof Actor.Service service ? service.onBehalfOf() : Optional.empty();
        return by(actor.label(), person.map(UserId::value).orElse(null), reference);
    }

    static Document by(String actor, @Nullable String onBehalfOf, @Nullable String reference) {
        return new Document("actor", actor).append("onBehalfOf", onBehalfOf).append("reference", reference);
    }

    private static Document level(int before, int after) {
        return new Document("before", before).append("after", after);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void write(String derivedId, String type, Document body, Instant at) {
        Document by = body.get("by", Document.class);
        String onBehalfOf = by.getString("onBehalfOf");
        movements.add(new Movement(
                derivedId,
                StockKey.parse(derivedId.substring(0, derivedId.lastIndexOf('/'))),
                Reason.of(body.getString("reason")),
                level(body.get("onHand", Document.class)),
                level(body.get("safety", Document.class)),
                level(body.get("damaged", Document.class)),
                by.getString("reference"),
                by.getString("actor"),
                onBehalfOf == null ? null : UserId.of(onBehalfOf),
                at));
    }

    /** What was written by an earlier version says nothing of damaged units: it moved none. */
    private static Movement.Level level(@Nullable Document level) {
        return level == null
                ? Movement.Level.NONE
                : new Movement.Level(level.getInteger("before"), level.getInteger("after"));
    }
}
