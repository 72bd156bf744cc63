package io.niaga.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.bson.Document;

/** Orders by the request that placed them: the same key of the same customer, within a day, places one. */
final class Placements {
    private static final Duration KEPT = Duration.ofHours(24);

    private record Placed(String order, Instant at) {}

    private final Map<Long, Placed> placed = new HashMap<>();
    private final Map<String, Violation> twice = new HashMap<>();

    /** Guests have no name in common, so only orders of accounts are compared. */
    Optional<Violation> take(Document order) {
        String customer = Fields.text(order, "terms.buyer.account");
        String key = Fields.text(order, "terms.placementKey");
        if (customer.isEmpty() || key.isEmpty()) {
            return Optional.empty();
        }
        Instant at = Objects.requireNonNullElse(Fields.instant(order, "terms.placedAt"), Instant.EPOCH);
        Placed now = new Placed(Fields.id(order), at);
        Placed before = placed.put(PersonalData.hash(customer + " " + key), now);
        if (before == null || Duration.between(before.at(), at).abs().compareTo(KEPT) >= 0) {
            return Optional.empty();
        }
        Violation found =
                new Violation(Check.PLACED_ONCE, List.of(now.order(), before.order()), "one request placed two orders");
        twice.put(now.order(), found);
        return Optional.of(found);
    }

    /** What was found of an order; it does not change any more. */
    Optional<Violation> again(String order) {
        return Optional.ofNullable(twice.get(order));
    }
}
