package io.niaga.search.query.http;

import io.niaga.search.query.Found;
import io.niaga.search.query.Position;
import io.niaga.service.http.Cursor;
import io.niaga.types.Money;
import io.niaga.types.Page;
import org.jspecify.annotations.Nullable;

/** A product in a list, shown by its variant that fits best. */
record ListedProductJson(
        String id,
        String storeId,
        String slug,
        String name,
        @Nullable String image,
        String sku,
        Money price,
        String availability) {
    static Page<ListedProductJson> page(Found found, Languages languages) {
        Position next = found.next();
        return new Page<>(
                found.items().stream().map(item -> of(item, languages)).toList(),
                next == null ? null : Cursor.encode(next.texts()));
    }

    private static ListedProductJson of(Found.Item item, Languages languages) {
        return new ListedProductJson(
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
