package io.niaga.catalog.product;

import java.time.Instant;

/** Where a product is in its life: {@code DRAFT → PUBLISHED ⇄ UNPUBLISHED → ARCHIVED}, archived from everywhere. */
public sealed interface ProductState {
    /** Not seen by buyers yet, and told to nobody. */
    record Draft() implements ProductState {}

    record Published(Instant since) implements ProductState {}

    /** Not seen by buyers any more. */
    record Unpublished(Instant published, Instant since) implements ProductState {}

    /** For good: its SKUs and slug are free again. */
    record Archived(Instant since) implements ProductState {}

    default String label() {
        return switch (this) {
            case Draft ignored -> "DRAFT";
            case Published ignored -> "PUBLISHED";
            case Unpublished ignored -> "UNPUBLISHED";
            case Archived ignored -> "ARCHIVED";
        };
    }

    default ProductState published(Instant now) {
        return switch (this) {
            case Published published -> published;
            case Draft ignored -> new Published(now);
            case Unpublished ignored -> new Published(now);
            case Archived ignored -> throw ProductProblem.PRODUCT_ARCHIVED.now();
        };
    }

    /** A draft is not published, so it stays one. */
    default ProductState unpublished(Instant now) {
        return switch (this) {
            case Published published -> new Unpublished(published.since(), now);
            case Draft draft -> draft;
            case Unpublished unpublished -> unpublished;
            case Archived ignored -> throw ProductProblem.PRODUCT_ARCHIVED.now();
        };
    }

    default ProductState archived(Instant now) {
        return this instanceof Archived ? this : new Archived(now);
    }

    default boolean isPublished() {
        return this instanceof Published;
    }
}
