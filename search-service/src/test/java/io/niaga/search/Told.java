package io.niaga.search;

import io.niaga.events.catalog.CategoryStateV1;
import io.niaga.events.catalog.ProductStateV1;
import io.niaga.types.Money;
import io.niaga.types.TypeId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** States as the catalog tells them, for tests; starts from something ordinary. */
public final class Told {
    public static final String STORE = "sto_01kavf8g00e4ttm0nbdjqsmn0n";

    private final String id;
    private String store = STORE;
    private boolean published = true;
    private Instant publishedAt = Instant.parse("2026-11-01T00:00:00Z");
    private Map<String, String> name = Map.of();
    private Map<String, String> description = Map.of();
    private String brand = "Nusantara";
    private Map<String, String> specification = Map.of();
    private List<ProductStateV1.CategoryRef> categories = List.of();
    private final List<ProductStateV1.Variant> variants = new ArrayList<>();

    private Told(String id) {
        this.id = id;
    }

    public static String productId() {
        return new TypeId("prd", UUID.randomUUID()).toString();
    }

    public static Told product(String id, String name) {
        return new Told(id).name(Map.of("id", name));
    }

    public Told name(Map<String, String> names) {
        name = names;
        return this;
    }

    public Told description(String language, String text) {
        description = Map.of(language, text);
        return this;
    }

    public Told brand(String text) {
        brand = text;
        return this;
    }

    public Told store(String other) {
        store = other;
        return this;
    }

    public Told specification(Map<String, String> entries) {
        specification = entries;
        return this;
    }

    public Told publishedAt(String instant) {
        publishedAt = Instant.parse(instant);
        return this;
    }

    public Told unpublished() {
        published = false;
        return this;
    }

    /** {@code pakaian/pria}; the ids are {@code cat_pakaian} and {@code cat_pakaian_pria}. */
    public Told in(String... paths) {
        categories = Arrays.stream(paths)
                .map(path -> {
                    CategoryStateV1 category = category(path, Map.of());
                    return new ProductStateV1.CategoryRef(
                            category.categoryId(), category.idPath(), category.slugPath());
                })
                .toList();
        return this;
    }

    public Told variant(String sku, String rupiah, String... options) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < options.length; i += 2) {
            map.put(options[i], options[i + 1]);
        }
        variants.add(new ProductStateV1.Variant(sku, map, Money.of(rupiah, "IDR")));
        return this;
    }

    public String id() {
        return id;
    }

    public ProductStateV1 state() {
        if (variants.isEmpty()) {
            variant("SKU-" + id, "100000");
        }
        return new ProductStateV1(
                id,
                store,
                "slug-" + id,
                published,
                publishedAt,
                publishedAt,
                name,
                description,
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                brand,
                specification,
                categories,
                List.of(new ProductStateV1.Media("IMAGE", "https://example.com/" + id + ".jpg", Map.of())),
                variants,
                1);
    }

    public static CategoryStateV1 category(String path, Map<String, String> names) {
        List<String> slugs = List.of(path.split("/"));
        List<String> ids = new ArrayList<>();
        for (int depth = 1; depth <= slugs.size(); depth++) {
            ids.add("cat_" + String.join("_", slugs.subList(0, depth)));
        }
        String parent = ids.size() > 1 ? ids.get(ids.size() - 2) : null;
        return new CategoryStateV1(ids.getLast(), STORE, parent, slugs.getLast(), names, ids, slugs, 0);
    }
}
