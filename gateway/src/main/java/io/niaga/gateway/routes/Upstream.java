package io.niaga.gateway.routes;

import java.util.Locale;
import java.util.Optional;

/** The services behind the gateway. */
public enum Upstream {
    CATALOG,
    USER,
    ORDER,
    PAYMENT,
    FULFILLMENT,
    LOYALTY,
    SEARCH,
    REPORTING;

    /** The short name, as in {@code /v1/openapi/catalog} and in metrics. */
    public String shortName() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Upstream> named(String shortName) {
        for (Upstream upstream : values()) {
            if (upstream.shortName().equals(shortName)) {
                return Optional.of(upstream);
            }
        }
        return Optional.empty();
    }
}
