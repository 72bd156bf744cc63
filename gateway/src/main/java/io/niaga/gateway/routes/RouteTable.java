package io.niaga.gateway.routes;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Optional;

/**
 * Finds the service that owns a path by its segments: one hash look-up, however many paths there are.
 * Nothing outside {@code /v1} is passed on, so {@code /internal/**} never is.
 */
public final class RouteTable {
    private static final Map<String, Upstream> BY_RESOURCE = Map.ofEntries(
            entry("products", Upstream.CATALOG),
            entry("categories", Upstream.CATALOG),
            entry("prices", Upstream.CATALOG),
            entry("product-imports", Upstream.CATALOG),
            entry("search", Upstream.SEARCH),
            entry("behaviour-events", Upstream.SEARCH),
            entry("carts", Upstream.ORDER),
            entry("quotes", Upstream.ORDER),
            entry("orders", Upstream.ORDER),
            entry("order-links", Upstream.ORDER),
            entry("returns", Upstream.ORDER),
            entry("payment-methods", Upstream.PAYMENT),
            entry("payments", Upstream.PAYMENT),
            entry("refunds", Upstream.PAYMENT),
            entry("payment-webhooks", Upstream.PAYMENT),
            entry("ledger", Upstream.PAYMENT),
            entry("warehouses", Upstream.FULFILLMENT),
            entry("stock", Upstream.FULFILLMENT),
            entry("stock-movements", Upstream.FULFILLMENT),
            entry("fulfillments", Upstream.FULFILLMENT),
            entry("tracking", Upstream.FULFILLMENT),
            entry("members", Upstream.LOYALTY),
            entry("coupons", Upstream.LOYALTY),
            entry("me", Upstream.USER),
            entry("users", Upstream.USER),
            entry("stores", Upstream.USER),
            entry("permissions", Upstream.USER),
            entry("api-clients", Upstream.USER),
            entry("audit-entries", Upstream.USER),
            entry("notifications", Upstream.USER),
            entry("reports", Upstream.REPORTING),
            entry("dashboards", Upstream.REPORTING));

    /** What hangs below a store but belongs to another service: {@code /v1/stores/{id}/<this>}. */
    private static final Map<String, Upstream> BELOW_STORE =
            Map.of("products", Upstream.CATALOG, "shipping-table", Upstream.FULFILLMENT);

    private static final Map<String, Upstream> SANDBOX =
            Map.of("payments", Upstream.PAYMENT, "parcels", Upstream.FULFILLMENT);

    private RouteTable() {}

    /** The owner of a path; empty when nobody is. {@code path} is raw, without query. */
    public static Optional<Upstream> ownerOf(String method, String path) {
        if (!path.startsWith("/v1/")) {
            return Optional.empty();
        }
        String[] segments = path.substring("/v1/".length()).split("/", 5);
        String resource = segments[0];
        return switch (resource) {
            // The shop's list comes from the index; everything else about products from the catalog.
            case "products" ->
                Optional.of(
                        segments.length == 1 && (method.equals("GET") || method.equals("HEAD"))
                                ? Upstream.SEARCH
                                : Upstream.CATALOG);
            case "stores" -> Optional.of(belowStore(segments));
            case "sandbox" -> segments.length < 2 ? Optional.empty() : Optional.ofNullable(SANDBOX.get(segments[1]));
            case "openapi" -> segments.length == 2 ? Upstream.named(segments[1]) : Optional.empty();
            default -> Optional.ofNullable(BY_RESOURCE.get(resource));
        };
    }

    private static Upstream belowStore(String[] segments) {
        return segments.length < 3 ? Upstream.USER : BELOW_STORE.getOrDefault(segments[2], Upstream.USER);
    }
}
