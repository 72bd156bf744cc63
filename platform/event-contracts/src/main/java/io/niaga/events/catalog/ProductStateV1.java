package io.niaga.events.catalog;

import io.niaga.types.Money;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The full public state of a product; a tombstone follows when it is gone. Localised texts are maps by language.
 *
 * @param published whether buyers see and buy it; an unpublished product is told too, so that copies forget it
 * @param version the catalog's version of the product, rising
 */
public record ProductStateV1(
        String productId,
        String storeId,
        String slug,
        boolean published,
        @Nullable Instant publishedAt,
        Instant createdAt,
        Map<String, String> name,
        Map<String, String> description,
        Map<String, String> function,
        Map<String, String> howToUse,
        Map<String, String> contents,
        Map<String, String> quality,
        @Nullable String brand,
        Map<String, String> specification,
        List<CategoryRef> categories,
        List<Media> media,
        List<Variant> variants,
        long version) {
    public static final String TYPE = "product.state.v1";

    /** One thing that can be bought; {@code options} such as colour, motif and size tell the variants apart. */
    public record Variant(String sku, Map<String, String> options, Money price) {}

    /** A photo or video by its address. */
    public record Media(String type, String url, Map<String, String> alt) {}

    /** A category that holds the product, with the ids and slugs from the root down to it. */
    public record CategoryRef(String categoryId, List<String> idPath, List<String> slugPath) {}
}
