package io.niaga.catalog.price.http;

import io.niaga.catalog.price.PriceChange;
import io.niaga.catalog.price.PriceOutcome;
import io.niaga.catalog.product.Product;
import io.niaga.service.openapi.Among;
import io.niaga.types.Money;
import io.niaga.types.Sku;
import io.niaga.types.StoreId;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What a SKU costs, and whose it is. */
record PriceJson(Sku sku, StoreId storeId, String productId, Money price) {
    static final int MOST_ROWS = 500;

    static PriceJson of(Product product, PriceChange change) {
        return new PriceJson(change.sku(), product.store(), product.id().value(), change.price());
    }

    /** One price to be. */
    record Write(Money price) {}

    /** Prices to be, each by itself. */
    record Batch(
            @ArraySchema(minItems = 1, maxItems = MOST_ROWS) List<Row> items) {
        Batch {
            if (items.isEmpty() || items.size() > MOST_ROWS) {
                throw new IllegalArgumentException("1 to " + MOST_ROWS + " items");
            }
        }

        List<PriceChange> changes() {
            return items.stream()
                    .map(item -> new PriceChange(item.sku(), item.price()))
                    .toList();
        }
    }

    record Row(Sku sku, Money price) {}

    /** What became of each row, in their order. */
    record Outcomes(List<Outcome> items) {
        static Outcomes of(List<PriceChange> rows, List<PriceOutcome> outcomes) {
            return new Outcomes(IntStream.range(0, rows.size())
                    .mapToObj(i -> Outcome.of(rows.get(i).sku(), outcomes.get(i)))
                    .toList());
        }
    }

    /** {@code outcome} is CHANGED, UNCHANGED or REJECTED; {@code code} and {@code message} say why it was rejected. */
    record Outcome(
            Sku sku,
            @Among(PriceOutcome.class) String outcome,
            @Nullable String code,
            @Nullable String message) {
        static Outcome of(Sku sku, PriceOutcome outcome) {
            return outcome instanceof PriceOutcome.Rejected rejected
                    ? new Outcome(sku, outcome.label(), rejected.code(), rejected.message())
                    : new Outcome(sku, outcome.label(), null, null);
        }
    }
}
