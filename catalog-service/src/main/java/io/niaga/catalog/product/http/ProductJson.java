package io.niaga.catalog.product.http;

import io.niaga.catalog.product.Product;
import io.niaga.catalog.product.ProductState;
import io.niaga.service.openapi.Among;
import io.niaga.types.StoreId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A product in the management view: everything that is written, by language. */
record ProductJson(
        String id,
        StoreId storeId,
        @Among(ProductState.class) String state,
        @Nullable String slug,
        Map<String, @Nullable String> name,
        @Nullable Map<String, @Nullable String> description,
        @Nullable Map<String, @Nullable String> function,
        @Nullable Map<String, @Nullable String> howToUse,
        @Nullable Map<String, @Nullable String> contents,
        @Nullable Map<String, @Nullable String> quality,
        @Nullable String brand,
        @Nullable Map<String, @Nullable String> specification,
        @Nullable List<@Nullable String> categories,
        @Nullable List<@Nullable MediaJson> media,
        @Nullable List<@Nullable VariantJson> variants,
        Instant createdAt,
        Instant changedAt,
        @Nullable Instant publishedAt,
        long version) {
    static ProductJson of(Product product) {
        ProductWriteJson written = ProductWriteJson.of(product);
        return new ProductJson(
                product.id().value(),
                product.store(),
                product.state().label(),
                written.slug(),
                written.name(),
                written.description(),
                written.function(),
                written.howToUse(),
                written.contents(),
                written.quality(),
                written.brand(),
                written.specification(),
                written.categories(),
                written.media(),
                written.variants(),
                product.createdAt(),
                product.changedAt(),
                publishedAt(product.state()),
                product.revision().version());
    }

    private static @Nullable Instant publishedAt(ProductState state) {
        return switch (state) {
            case ProductState.Published published -> published.since();
            case ProductState.Unpublished unpublished -> unpublished.published();
            case ProductState.Draft ignored -> null;
            case ProductState.Archived ignored -> null;
        };
    }
}
