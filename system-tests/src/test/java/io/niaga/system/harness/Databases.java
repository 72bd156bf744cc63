package io.niaga.system.harness;

import java.util.Map;
import java.util.Objects;

/** The name of each service's database, as its {@code application.yml} says. */
final class Databases {
    private static final Map<String, String> NAMES = Map.of(
            "catalog-service", "niaga_catalog",
            "user-service", "niaga_users",
            "order-service", "niaga_orders",
            "payment-service", "niaga_payments",
            "fulfillment-service", "niaga_fulfillment",
            "loyalty-service", "niaga_loyalty",
            "search-service", "niaga_search",
            "reporting-service", "niaga_reporting");

    private Databases() {}

    static String of(String service) {
        return Objects.requireNonNull(NAMES.get(service), () -> service + " has no database");
    }
}
