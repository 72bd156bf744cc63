package io.niaga.catalog.exchange;

import io.niaga.catalog.product.Media;
import io.niaga.catalog.product.Section;
import io.niaga.catalog.text.LocalText;
import io.niaga.types.Money;
import io.niaga.types.Sku;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One row that can be taken: a variant, with what it says about its product.
 *
 * @param named what the file calls the product; null: it does not say, so the SKU stands for it
 * @param onHand null: not counted
 */
public record ImportRow(
        int line,
        @Nullable String named,
        Sku sku,
        Map<Section, LocalText> texts,
        @Nullable String brand,
        Map<String, String> specification,
        List<List<String>> categories,
        List<Media> media,
        Map<String, String> options,
        Money price,
        @Nullable Integer onHand) {
    public ImportRow {
        texts = Collections.unmodifiableMap(new EnumMap<>(texts));
        specification = Collections.unmodifiableMap(specification);
        categories = List.copyOf(categories);
        media = List.copyOf(media);
        options = Collections.unmodifiableMap(options);
    }
}
