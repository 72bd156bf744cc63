package io.niaga.fulfillment.receiving;

import io.niaga.fulfillment.reservation.HeldLine;
import io.niaga.fulfillment.reservation.Reservation;
import io.niaga.fulfillment.reservation.ReservationState;
import io.niaga.fulfillment.reservation.Reservations;
import io.niaga.fulfillment.stock.StockKey;
import io.niaga.fulfillment.warehouse.StoreWarehouses;
import io.niaga.fulfillment.warehouse.WarehouseProblem;
import io.niaga.fulfillment.warehouse.Warehouses;
import io.niaga.types.StoreId;
import java.util.Comparator;
import java.util.List;

/** Says where returned goods belong: to the warehouse that most of their line came from, else to the store's default. */
public final class Origins {
    private final Reservations reservations;
    private final Warehouses warehouses;

    public Origins(Reservations reservations, Warehouses warehouses) {
        this.reservations = reservations;
        this.warehouses = warehouses;
    }

    List<Restock.Part> of(RestockCommand command) {
        List<HeldLine> shipped = reservations
                .find(command.reservation())
                .filter(r -> r.state() == ReservationState.CONSUMED)
                .map(Reservation::lines)
                .orElse(List.of());
        return command.lines().stream()
                .map(line -> new Restock.Part(line, row(command, line, shipped)))
                .toList();
    }

    private StockKey row(RestockCommand command, ReturnedLine line, List<HeldLine> shipped) {
        List<HeldLine> sources =
                shipped.stream().filter(l -> l.line() == line.line()).toList();
        if (sources.isEmpty()) {
            return byDefault(command.store(), line);
        }
        HeldLine most =
                sources.stream().max(Comparator.comparing(HeldLine::quantity)).orElseThrow();
        int units = sources.stream().mapToInt(l -> l.quantity().units()).sum();
        boolean ours =
                most.stock().sku().equals(line.sku()) && most.stock().store().equals(command.store());
        if (!ours || units < line.units()) {
            throw RestockProblem.RESTOCK_MISMATCH.with("return", command.id().value());
        }
        return most.stock();
    }

    private StockKey byDefault(StoreId store, ReturnedLine line) {
        StoreWarehouses known =
                warehouses.ofStore(store).orElseThrow(() -> WarehouseProblem.NO_WAREHOUSE.with("store", store));
        return new StockKey(store, line.sku(), known.byDefault());
    }
}
