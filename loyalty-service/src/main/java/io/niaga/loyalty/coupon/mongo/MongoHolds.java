package io.niaga.loyalty.coupon.mongo;

import io.niaga.loyalty.coupon.CouponId;
import io.niaga.loyalty.coupon.Hold;
import io.niaga.loyalty.coupon.Hold.HoldState;
import io.niaga.loyalty.coupon.HoldId;
import io.niaga.loyalty.coupon.Holds;
import io.niaga.messaging.OutboxCollection;
import io.niaga.messaging.Outgoing;
import io.niaga.types.Money;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.bson.Document;
import org.springframework.dao.DuplicateKeyException;

/** Coupon holds in MongoDB; a step forward is a write guarded by the state, fence and attempt it starts from. */
public final class MongoHolds implements Holds {
    private final OutboxCollection collection;
    private final BiFunction<Hold, Hold, List<Outgoing>> told;

    public MongoHolds(OutboxCollection collection, BiFunction<Hold, Hold, List<Outgoing>> told) {
        this.collection = collection;
        this.told = told;
    }

    @Override
    public Optional<Hold> find(HoldId id) {
        return Optional.ofNullable(collection.findById(id.value())).map(MongoHolds::toHold);
    }

    @Override
    public boolean add(Hold hold) {
        try {
            collection.insert(fields(hold).append("_id", hold.id().value()), List.of());
            return true;
        } catch (DuplicateKeyException known) {
            return false;
        }
    }

    @Override
    public boolean advance(Hold loaded, Hold next) {
        Document now = collection.findById(loaded.id().value());
        return now != null
                && toHold(now).equals(loaded)
                && collection.update(
                        loaded.id().value(),
                        OutboxCollection.revision(now),
                        new Document("$set", fields(next)),
                        told.apply(loaded, next));
    }

    private static Document fields(Hold hold) {
        Hold.Claim claim = hold.claim();
        return new Document("state", hold.state().name())
                .append("fence", hold.fence())
                .append("attempt", hold.attempt())
                .append("couponId", claim.coupon().value())
                .append("orderId", claim.orderId())
                .append("customerKey", claim.customerKey())
                .append("amount", claim.amount().minorUnits())
                .append("currency", claim.amount().currency().getCurrencyCode());
    }

    private static Hold toHold(Document document) {
        Hold.Claim claim = new Hold.Claim(
                CouponId.of(document.getString("couponId")),
                document.getString("orderId"),
                document.getString("customerKey"),
                Money.ofMinor(document.getLong("amount"), document.getString("currency")));
        return new Hold(
                HoldId.of(document.getString("_id")),
                claim,
                HoldState.valueOf(document.getString("state")),
                document.getLong("fence"),
                document.getInteger("attempt"));
    }
}
