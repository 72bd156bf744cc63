package io.niaga.loyalty.coupon.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import io.niaga.loyalty.coupon.CouponId;
import io.niaga.loyalty.coupon.CouponTerms;
import io.niaga.loyalty.coupon.CouponUses;
import io.niaga.loyalty.coupon.Hold;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoTemplate;

/**
 * Counters and claims in MongoDB. The counter of a coupon is one document {@code {left, version, ops[]}}: taking is a guarded
 * decrement that leaves its operation in {@code ops}; undoing is an increment that removes it, so it happens once. A
 * customer's uses are claims {@code <coupon>|<customer>|<n>}, unique by {@code _id}.
 */
public final class MongoCouponUses implements CouponUses {
    private static final String CLAIMS = "coupon_claims";
    private static final String ATTEMPT = "attempt";
    private static final int TRIES = 3;
    private final MongoTemplate mongo;
    private final Holding holding;
    private final Clock clock;

    /** Tells whether a hold is still being given back: read between two steps of giving back. */
    public interface Holding {
        boolean isGivingBack(Hold hold);
    }

    public MongoCouponUses(MongoTemplate mongo, Holding holding, Clock clock) {
        this.mongo = mongo;
        this.holding = holding;
        this.clock = clock;
        counters().createIndex(Indexes.ascending("ops.at"));
    }

    private MongoCollection<Document> counters() {
        return mongo.getCollection("coupon_counters");
    }

    private MongoCollection<Document> claims() {
        return mongo.getCollection(CLAIMS);
    }

    @Override
    public boolean take(CouponTerms terms, CouponId coupon, String operation) {
        Integer limit = terms.totalLimit();
        if (limit == null) {
            return true;
        }
        Bson free = Filters.and(byId(coupon), Filters.gte("left", 1), Filters.ne("ops.id", operation));
        Bson taken = Updates.combine(Updates.inc("left", -1), Updates.inc("version", 1L), pushed(operation));
        if (counters().updateOne(free, taken).getModifiedCount() == 1 || hasTrace(coupon, operation)) {
            return true;
        }
        open(coupon, limit);
        return counters().updateOne(free, taken).getModifiedCount() == 1;
    }

    /** The counter is made by the first use: the limit never changes, so whoever is first makes the same one. */
    private void open(CouponId coupon, int limit) {
        Document full = new Document("_id", coupon.value())
                .append("left", limit)
                .append("version", 1L)
                .append("ops", List.of());
        try {
            mongo.insert(full, "coupon_counters");
        } catch (DuplicateKeyException openAlready) {
            // Somebody else was first.
        }
    }

    @Override
    public void undo(CouponId coupon, String operation) {
        counters()
                .updateOne(
                        Filters.and(byId(coupon), Filters.eq("ops.id", operation)),
                        Updates.combine(Updates.inc("left", 1), Updates.inc("version", 1L), pulled(operation)));
    }

    @Override
    public void forget(CouponId coupon, String operation) {
        counters()
                .updateOne(
                        Filters.and(byId(coupon), Filters.eq("ops.id", operation)),
                        Updates.combine(Updates.inc("version", 1L), pulled(operation)));
    }

    @Override
    public void giveBack(CouponTerms terms, Hold hold) {
        CouponId coupon = hold.claim().coupon();
        String operation = hold.id() + "/back";
        while (terms.totalLimit() != null) {
            Document counter = counters().find(byId(coupon)).first();
            // The version read before the hold makes a late comer's write fail.
            if (counter == null || traces(counter).contains(operation) || !holding.isGivingBack(hold)) {
                return;
            }
            Bson asRead = Filters.and(byId(coupon), Filters.eq("version", counter.getLong("version")));
            Bson back = Updates.combine(Updates.inc("left", 1), Updates.inc("version", 1L), pushed(operation));
            if (counters().updateOne(asRead, back).getModifiedCount() == 1) {
                return;
            }
        }
    }

    private boolean hasTrace(CouponId coupon, String operation) {
        return counters().countDocuments(Filters.and(byId(coupon), Filters.eq("ops.id", operation))) > 0;
    }

    private static List<String> traces(Document counter) {
        return counter.getList("ops", Document.class).stream()
                .map(op -> op.getString("id"))
                .toList();
    }

    private Bson pushed(String operation) {
        return Updates.push("ops", new Document("id", operation).append("at", Date.from(clock.instant())));
    }

    private static Bson pulled(String operation) {
        return Updates.pull("ops", new Document("id", operation));
    }

    private static Bson byId(CouponId coupon) {
        return Filters.eq("_id", coupon.value());
    }

    @Override
    public boolean claim(CouponTerms terms, Hold hold) {
        return slots(terms, hold.claim().coupon(), hold.claim().customerKey()).stream()
                .anyMatch(slot -> claim(slot, hold));
    }

    /** Takes the slot, or takes over what an older attempt of the same hold had taken; again when that just went. */
    private boolean claim(String slot, Hold hold) {
        Document claim =
                new Document("_id", slot).append("holdId", hold.id().value()).append(ATTEMPT, hold.attempt());
        for (int i = 0; i < TRIES; i++) {
            try {
                mongo.insert(claim, CLAIMS);
                return true;
            } catch (DuplicateKeyException taken) {
                Bson ours = Filters.and(
                        Filters.eq("_id", slot), Filters.eq("holdId", hold.id().value()));
                if (claims().updateOne(ours, Updates.max(ATTEMPT, hold.attempt()))
                                .getMatchedCount()
                        == 1) {
                    return true;
                }
                if (claims().countDocuments(Filters.eq("_id", slot)) == 1) {
                    return false;
                }
            }
        }
        return false;
    }

    @Override
    public void unclaim(CouponTerms terms, Hold hold) {
        List<String> slots = slots(terms, hold.claim().coupon(), hold.claim().customerKey());
        claims().deleteMany(Filters.and(
                Filters.in("_id", slots),
                Filters.eq("holdId", hold.id().value()),
                // Claims were once kept without their attempt.
                Filters.or(Filters.exists(ATTEMPT, false), Filters.lte(ATTEMPT, hold.attempt()))));
    }

    @Override
    public int left(CouponTerms terms, CouponId coupon) {
        Integer limit = terms.totalLimit();
        if (limit == null) {
            return Integer.MAX_VALUE;
        }
        Document counter = counters().find(byId(coupon)).first();
        return counter == null ? limit : counter.getInteger("left");
    }

    @Override
    public int usedBy(CouponTerms terms, CouponId coupon, String customerKey) {
        return (int) claims().countDocuments(Filters.in("_id", slots(terms, coupon, customerKey)));
    }

    private static List<String> slots(CouponTerms terms, CouponId coupon, String customerKey) {
        return IntStream.range(0, terms.perCustomerLimit())
                .mapToObj(n -> coupon + "|" + customerKey + "|" + n)
                .toList();
    }

    @Override
    public List<Trace> tracesBefore(Instant before, int limit) {
        List<Trace> traces = new ArrayList<>();
        Date bound = Date.from(before);
        counters().find(Filters.lte("ops.at", bound)).limit(limit).forEach(counter -> {
            CouponId coupon = CouponId.of(counter.getString("_id"));
            counter.getList("ops", Document.class).stream()
                    .filter(op -> !op.getDate("at").toInstant().isAfter(before))
                    .forEach(op -> traces.add(new Trace(coupon, op.getString("id"))));
        });
        return traces;
    }
}
