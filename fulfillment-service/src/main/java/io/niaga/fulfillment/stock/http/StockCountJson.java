package io.niaga.fulfillment.stock.http;

import io.niaga.fulfillment.stock.ImportCounts;
import io.niaga.fulfillment.stock.Reason;
import io.niaga.types.Quantity;
import io.niaga.types.Sku;
import io.niaga.types.StoreId;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Counts of an import, at most 500 at once. */
record StockCountJson(StoreId storeId, String reason, List<ItemJson> items) {
    private static final int MOST = 500;

    StockCountJson {
        Reason.of(reason);
        if (items.size() > MOST) {
            throw new IllegalArgumentException("at most " + MOST + " items at once");
        }
    }

    Reason toReason() {
        return Reason.of(reason);
    }

    record ItemJson(Sku sku, Quantity onHand) {}

    List<ImportCounts.Item> toItems() {
        return items.stream()
                .map(i -> new ImportCounts.Item(i.sku(), i.onHand()))
                .toList();
    }

    /** What became of each, in their order. */
    record Outcomes(List<OutcomeJson> items) {}

    record OutcomeJson(Sku sku, String outcome, @Nullable String code) {
        static OutcomeJson of(Sku sku, ImportCounts.Outcome outcome) {
            return switch (outcome) {
                case ImportCounts.Outcome.Changed _ -> new OutcomeJson(sku, "CHANGED", null);
                case ImportCounts.Outcome.Unchanged _ -> new OutcomeJson(sku, "UNCHANGED", null);
                case ImportCounts.Outcome.Rejected rejected ->
                    new OutcomeJson(sku, "REJECTED", rejected.problem().code());
            };
        }
    }

    Outcomes with(List<ImportCounts.Outcome> outcomes) {
        return new Outcomes(IntStream.range(0, items.size())
                .mapToObj(i -> OutcomeJson.of(items.get(i).sku(), outcomes.get(i)))
                .toList());
    }
}
