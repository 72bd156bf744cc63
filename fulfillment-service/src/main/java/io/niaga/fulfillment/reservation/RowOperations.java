package io.niaga.fulfillment.reservation;

import io.niaga.fulfillment.stock.LowStock;
import io.niaga.fulfillment.stock.Operation;
import io.niaga.fulfillment.stock.Stock;
import io.niaga.fulfillment.stock.StockChange;
import io.niaga.fulfillment.stock.StockKey;
import io.niaga.fulfillment.stock.Stocks;
import io.niaga.fulfillment.stock.Stocks.Mark;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What reservations do to rows of stock besides taking: undo what was taken, and forget what is finished. */
public final class RowOperations {
    /** A write fails only because another one succeeded. */
    private static final int TRIES = 1000;

    private final Stocks stocks;
    private final LowStock low;

    public RowOperations(Stocks stocks, LowStock low) {
        this.stocks = stocks;
        this.low = low;
    }

    /** Undoes, in these rows, what the reservation took under such names. The name's presence makes it happen once. */
    void undo(Reservation reservation, Predicate<OperationName> which, Instant at) {
        Predicate<Operation> theirs = operation -> OperationName.parse(operation.name())
                .filter(OperationName::isTaking)
                .filter(name -> name.reservation().equals(reservation.id()) && which.test(name))
                .isPresent();
        reservation.lines().stream().map(HeldLine::stock).distinct().forEach(row -> undo(row, theirs, at));
    }

    void undo(StockKey key, Predicate<Operation> which, Instant at) {
        for (int tries = 0; tries < TRIES; tries++) {
            Optional<Stock> row = stocks.find(key);
            Optional<Operation> found =
                    row.flatMap(r -> r.operations().stream().filter(which).findFirst());
            if (row.isEmpty() || found.isEmpty()) {
                return;
            }
            Stock undone = row.get()
                    .with(row.get().buckets().givenBack(found.get().units()), at)
                    .without(found.get().name());
            stocks.save(StockChange.of(undone, low, List.of()));
        }
        throw new IllegalStateException("row " + key + " is written without end");
    }

    /**
     * Forgets what a held reservation took. Rows whose availability was told already are only tidied up; the others tell it
     * in the same write, so that a crash before it leaves the name for the sweeper.
     */
    void settle(Reservation held, List<Stock> asTaken) {
        List<Mark> quiet = new ArrayList<>();
        for (int i = 0; i < asTaken.size(); i++) {
            Stock row = asTaken.get(i);
            Mark mark = new Mark(
                    row.key(), OperationName.taking(held, held.lines().get(i)).toString());
            if (row.availability(low) == row.told()) {
                quiet.add(mark);
            } else {
                settle(mark);
            }
        }
        stocks.forget(quiet);
    }

    void settle(Mark mark) {
        for (int tries = 0; tries < TRIES; tries++) {
            Optional<Stock> row = stocks.find(mark.key()).filter(r -> r.holds(mark.operation()));
            if (row.isEmpty() || stocks.save(StockChange.of(row.get().without(mark.operation()), low, List.of()))) {
                return;
            }
        }
        throw new IllegalStateException("row " + mark.key() + " is written without end");
    }

    /** Forgets what was rolled forward, once nobody can do it again. */
    void forgetRolled(Reservation finished) {
        stocks.forget(finished.lines().stream()
                .flatMap(
                        l -> Stream.of(OperationName.rollingForward(finished, l), OperationName.unnumbered(finished, l))
                                .map(name -> new Mark(l.stock(), name.toString())))
                .toList());
    }
}
