package io.niaga.testsupport.tiny;

import io.niaga.types.Money;
import io.niaga.types.Quantity;
import io.niaga.types.Sku;
import java.util.List;

record ThingJson(String name, Quantity count, Money price, Sku sku, List<Part> parts) {
    record Part(String name, int pieces) {}

    ThingJson {
        parts = List.copyOf(parts);
        if (name.isBlank() || name.length() > 100) {
            throw new IllegalArgumentException("a name has 1 to 100 characters");
        }
    }
}
