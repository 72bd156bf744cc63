package io.niaga.audit;

import java.util.Objects;
import java.util.Set;

/** By what an order is found in lists: the same as what it says itself. */
final class ListRules {
    private static final Set<String> UNLISTED = Set.of("PLACING", "REFUSING", "REFUSED");

    private ListRules() {}

    static void listed(OrderCase c, Findings found) {
        if (c.order() == null) {
            return;
        }
        String listed = Fields.text(c.order(), "listed");
        found.same(String.valueOf(!UNLISTED.contains(c.state())), listed, Check.ORDER_LIST, "being listed", c.id());
        same(c, "terms.storefront.store", "store", found);
        same(c, "terms.buyer.account", "customer", found);
        found.require(
                Objects.equals(Fields.instant(c.order(), "terms.placedAt"), Fields.instant(c.order(), "placedAt")),
                Check.ORDER_LIST,
                "it is listed by another time than it was placed at",
                c.id());
    }

    private static void same(OrderCase c, String said, String listed, Findings found) {
        found.same(
                Fields.text(c.order(), said),
                Fields.text(c.order(), listed),
                Check.ORDER_LIST,
                "its " + listed,
                c.id());
    }
}
