package io.niaga.catalog.product;

import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.catalog.text.LocalText;
import io.niaga.types.Money;
import io.niaga.types.Sku;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OfferTest {
    @Test
    void options_stay_in_the_order_of_the_product() {
        List<String> names = List.of("size", "colour", "motif", "sleeve", "collar", "fit", "cuff", "button");
        Map<String, String> options = new LinkedHashMap<>();
        names.forEach(name -> options.put(name, "x"));
        Offer offer = new Offer(
                new Sku("KMJ-1"),
                ProductId.of("prd_01kavf8g00e4ttm0nbdjqsmn0n"),
                true,
                LocalText.EMPTY,
                options,
                null,
                Money.ofMinor(1, "IDR"));
        assertThat(offer.options().keySet()).containsExactlyElementsOf(names);
    }
}
