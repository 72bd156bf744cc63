package io.niaga.audit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;

/** Points: a member's buckets are the fold of the member's entries, and each order has the bucket that its state calls for. */
final class PointsRules {
    private static final Map<String, Set<String>> ALLOWED = Map.of(
            "CONFIRMED", Set.of("PENDING"),
            "IN_FULFILLMENT", Set.of("PENDING"),
            "COMPLETED", Set.of("ACTIVE", "SPENT", "EXPIRED", "CLAWED_BACK"),
            "PROMISE_FAILED", Set.of("CANCELLED"),
            "CANCELLED", Set.of("CANCELLED"));

    private PointsRules() {}

    /** What entries say of one order's points. */
    private record Fold(long pending, long active) {
        static final Fold NOTHING = new Fold(0, 0);

        Fold and(Document entry) {
            long points = Fields.number(entry, "points");
            return switch (Fields.text(entry, "kind")) {
                case "PENDING" -> new Fold(pending + points, active);
                case "EARNED" -> new Fold(0, active + points);
                case "CANCELLED" -> new Fold(0, active);
                case "REDUCED" -> new Fold(pending - points, active);
                case "CLAWED_BACK", "SPENT", "EXPIRED" -> new Fold(pending, active - points);
                default -> new Fold(pending, active + points);
            };
        }
    }

    static void folded(Document member, List<Document> entries, Findings found) {
        Map<String, Fold> folds = new HashMap<>();
        entries.forEach(e -> folds.merge(Fields.text(e, "orderId"), Fold.NOTHING.and(e), (before, _) -> before.and(e)));
        for (Document bucket : Fields.list(member, "buckets")) {
            String order = Fields.text(bucket, "orderId");
            long points = Fields.number(bucket, "points");
            Fold expected = switch (Fields.text(bucket, "state")) {
                case "PENDING" -> new Fold(points, 0);
                case "CANCELLED" -> Fold.NOTHING;
                default -> new Fold(0, points);
            };
            Fold entered = Optional.ofNullable(folds.remove(order)).orElse(Fold.NOTHING);
            found.same(entered, expected, Check.POINTS, "the bucket", Fields.id(member), order);
        }
        folds.forEach((order, fold) -> found.require(
                fold.equals(Fold.NOTHING),
                Check.POINTS,
                "entries of " + fold + " have no bucket",
                Fields.id(member),
                order));
    }

    static void ofOrder(OrderCase c, Findings found) {
        Set<String> allowed = ALLOWED.get(c.state());
        String customer = Fields.text(c.order(), "terms.buyer.account");
        if (allowed == null || customer.isEmpty()) {
            return;
        }
        String state = Fields.list(c.member(), "buckets").stream()
                .filter(b -> Fields.text(b, "orderId").equals(c.id()))
                .map(b -> Fields.text(b, "state"))
                .findFirst()
                .orElse("");
        found.require(
                allowed.contains(state),
                Check.POINTS_OF_ORDER,
                "the order is " + c.state() + ", its points " + (state.isEmpty() ? "are not there" : state),
                c.id(),
                "mem_" + Fields.bits(customer));
    }
}
