package io.niaga.orders.quote.http;

import io.niaga.orders.quote.QuoteLine;
import io.niaga.types.Money;
import io.niaga.types.Sku;
import io.niaga.types.StoreId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A fixed line: {@code total = unitPrice × quantity − discount}, with {@code tax} included. */
public record QuoteLineJson(
        int line,
        Sku sku,
        StoreId storeId,
        String productId,
        String name,
        Map<String, String> options,
        @Nullable String image,
        int quantity,
        Money unitPrice,
        Money discount,
        Money tax,
        Money total) {
    public static QuoteLineJson of(QuoteLine line, StoreId store) {
        return new QuoteLineJson(
                line.line(),
                line.sku(),
                store,
                line.offer().productId(),
                line.offer().name(),
                line.offer().options(),
                line.offer().image(),
                line.quantity(),
                line.offer().unitPrice(),
                line.discount(),
                line.tax(),
                line.total());
    }
}
