package io.niaga.audit;

import com.mongodb.client.model.Filters;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;

/** Coupons with their counters, uses and claims. */
final class CouponArea implements Area {
    private static final String COUPONS = "loyalty.coupons";
    private static final String COUNTERS = "loyalty.coupon_counters";
    private static final String HOLDS = "loyalty.coupon_holds";
    private static final String CLAIMS = "loyalty.coupon_claims";
    private final Databases databases;

    CouponArea(Databases databases) {
        this.databases = databases;
    }

    @Override
    public void all(Outcome outcome) {
        Map<String, CouponCase> cases = new HashMap<>();
        databases.each(COUPONS, coupon -> of(cases, Fields.id(coupon)).coupon = coupon);
        databases.each(COUNTERS, counter -> of(cases, Fields.id(counter)).counter = counter);
        databases.pages(
                HOLDS,
                Databases.only("couponId", "state"),
                page -> page.stream()
                        .filter(hold -> !Fields.text(hold, "couponId").isEmpty())
                        .forEach(
                                hold -> of(cases, Fields.text(hold, "couponId")).hold(hold)));
        databases.each(CLAIMS, claim -> of(cases, coupon(claim)).claim(claim));
        outcome.looked("coupons", cases.size());
        cases.values().forEach(one -> {
            List<Violation> found = judged(one);
            if (!found.isEmpty()) {
                outcome.suspect(one.id, found);
            }
        });
    }

    private static CouponCase of(Map<String, CouponCase> cases, String id) {
        return cases.computeIfAbsent(id, CouponCase::new);
    }

    private static String coupon(Document claim) {
        String id = Fields.id(claim);
        return id.substring(0, Math.max(0, id.indexOf('|')));
    }

    private static List<Violation> judged(CouponCase one) {
        Findings found = new Findings();
        CouponLimits.counted(one, found);
        CouponLimits.claimed(one, found);
        return found.list();
    }

    @Override
    public List<Violation> again(String key) {
        CouponCase one = new CouponCase(key);
        one.coupon = databases.byId(COUPONS, List.of(key)).get(key);
        one.counter = databases.byId(COUNTERS, List.of(key)).get(key);
        databases
                .of(HOLDS)
                .find(Filters.eq("couponId", key))
                .projection(Databases.only("couponId", "state"))
                .forEach(one::hold);
        databases
                .of(CLAIMS)
                .find(Filters.and(Filters.gt("_id", key + "|"), Filters.lt("_id", key + "}"))) // '|' + 1 is '}'
                .forEach(one::claim);
        return judged(one);
    }
}
