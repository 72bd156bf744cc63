package io.niaga.catalog.product.http;

import io.niaga.catalog.availability.Availability;
import io.niaga.catalog.category.CategoryId;
import io.niaga.catalog.product.Media;
import io.niaga.catalog.product.Product;
import io.niaga.catalog.product.ProductPage;
import io.niaga.catalog.product.ProductState;
import io.niaga.catalog.product.Section;
import io.niaga.catalog.product.Variant;
import io.niaga.catalog.text.LocalText;
import io.niaga.service.openapi.Among;
import io.niaga.types.Money;
import io.niaga.types.Sku;
import io.niaga.types.StoreId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A product in the shop view: texts in one language, and what can be had. */
record ShownProductJson(
        String id,
        StoreId storeId,
        String slug,
        String name,
        @Nullable String description,
        @Nullable String function,
        @Nullable String howToUse,
        @Nullable String contents,
        @Nullable String quality,
        @Nullable String brand,
        Map<String, String> specification,
        List<CategoryRef> categories,
        List<MediaRef> media,
        List<Buyable> variants,
        @Among(ProductState.class) String state,
        Instant createdAt) {

    record CategoryRef(String id, String name, List<String> slugPath) {}

    record MediaRef(Media.Type type, String url, @Nullable String alt) {}

    record Buyable(Sku sku, Map<String, String> options, Money price, Availability availability) {}

    static ShownProductJson of(ProductPage page) {
        Product product = page.product();
        return new ShownProductJson(
                product.id().value(),
                product.store(),
                product.slug(),
                product.content().name().in(page.languages()).orElse(product.slug()),
                text(page, Section.DESCRIPTION),
                text(page, Section.FUNCTION),
                text(page, Section.HOW_TO_USE),
                text(page, Section.CONTENTS),
                text(page, Section.QUALITY),
                product.content().brand(),
                product.content().specification(),
                categories(page),
                product.content().media().stream()
                        .map(media -> new MediaRef(
                                media.type(),
                                media.url(),
                                media.alt().in(page.languages()).orElse(null)))
                        .toList(),
                product.content().variants().stream()
                        .map(variant -> buyable(page, variant))
                        .toList(),
                product.state().label(),
                product.createdAt());
    }

    private static @Nullable String text(ProductPage page, Section section) {
        return page.product().content().text(section).in(page.languages()).orElse(null);
    }

    private static List<CategoryRef> categories(ProductPage page) {
        return page.product().paths().stream()
                .filter(path -> page.categories().containsKey(path.id()))
                .map(path -> new CategoryRef(
                        path.id().value(), name(page, path.id(), path.slugs().getLast()), path.slugs()))
                .toList();
    }

    private static String name(ProductPage page, CategoryId id, String slug) {
        LocalText name = page.categories().getOrDefault(id, LocalText.EMPTY);
        return name.in(page.languages()).orElse(slug);
    }

    private static Buyable buyable(ProductPage page, Variant variant) {
        return new Buyable(variant.sku(), variant.options(), variant.price(), page.availability(variant.sku()));
    }
}
