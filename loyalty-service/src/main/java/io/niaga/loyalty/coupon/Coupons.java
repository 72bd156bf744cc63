package io.niaga.loyalty.coupon;

import io.niaga.types.Actor;
import io.niaga.types.Page;
import io.niaga.types.StoreId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where coupons are kept. A write carries its audit entry. */
public interface Coupons {
    /** @throws io.niaga.types.ProblemException COUPON_CODE_TAKEN; the same id again is the same coupon */
    void add(Coupon coupon, Actor actor);

    Optional<Coupon> find(CouponId id);

    Optional<Coupon> find(StoreId store, CouponCode code);

    /** False when someone else saved in between. */
    boolean save(Coupon coupon, Actor actor);

    /** A store's coupons, newest first. */
    Page<Coupon> ofStore(StoreId store, int limit, @Nullable String after);
}
