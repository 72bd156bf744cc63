package io.niaga.catalog.product;

import io.niaga.catalog.category.CategoryId;
import io.niaga.catalog.text.LocalText;
import io.niaga.types.Sku;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Everything that staff write about a product. {@link ContentRules} say what may stand in it. */
public record ProductContent(
        Map<Section, LocalText> texts,
        @Nullable String brand,
        Map<String, String> specification,
        List<CategoryId> categories,
        List<Media> media,
        List<Variant> variants) {
    public static final ProductContent EMPTY =
            new ProductContent(Map.of(), null, Map.of(), List.of(), List.of(), List.of());

    public ProductContent {
        Map<Section, LocalText> written = new EnumMap<>(Section.class);
        texts.forEach((section, text) -> {
            if (!text.isEmpty()) {
                written.put(section, text);
            }
        });
        texts = Collections.unmodifiableMap(written);
        specification = Collections.unmodifiableMap(new LinkedHashMap<>(specification));
        categories = List.copyOf(categories);
        media = List.copyOf(media);
        variants = List.copyOf(variants);
    }

    public LocalText text(Section section) {
        return texts.getOrDefault(section, LocalText.EMPTY);
    }

    public LocalText name() {
        return text(Section.NAME);
    }

    public Set<Sku> skus() {
        return variants.stream().map(Variant::sku).collect(Collectors.toUnmodifiableSet());
    }

    public Optional<Variant> variant(Sku sku) {
        return variants.stream().filter(each -> each.sku().equals(sku)).findFirst();
    }

    /** The same with other variants. */
    public ProductContent withVariants(List<Variant> others) {
        return new ProductContent(texts, brand, specification, categories, media, others);
    }

    /** Characters in all of its texts. */
    int size() {
        int size = texts.values().stream().mapToInt(LocalText::length).sum();
        size += specification.entrySet().stream().mapToInt(ProductContent::size).sum();
        size += media.stream()
                .mapToInt(each -> each.url().length() + each.alt().length())
                .sum();
        for (Variant variant : variants) {
            size += variant.options().entrySet().stream()
                    .mapToInt(ProductContent::size)
                    .sum();
        }
        return size;
    }

    private static int size(Map.Entry<String, String> entry) {
        return entry.getKey().length() + entry.getValue().length();
    }
}
