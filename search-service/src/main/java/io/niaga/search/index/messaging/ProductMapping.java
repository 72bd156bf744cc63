package io.niaga.search.index.messaging;

import io.niaga.events.catalog.ProductStateV1;
import io.niaga.search.index.CategoryEntry;
import io.niaga.search.index.Change;
import io.niaga.search.index.Price;
import io.niaga.search.index.ProductEntry;
import io.niaga.search.index.VariantEntry;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The told state of a product as a change of the index. What a record must have and has not is an illegal argument. */
final class ProductMapping {
    private ProductMapping() {}

    static Change change(ProductStateV1 told, long sequence) {
        if (!told.published() || orNone(told.variants()).isEmpty()) {
            return new Change.ProductGone(required(told.productId(), "productId"), sequence);
        }
        return new Change.ProductTold(entry(told), sequence);
    }

    private static ProductEntry entry(ProductStateV1 told) {
        String store = required(told.storeId(), "storeId");
        Instant published = told.publishedAt();
        return new ProductEntry(
                required(told.productId(), "productId"),
                store,
                required(told.slug(), "slug"),
                orNone(told.name()),
                texts(told),
                told.brand(),
                orNone(told.specification()),
                orNone(told.categories()).stream()
                        .map(category -> category(category, store))
                        .toList(),
                image(orNone(told.media())),
                published == null ? required(told.createdAt(), "createdAt") : published,
                told.variants().stream().map(ProductMapping::variant).toList());
    }

    private static List<String> texts(ProductStateV1 told) {
        return Stream.of(told.description(), told.function(), told.howToUse(), told.contents(), told.quality())
                .flatMap(texts -> orNone(texts).values().stream())
                .filter(text -> !text.isBlank())
                .toList();
    }

    private static CategoryEntry category(ProductStateV1.CategoryRef told, String store) {
        return new CategoryEntry(
                required(told.categoryId(), "categoryId"),
                store,
                orNone(told.idPath()),
                orNone(told.slugPath()),
                Map.of());
    }

    private static VariantEntry variant(ProductStateV1.Variant told) {
        return new VariantEntry(
                required(told.sku(), "sku"), orNone(told.options()), Price.of(required(told.price(), "price")));
    }

    private static @Nullable String image(List<ProductStateV1.Media> media) {
        return media.stream()
                .filter(each -> "IMAGE".equals(each.type()))
                .map(ProductStateV1.Media::url)
                .findFirst()
                .orElse(null);
    }

    static <T> T required(@Nullable T value, String name) {
        if (value == null) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return value;
    }

    static <T> List<T> orNone(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }

    static <K, V> Map<K, V> orNone(@Nullable Map<K, V> map) {
        return map == null ? Map.of() : map;
    }
}
