package io.niaga.search.index;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A product on sale, as far as finding and listing it needs.
 *
 * @param names by language
 * @param texts description, function and the like, in all languages
 * @param categories the categories it was put into, with the way to each
 * @param newSince when it was published
 */
public record ProductEntry(
        String id,
        String storeId,
        String slug,
        Map<String, String> names,
        List<String> texts,
        @Nullable String brand,
        Map<String, String> specification,
        List<CategoryEntry> categories,
        @Nullable String image,
        Instant newSince,
        List<VariantEntry> variants) {
    public ProductEntry {
        names = Map.copyOf(names);
        texts = List.copyOf(texts);
        specification = Map.copyOf(specification);
        categories = List.copyOf(categories);
        variants = List.copyOf(variants);
    }
}
