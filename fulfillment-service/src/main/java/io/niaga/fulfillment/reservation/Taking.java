package io.niaga.fulfillment.reservation;

import io.niaga.fulfillment.stock.Operation;
import io.niaga.fulfillment.stock.Stock;
import io.niaga.fulfillment.stock.Stocks;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Takes a pending reservation's units, line by line in key order, each by a guarded decrement under the attempt's name, and
 * makes it HELD if it is still this attempt's. Whoever lost it undoes what it took.
 */
public final class Taking {
    private static final int TRIES = 8;
    private final Reservations reservations;
    private final Stocks stocks;
    private final Planning planning;
    private final RowOperations rows;
    private final ReservationTally tally;

    public Taking(
            Reservations reservations, Stocks stocks, Planning planning, RowOperations rows, ReservationTally tally) {
        this.reservations = reservations;
        this.stocks = stocks;
        this.planning = planning;
        this.rows = rows;
        this.tally = tally;
    }

    /** Throws {@link ReservationProblem#SOLD_OUT} when there is not enough, with nothing kept. */
    Reservation take(Reservation begun, ReserveCommand command, Instant now) {
        Reservation mine = begun;
        for (int tries = 0; tries < TRIES; tries++) {
            if (mine.state() == ReservationState.REFUSED) {
                tally.refused();
                throw ReservationProblem.soldOut(mine.shortage());
            }
            List<Stock> taken = takeAll(mine, now);
            if (taken.size() == mine.lines().size()) {
                return hold(mine, taken, now);
            }
            undoOwn(mine, now);
            Reservation beaten = mine;
            Optional<Reservation> next = reservations.replace(planned(mine.nextAttempt(now), command, now));
            if (next.isEmpty()) {
                return lost(beaten, now);
            }
            mine = next.get();
        }
        throw ReservationProblem.busy(begun.id());
    }

    /** Pending with the rows to take from, or refused when there is not enough anywhere. */
    Reservation planned(Reservation pending, ReserveCommand command, Instant now) {
        return switch (planning.plan(command)) {
            case Allocation.Served served -> pending.with(served.lines());
            case Allocation.Lacking missing -> pending.shortOf(missing.available(), now);
        };
    }

    private List<Stock> takeAll(Reservation mine, Instant now) {
        List<Stock> taken = new ArrayList<>();
        for (HeldLine line : mine.lines()) {
            String name = OperationName.taking(mine, line).toString();
            Optional<Stock> row = stocks.take(
                    line.stock(), new Operation(name, line.quantity().units(), now));
            if (row.isEmpty()) {
                break;
            }
            taken.add(row.get());
        }
        return taken;
    }

    private Reservation hold(Reservation mine, List<Stock> taken, Instant now) {
        Optional<Reservation> held = reservations.replace(mine.in(ReservationState.HELD, now));
        if (held.isEmpty()) {
            return lost(mine, now);
        }
        rows.settle(held.get(), taken);
        return held.get();
    }

    /** Somebody took the reservation over while this attempt was at work. */
    private Reservation lost(Reservation mine, Instant now) {
        Reservation current = reservations.find(mine.id()).orElseThrow(() -> ReservationProblem.busy(mine.id()));
        if (current.attempt() != mine.attempt()) {
            undoOwn(mine, now);
        }
        if (current.state().holdsUnits()) {
            return current;
        }
        throw current.fence().isAbove(mine.fence())
                ? ReservationProblem.fenced(current)
                : ReservationProblem.busy(mine.id());
    }

    private void undoOwn(Reservation mine, Instant now) {
        rows.undo(mine, name -> name.attempt().getAsInt() == mine.attempt(), now);
    }
}
