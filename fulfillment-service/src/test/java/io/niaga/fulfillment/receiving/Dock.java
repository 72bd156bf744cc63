package io.niaga.fulfillment.receiving;

import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.fulfillment.reservation.Breaking;
import io.niaga.fulfillment.reservation.Fence;
import io.niaga.fulfillment.reservation.HeldLine;
import io.niaga.fulfillment.reservation.InMemoryReservations;
import io.niaga.fulfillment.reservation.OrderId;
import io.niaga.fulfillment.reservation.Reservation;
import io.niaga.fulfillment.reservation.ReservationId;
import io.niaga.fulfillment.reservation.ReservationState;
import io.niaga.fulfillment.stock.Buckets;
import io.niaga.fulfillment.stock.InMemoryStocks;
import io.niaga.fulfillment.stock.LowStock;
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
import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Where goods come back in a test: two warehouses, one shipped order, every verb, in memory. */
final class Dock {
    static final StoreId STORE = StoreId.of("sto_01kavf8g00e4ttm0nbdjqsmn0n");
    static final WarehouseId MAIN = WarehouseId.of("whs_01kavf8g00e4ttm0nbdjqsmn0a");
    static final WarehouseId OTHER = WarehouseId.of("whs_01kavf8g00e4ttm0nbdjqsmn0b");
    static final Sku SHIRT = Sku.of("SHIRT");
    static final Sku TROUSERS = Sku.of("TROUSERS");
    static final OrderId ORDER = OrderId.of("ord_01kavf8g00e4ttm0nbdjqsmn0n");
    static final ReturnId RETURN = ReturnId.of("ret_01kavf8g00e4ttm0nbdjqsmn0r");
    static final LowStock LOW = new LowStock(5);

    final InMemoryStocks stocks = new InMemoryStocks();
    final InMemoryRestocks restocks = new InMemoryRestocks();
    final InMemoryReservations reservations = new InMemoryReservations();
    final InMemoryWarehouses warehouses = new InMemoryWarehouses().with(STORE, MAIN, OTHER);
    Instant now = Instant.parse("2026-11-24T10:00:00Z");

    static StockKey key(Sku sku, WarehouseId warehouse) {
        return new StockKey(STORE, sku, warehouse);
    }

    static ReturnedLine line(int number, Sku sku, int resellable, int damaged) {
        return new ReturnedLine(number, sku, Quantity.of(resellable), Quantity.of(damaged));
    }

    Dock counted(Sku sku, WarehouseId warehouse, int units) {
        Stock row = stocks.find(key(sku, warehouse)).orElseGet(() -> Stock.unknown(key(sku, warehouse), now));
        stocks.save(StockChange.of(
                row.with(row.buckets().counted(units, row.buckets().safety()), now), LOW, List.of()));
        return this;
    }

    /** The order had three shirts from the main warehouse, and of trousers one from there and two from the other. */
    Dock shipped() {
        reservations.insert(new Reservation(
                ReservationId.of(ORDER),
                ReservationState.CONSUMED,
                new Fence(2),
                1,
                List.of(
                        new HeldLine(1, key(SHIRT, MAIN), Quantity.of(3)),
                        new HeldLine(2, key(TROUSERS, MAIN), Quantity.of(1)),
                        new HeldLine(2, key(TROUSERS, OTHER), Quantity.of(2))),
                new TreeMap<>(),
                null,
                now,
                0));
        return this;
    }

    RestockCommand command(long fence, ReturnedLine... lines) {
        return new RestockCommand(RETURN, new Fence(fence), ORDER, STORE, ReservationId.of(ORDER), List.of(lines));
    }

    Buckets at(Sku sku, WarehouseId warehouse) {
        return stocks.find(key(sku, warehouse)).map(Stock::buckets).orElse(Buckets.EMPTY);
    }

    void later(Duration time) {
        now = now.plus(time);
    }

    Verbs verbs() {
        return new Verbs(stocks, restocks);
    }

    /** The verbs on ports that stop at the steps that are named. */
    Verbs breaking(Predicate<String> at) {
        return new Verbs(Breaking.port(Stocks.class, stocks, at), Breaking.port(Restocks.class, restocks, at));
    }

    /** What rows say that moved, summed, is what they have besides what was counted; nobody is at work in them. */
    void isWhole(int shirtsCounted, int trousersCounted) {
        int moved = stocks.facts().stream()
                .filter(StockFact.Returned.class::isInstance)
                .map(StockFact.Returned.class::cast)
                .mapToInt(r -> r.after().onHand() - r.before().onHand())
                .sum();
        int onHand = stocks.all().stream().mapToInt(r -> r.buckets().onHand()).sum();
        assertThat(onHand).isEqualTo(shirtsCounted + trousersCounted + moved);
        for (Stock row : stocks.all()) {
            assertThat(row.operations()).as("operations of %s", row.key()).isEqualTo(List.of());
            assertThat(row.told()).as("told of %s", row.key()).isEqualTo(row.availability(LOW));
        }
    }

    final class Verbs {
        final RestockReturn restock;
        final SettleRestocks settle;

        Verbs(Stocks rows, Restocks kept) {
            Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);
            PuttingBack putting = new PuttingBack(kept, rows, LOW);
            restock = new RestockReturn(kept, new Origins(reservations, warehouses), putting, clock);
            settle = new SettleRestocks(kept, rows, putting, clock);
        }

        Restock restock(RestockCommand command) {
            return restock.restock(new Restock.By("order-service", null), command);
        }
    }
}
