package io.niaga.testsupport;

import java.util.Map;

/** Ids of nothing that have the right form, told by the noun before them in a path. */
final class PathIds {
    private static final long NOTHING = 999_999;
    private static final Map<String, String> PREFIXES = Map.ofEntries(
            Map.entry("products", "prd"),
            Map.entry("categories", "cat"),
            Map.entry("product-imports", "imp"),
            Map.entry("carts", "crt"),
            Map.entry("quotes", "quo"),
            Map.entry("orders", "ord"),
            Map.entry("returns", "ret"),
            Map.entry("payments", "pay"),
            Map.entry("refunds", "rfd"),
            Map.entry("reservations", "rsv"),
            Map.entry("fulfillments", "ful"),
            Map.entry("warehouses", "whs"),
            Map.entry("members", "usr"),
            Map.entry("users", "usr"),
            Map.entry("stores", "sto"),
            Map.entry("coupons", "cpn"),
            Map.entry("coupon-holds", "hld"),
            Map.entry("notifications", "not"));

    private PathIds() {}

    static String of(String path, String parameter) {
        String before = path.substring(0, Math.max(0, path.indexOf("/{" + parameter + "}")));
        String noun = before.substring(before.lastIndexOf('/') + 1);
        String prefix = PREFIXES.get(noun);
        return prefix == null ? "nothing" : FixedIds.nth(prefix, NOTHING).toString();
    }
}
