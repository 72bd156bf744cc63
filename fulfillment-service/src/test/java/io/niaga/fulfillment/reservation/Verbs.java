package io.niaga.fulfillment.reservation;

import io.niaga.fulfillment.stock.LowStock;
import io.niaga.fulfillment.stock.Stocks;
import io.niaga.fulfillment.warehouse.Warehouses;
import java.time.Clock;

/** Everything that can be done to reservations, wired by hand. */
public final class Verbs {
    public final Reserve reserve;
    public final CommitReservation commit;
    public final ReleaseReservation release;
    public final PickReservation pick;
    public final SettleLeftovers settle;

    Verbs(Stocks stocks, Reservations reservations, Shelf shelf) {
        this(stocks, reservations, new Surroundings(shelf.warehouses, Shelf.LOW, shelf.tally, shelf.clock()));
    }

    /** What the verbs need besides the two stores. */
    public record Surroundings(Warehouses warehouses, LowStock low, ReservationTally tally, Clock clock) {}

    public Verbs(Stocks stocks, Reservations reservations, Surroundings around) {
        RowOperations rows = new RowOperations(stocks, around.low());
        RollingForward rolling = new RollingForward(reservations, stocks, rows, around.low());
        Planning planning = new Planning(stocks, around.warehouses());
        Taking taking = new Taking(reservations, stocks, planning, rows, around.tally());
        reserve = new Reserve(reservations, taking, rolling, rows, around.clock());
        commit = new CommitReservation(reservations, around.clock());
        release = new ReleaseReservation(reservations, rolling, rows, around.clock());
        pick = new PickReservation(reservations, rolling, around.clock());
        settle = new SettleLeftovers(
                reservations, stocks, rolling, rows, new SettleLeftovers.Work(around.tally(), around.clock()));
    }
}
