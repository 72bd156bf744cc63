package io.niaga.gateway.edge;

import java.util.Locale;

/** Classes of requests with a quota each, so that browsing never uses up what checkout needs. */
public enum QuotaClass {
    READ,
    WRITE,
    CHECKOUT,
    IMPORT,
    REGISTRATION,
    BEHAVIOUR,
    WEBHOOK;

    /** The name in the {@code RateLimit} headers and in the settings. */
    public String policy() {
        return name().toLowerCase(Locale.ROOT);
    }

    static QuotaClass of(String method, String path) {
        if (path.startsWith("/v1/payment-webhooks/")) {
            return WEBHOOK;
        }
        if (method.equals("GET") || method.equals("HEAD") || method.equals("OPTIONS")) {
            return READ;
        }
        if (path.startsWith("/v1/orders") || path.startsWith("/v1/payments") || path.startsWith("/v1/quotes")) {
            return CHECKOUT;
        }
        // Prices without a SKU in the path are a batch: hundreds of writes in one request.
        if (path.startsWith("/v1/product-imports") || path.equals("/v1/prices")) {
            return IMPORT;
        }
        if (path.equals("/v1/behaviour-events")) {
            return BEHAVIOUR;
        }
        return isAboutMailAddress(path) ? REGISTRATION : WRITE;
    }

    /** What anybody may do about somebody's mail address, and what tells whether there is an account with it. */
    private static boolean isAboutMailAddress(String path) {
        return path.equals("/v1/users")
                || path.equals("/v1/order-links")
                || (path.startsWith("/v1/stores/") && path.endsWith("/members"));
    }
}
