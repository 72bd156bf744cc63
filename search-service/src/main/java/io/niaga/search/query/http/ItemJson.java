package io.niaga.search.query.http;

import io.niaga.search.query.Found;
import io.niaga.types.Money;
import org.jspecify.annotations.Nullable;

/** A product in a list, shown by its variant that fits best. */
record ItemJson(
        String id,
        String storeId,
        String slug,
        String name,
        @Nullable String image,
        String sku,
        Money price,
        String availability) {
    static ItemJson of(Found.Item item, Languages languages) {
        return new ItemJson(
                item.id(),
                item.storeId(),
                item.slug(),
                languages.best(item.names()),
                item.image(),
                item.sku(),
                item.price().toMoney(),
                item.availability().name());
    }
}
