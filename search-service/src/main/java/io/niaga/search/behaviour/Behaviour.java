package io.niaga.search.behaviour;

import io.niaga.types.TypeId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Something a visitor did. Only what its type is about is kept: a search has words, what concerns a product has its id or SKU,
 * an order its id.
 *
 * @param at by the visitor's clock, to the millisecond
 * @param query as {@link QueryText} leaves it
 */
public record Behaviour(
        BehaviourType type,
        Instant at,
        @Nullable String productId,
        @Nullable String sku,
        @Nullable String query,
        @Nullable String orderId) {
    private static final int LONGEST_SKU = 64;

    /** @throws IllegalArgumentException when what its type is about is missing or malformed */
    public Behaviour {
        at = at.truncatedTo(ChronoUnit.MILLIS);
        query = query == null ? null : QueryText.of(query);
        switch (type.subject()) {
            case PRODUCT -> {
                orderId = null;
                check(productId != null || sku != null, "it names a product by productId or sku");
                check(productId == null || TypeId.isValid("prd", productId), "productId is the id of a product");
                check(sku == null || (!sku.isBlank() && sku.length() <= LONGEST_SKU), "sku has 1 to 64 characters");
            }
            case QUERY -> {
                check(query != null, "it says the query");
                productId = null;
                sku = null;
                orderId = null;
            }
            case ORDER -> {
                check(orderId != null && TypeId.isValid("ord", orderId), "orderId is the id of an order");
                productId = null;
                sku = null;
                query = null;
            }
        }
    }

    private static void check(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    /** The same about the product that was meant. */
    Behaviour about(String product) {
        return new Behaviour(type, at, product, sku, query, orderId);
    }
}
