package io.niaga.loyalty.coupon.mongo;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import io.niaga.loyalty.coupon.Coupon;
import io.niaga.loyalty.coupon.CouponCode;
import io.niaga.loyalty.coupon.CouponId;
import io.niaga.loyalty.coupon.CouponProblem;
import io.niaga.loyalty.coupon.Coupons;
import io.niaga.messaging.OutboxCollection;
import io.niaga.messaging.Outgoing;
import io.niaga.types.Actor;
import io.niaga.types.Page;
import io.niaga.types.StoreId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;

/** Coupons in MongoDB; a store's code is unique by an index. */
public final class MongoCoupons implements Coupons {
    private final OutboxCollection collection;
    private final BiFunction<Coupon, Actor, List<Outgoing>> told;

    public MongoCoupons(OutboxCollection collection, BiFunction<Coupon, Actor, List<Outgoing>> told) {
        this.collection = collection;
        this.told = told;
        collection.raw().createIndex(Indexes.ascending("storeId", "code"), new IndexOptions().unique(true));
        collection.raw().createIndex(Indexes.descending("storeId", "_id"));
    }

    @Override
    public void add(Coupon coupon, Actor actor) {
        try {
            collection.insert(CouponMapping.of(coupon), told.apply(coupon, actor));
        } catch (DuplicateKeyException taken) {
            if (find(coupon.id()).isEmpty()) {
                throw CouponProblem.COUPON_CODE_TAKEN.with(
                        "couponCode", coupon.terms().code().value());
            }
        }
    }

    @Override
    public Optional<Coupon> find(CouponId id) {
        return Optional.ofNullable(collection.findById(id.value())).map(MongoCoupons::toCoupon);
    }

    @Override
    public Optional<Coupon> find(StoreId store, CouponCode code) {
        Bson filter = Filters.and(Filters.eq("storeId", store.value()), Filters.eq("code", code.value()));
        return Optional.ofNullable(collection
                        .raw()
                        .find(filter)
                        .projection(OutboxCollection.hidden())
                        .first())
                .map(MongoCoupons::toCoupon);
    }

    @Override
    public boolean save(Coupon coupon, Actor actor) {
        return collection.update(
                coupon.id().value(),
                coupon.revision(),
                Updates.set("revoked", coupon.isRevoked()),
                told.apply(coupon, actor));
    }

    @Override
    public Page<Coupon> ofStore(StoreId store, int limit, @Nullable String after) {
        Bson ofStore = Filters.eq("storeId", store.value());
        List<Coupon> found = collection
                .raw()
                .find(after == null ? ofStore : Filters.and(ofStore, Filters.lt("_id", after)))
                .sort(Sorts.descending("_id"))
                .projection(OutboxCollection.hidden())
                .limit(limit + 1)
                .map(MongoCoupons::toCoupon)
                .into(new ArrayList<>());
        boolean more = found.size() > limit;
        List<Coupon> page = more ? found.subList(0, limit) : found;
        return new Page<>(page, more ? page.getLast().id().value() : null);
    }

    private static Coupon toCoupon(Document document) {
        return CouponMapping.toCoupon(document, OutboxCollection.revision(document));
    }
}
