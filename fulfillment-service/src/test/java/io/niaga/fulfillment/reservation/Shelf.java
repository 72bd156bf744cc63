package io.niaga.fulfillment.reservation;

import io.niaga.fulfillment.stock.Buckets;
import io.niaga.fulfillment.stock.InMemoryStocks;
import io.niaga.fulfillment.stock.LowStock;
import io.niaga.fulfillment.stock.Reason;
import io.niaga.fulfillment.stock.Stock;
import io.niaga.fulfillment.stock.StockChange;
import io.niaga.fulfillment.stock.StockFact;
import io.niaga.fulfillment.stock.StockKey;
import io.niaga.fulfillment.stock.Stocks;
import io.niaga.fulfillment.warehouse.InMemoryWarehouses;
import io.niaga.fulfillment.warehouse.WarehouseId;
import io.niaga.types.Quantity;
import io.niaga.types.Sku;
import io.niaga.types.StoreId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;

/** Two warehouses, some SKUs, and every verb on them, in memory; {@code breaking} may stop any step. */
final class Shelf {
    static final StoreId STORE = StoreId.of("sto_01kavf8g00e4ttm0nbdjqsmn0n");
    static final WarehouseId MAIN = WarehouseId.of("whs_01kavf8g00e4ttm0nbdjqsmn0a");
    static final WarehouseId OTHER = WarehouseId.of("whs_01kavf8g00e4ttm0nbdjqsmn0b");
    static final Sku SHIRT = Sku.of("SHIRT");
    static final Sku TROUSERS = Sku.of("TROUSERS");
    static final LowStock LOW = new LowStock(5);
    static final Missing ONE_SHIRT = new Missing(
            List.of(new HeldLine(1, new StockKey(STORE, SHIRT, MAIN), Quantity.of(1))),
            Reason.of("NOT_FOUND"),
            "usr_x");

    final InMemoryStocks stocks = new InMemoryStocks();
    final InMemoryReservations reservations = new InMemoryReservations();
    final InMemoryWarehouses warehouses = new InMemoryWarehouses().with(STORE, MAIN, OTHER);
    final Tally tally = new Tally();
    Instant now = Instant.parse("2026-11-24T10:00:00Z");

    Shelf counted(Sku sku, WarehouseId warehouse, int units) {
        StockKey key = new StockKey(STORE, sku, warehouse);
        Stock row = stocks.find(key).orElseGet(() -> Stock.unknown(key, now));
        stocks.save(StockChange.of(
                row.with(row.buckets().counted(units, row.buckets().safety()), now), LOW, List.of()));
        return this;
    }

    Buckets at(Sku sku, WarehouseId warehouse) {
        return stocks.find(new StockKey(STORE, sku, warehouse)).orElseThrow().buckets();
    }

    /** Units that rows say were not there. */
    int writtenOff() {
        return stocks.facts().stream()
                .filter(StockFact.WrittenOff.class::isInstance)
                .map(StockFact.WrittenOff.class::cast)
                .mapToInt(f -> f.before().onHand() - f.after().onHand())
                .sum();
    }

    Clock clock() {
        return ((InstantSource) () -> now).withZone(ZoneOffset.UTC);
    }

    void later(Duration time) {
        now = now.plus(time);
    }

    Reservation.OrderFacts order(OrderId order) {
        Address address = new Address("Budi", "+62", List.of("Jl. Merdeka 1"), null, "10110", "ID");
        Shipping shipping = new Shipping("sho_x", "sandbox", "REG", now.plus(Duration.ofDays(3)));
        return new Reservation.OrderFacts(order, "N-1", STORE, shipping, address, now.plus(Duration.ofMinutes(30)));
    }

    ReserveCommand wants(OrderId order, long fence, Map<Sku, Integer> units) {
        List<WantedLine> lines = new ArrayList<>();
        new TreeMap<>(units).forEach((sku, n) -> lines.add(new WantedLine(lines.size() + 1, sku, Quantity.of(n))));
        return new ReserveCommand(ReservationId.of(order), new Fence(fence), order(order), lines);
    }

    static OrderId order(long number) {
        return OrderId.of(new io.niaga.types.TypeId("ord", new UUID(0x0192_0000_0000_7000L, number)).toString());
    }

    Verbs verbs() {
        return new Verbs(stocks, reservations, this);
    }

    /** The verbs on ports that throw {@link Crash} at the steps that are named. */
    Verbs breaking(Predicate<String> at) {
        return new Verbs(
                Breaking.port(Stocks.class, stocks, at), Breaking.port(Reservations.class, reservations, at), this);
    }

    /** Counts in memory. */
    static final class Tally implements ReservationTally {
        int refused;
        int swept;

        @Override
        public synchronized void refused() {
            refused++;
        }

        @Override
        public void swept(int settled) {
            swept += settled;
        }
    }
}
