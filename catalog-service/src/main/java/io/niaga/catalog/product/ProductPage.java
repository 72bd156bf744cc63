package io.niaga.catalog.product;

import io.niaga.catalog.availability.Availability;
import io.niaga.catalog.category.CategoryId;
import io.niaga.catalog.text.LocalText;
import io.niaga.types.Sku;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A product as the shop shows it.
 *
 * @param languages the reader's, best first, then the store's
 */
public record ProductPage(
        Product product,
        Map<CategoryId, LocalText> categories,
        Map<Sku, Availability> availability,
        List<String> languages) {
    public ProductPage {
        categories = Map.copyOf(categories);
        availability = Map.copyOf(availability);
        languages = List.copyOf(languages);
    }

    /** All that the page shows besides the product, always in the same order. */
    public List<Object> rest() {
        List<Object> rest = new ArrayList<>(languages);
        product.content().variants().forEach(variant -> rest.add(availability(variant.sku())));
        product.paths().forEach(path -> rest.add(category(path.id())));
        return rest;
    }

    /** One that nobody has told about cannot be had. */
    public Availability availability(Sku sku) {
        return availability.getOrDefault(sku, Availability.OUT);
    }

    private LocalText category(CategoryId id) {
        return categories.getOrDefault(id, LocalText.EMPTY);
    }
}
