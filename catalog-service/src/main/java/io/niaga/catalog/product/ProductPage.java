package io.niaga.catalog.product;

import io.niaga.catalog.availability.Availability;
import io.niaga.catalog.category.CategoryId;
import io.niaga.catalog.text.LocalText;
import io.niaga.types.Sku;
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
}
