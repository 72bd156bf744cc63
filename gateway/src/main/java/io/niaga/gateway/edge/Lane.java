package io.niaga.gateway.edge;

import java.util.Locale;
import java.util.Set;

/**
 * How much of a service's room a request may use when there is not enough for all: who is first to wait is first in this
 * list, and buying comes last.
 */
enum Lane {
    /** What can be asked again later without anybody at the till noticing: reports, imports, batches, the books, behaviour. */
    BACKGROUND(1),
    READ(2),
    WRITE(3),
    /** Everything between an open cart and a paid order, looking at it included. */
    CHECKOUT(4);

    private static final int QUARTERS = 4;
    private static final Set<String> BACK_OFFICE = Set.of(
            "reports",
            "report-exports",
            "product-imports",
            "product-exports",
            "feeds",
            "ledger",
            "settlements",
            "audit-entries",
            "behaviour-events");
    private static final Set<String> BUYING =
            Set.of("carts", "quotes", "payments", "payment-methods", "payment-webhooks");

    private final int quarters;

    Lane(int quarters) {
        this.quarters = quarters;
    }

    /** How many requests may be at the service, all lanes counted, for one more of this lane to be let in. */
    int limit(int room) {
        return Math.max(1, room * quarters / QUARTERS);
    }

    /** The name in metrics. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Lane of(String method, String path) {
        boolean reads = method.equals("GET") || method.equals("HEAD") || method.equals("OPTIONS");
        String resource = path.startsWith("/v1/") ? path.substring("/v1/".length()) : path;
        int end = resource.indexOf('/');
        boolean list = end < 0;
        resource = list ? resource : resource.substring(0, end);
        boolean batch = resource.equals("prices") && list && !reads;
        if (BACK_OFFICE.contains(resource) || batch) {
            return BACKGROUND;
        }
        // A list of orders is looked at by people who do not buy just now; one order by somebody who waits for it.
        if (BUYING.contains(resource) || (resource.equals("orders") && !(reads && list))) {
            return CHECKOUT;
        }
        return reads ? READ : WRITE;
    }
}
