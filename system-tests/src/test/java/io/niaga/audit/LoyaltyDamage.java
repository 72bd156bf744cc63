package io.niaga.audit;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.niaga.audit.PlantedDamageTest.Damage;
import java.util.List;
import org.bson.Document;

/** Damage to points and coupons. */
final class LoyaltyDamage {
    private static final String MEMBERS = "loyalty.members";
    private static final String ENTRIES = "loyalty.points_entries";
    private static final String HOLDS = "loyalty.coupon_holds";

    private LoyaltyDamage() {}

    static List<Damage> all() {
        return List.of(
                new Damage(Check.POINTS, "a bucket is fuller than its entries", w -> {
                    Document member = w.one(MEMBERS, Filters.empty());
                    Document bucket = Fields.list(member, "buckets").getFirst();
                    w.add(MEMBERS, Fields.id(member), "buckets.0.points", 1L);
                    return List.of(Fields.id(member), bucket.getString("orderId"));
                }),
                new Damage(Check.POINTS, "a claw-back did not reach its bucket", w -> {
                    Document bucket = Fields.list(w.one(MEMBERS, Filters.empty()), "buckets").stream()
                            .filter(b -> b.getString("state").equals("ACTIVE"))
                            .findFirst()
                            .orElseThrow();
                    Document entry = w.one(
                            ENTRIES,
                            Filters.and(
                                    Filters.eq("orderId", bucket.getString("orderId")), Filters.eq("kind", "EARNED")));
                    String member = entry.getString("memberId");
                    w.in(ENTRIES)
                            .insertOne(new Document(entry)
                                    .append("_id", member + "/99")
                                    .append("kind", "CLAWED_BACK")
                                    .append("points", 7L)
                                    .append("position", 99L));
                    return List.of(member, bucket.getString("orderId"));
                }),
                new Damage(Check.POINTS, "entries of nobody", w -> {
                    w.in(ENTRIES)
                            .insertOne(new Document("_id", "mem_other/1")
                                    .append("memberId", "mem_other")
                                    .append("kind", "EARNED")
                                    .append("points", 5L)
                                    .append("position", 1L));
                    return List.of("mem_other");
                }),
                new Damage(Check.POINTS_OF_ORDER, "points of a good order were cancelled", w -> {
                    String order = w.order("ord_", "CONFIRMED", "VIRTUAL_ACCOUNT");
                    Document entry = w.one(ENTRIES, Filters.eq("orderId", order));
                    String member = entry.getString("memberId");
                    List<Document> buckets = Fields.list(w.byId(MEMBERS, member), "buckets");
                    int at = buckets.stream()
                            .map(b -> b.getString("orderId"))
                            .toList()
                            .indexOf(order);
                    w.set(MEMBERS, member, "buckets." + at + ".state", "CANCELLED");
                    w.in(ENTRIES)
                            .insertOne(new Document(entry)
                                    .append("_id", member + "/99")
                                    .append("kind", "CANCELLED")
                                    .append("position", 99L));
                    return List.of(order, member);
                }),
                new Damage(Check.COUPON_LIMITS, "the counter gave one back too many", w -> {
                    Document counter = w.one("loyalty.coupon_counters", Filters.empty());
                    w.add("loyalty.coupon_counters", Fields.id(counter), "left", 1);
                    return List.of(Fields.id(counter));
                }),
                new Damage(Check.COUPON_LIMITS, "a use without a claim", w -> {
                    Document claim = w.one("loyalty.coupon_claims", Filters.empty());
                    w.remove("loyalty.coupon_claims", Fields.id(claim));
                    Document coupon = w.one("loyalty.coupons", Filters.empty());
                    return List.of(claim.getString("holdId"), Fields.id(coupon));
                }),
                new Damage(Check.COUPON_LIMITS, "a customer had one too many", w -> {
                    Document coupon = w.one("loyalty.coupons", Filters.empty());
                    w.set("loyalty.coupons", Fields.id(coupon), "perCustomerLimit", 0);
                    String claim = Fields.id(w.one("loyalty.coupon_claims", Filters.empty()));
                    return List.of(claim.substring(0, claim.lastIndexOf('|')));
                }),
                new Damage(Check.COUPON_OF_ORDER, "a coupon is still held by a cancelled order", w -> {
                    Document hold = w.one(HOLDS, Filters.eq("state", "GIVEN_BACK"));
                    w.set(HOLDS, Fields.id(hold), "state", "HELD");
                    w.add("loyalty.coupon_counters", hold.getString("couponId"), "left", -1);
                    w.in("loyalty.coupon_claims")
                            .insertOne(new Document(
                                            "_id",
                                            hold.getString("couponId") + "|" + hold.getString("customerKey") + "|1")
                                    .append("holdId", Fields.id(hold)));
                    return List.of(Fields.id(hold), hold.getString("orderId"));
                }),
                new Damage(Check.COUPON_OF_ORDER, "another amount than was taken off", w -> {
                    Document hold = w.one(HOLDS, Filters.eq("state", "REDEEMED"));
                    w.change(HOLDS, Fields.id(hold), Updates.inc("amount", 1L));
                    return List.of(Fields.id(hold), hold.getString("orderId"));
                }));
    }
}
