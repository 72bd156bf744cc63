package io.niaga.fulfillment.promise;

import io.niaga.fulfillment.stock.Availability;
import io.niaga.fulfillment.stock.LowStock;
import io.niaga.fulfillment.stock.Stock;
import io.niaga.fulfillment.stock.Stocks;
import io.niaga.types.Quantity;
import io.niaga.types.Sku;
import io.niaga.types.StoreId;
import io.niaga.types.UseCase;
import java.time.Clock;
import java.util.Currency;
import java.util.List;

/** Says how a store would ship these goods there, and by when. */
@UseCase
public final class MakePromise {
    private final ShippingTables tables;
    private final Stocks stocks;
    private final LowStock low;
    private final Clock clock;

    public MakePromise(ShippingTables tables, Stocks stocks, LowStock low, Clock clock) {
        this.tables = tables;
        this.stocks = stocks;
        this.low = low;
        this.clock = clock;
    }

    /** What is wanted, and where. */
    public record Question(StoreId store, Currency currency, List<Sku> skus, Destination destination) {
        public Question {
            skus = skus.stream().distinct().toList();
        }
    }

    public Promise promise(Question question) {
        List<ShippingOption> options = tables.find(question.store())
                .filter(t -> t.currency().equals(question.currency()))
                .map(t -> t.options(question.destination(), clock.instant()))
                .orElse(List.of());
        List<Stock> rows = stocks.of(question.store(), question.skus());
        return new Promise(
                options, question.skus().stream().map(sku -> line(sku, rows)).toList());
    }

    private Promise.Line line(Sku sku, List<Stock> all) {
        List<Stock> rows = all.stream().filter(r -> r.key().sku().equals(sku)).toList();
        long available = rows.stream().mapToLong(r -> r.buckets().available()).sum();
        return new Promise.Line(
                sku,
                Quantity.of((int) Math.min(available, Quantity.MOST)),
                Availability.best(rows.stream().map(r -> r.availability(low)).toList()));
    }
}
