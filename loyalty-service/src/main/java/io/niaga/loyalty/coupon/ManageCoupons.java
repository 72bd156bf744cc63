package io.niaga.loyalty.coupon;

import io.niaga.types.Actor;
import io.niaga.types.CommonProblem;
import io.niaga.types.Page;
import io.niaga.types.Permissions;
import io.niaga.types.Precondition;
import io.niaga.types.StoreId;
import io.niaga.types.UseCase;
import org.jspecify.annotations.Nullable;

/** What a store's marketing does with its coupons: issue, read, revoke. */
@UseCase
public final class ManageCoupons {
    private static final String READ = "coupon:read";
    private static final String WRITE = "coupon:write";
    private final Coupons coupons;
    private final CouponUses uses;
    private final Permissions permissions;

    public ManageCoupons(Coupons coupons, CouponUses uses, Permissions permissions) {
        this.coupons = coupons;
        this.uses = uses;
        this.permissions = permissions;
    }

    /** A coupon, and how many uses are left of its total. */
    public record Issued(Coupon coupon, int left) {}

    public void requireWrite(Actor actor, StoreId store) {
        permissions.require(actor, WRITE, store);
    }

    /** @throws io.niaga.types.ProblemException COUPON_CODE_TAKEN; the same id again is the same coupon */
    public Issued issue(Actor actor, CouponId id, CouponTerms terms) {
        requireWrite(actor, terms.store());
        coupons.add(Coupon.issue(id, terms), actor);
        return read(id);
    }

    public Issued coupon(Actor actor, CouponId id) {
        Issued issued = read(id);
        permissions.require(actor, READ, issued.coupon().terms().store());
        return issued;
    }

    private Issued read(CouponId id) {
        Coupon coupon = coupons.find(id).orElseThrow(CommonProblem.NOT_FOUND::now);
        return new Issued(coupon, uses.left(coupon.terms(), id));
    }

    public Page<Issued> ofStore(Actor actor, StoreId store, int limit, @Nullable String after) {
        permissions.require(actor, READ, store);
        return coupons.ofStore(store, limit, after)
                .map(coupon -> new Issued(coupon, uses.left(coupon.terms(), coupon.id())));
    }

    /** Revoking twice is once. */
    public Issued revoke(Actor actor, CouponId id, Precondition precondition) {
        Coupon coupon = coupons.find(id).orElseThrow(CommonProblem.NOT_FOUND::now);
        requireWrite(actor, coupon.terms().store());
        precondition.check(coupon.revision());
        if (!coupon.isRevoked()) {
            coupon.revoke();
            if (!coupons.save(coupon, actor)) {
                throw CommonProblem.CONCURRENT_CHANGE.now();
            }
        }
        return read(id);
    }
}
