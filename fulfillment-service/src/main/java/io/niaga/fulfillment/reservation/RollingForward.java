package io.niaga.fulfillment.reservation;

import io.niaga.fulfillment.stock.Buckets;
import io.niaga.fulfillment.stock.LowStock;
import io.niaga.fulfillment.stock.Operation;
import io.niaga.fulfillment.stock.Stock;
import io.niaga.fulfillment.stock.StockChange;
import io.niaga.fulfillment.stock.StockFact;
import io.niaga.fulfillment.stock.Stocks;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Gives a reservation's units back, or books them out, row by row; it is never undone, only finished, by whoever finds it.
 *
 * <p>Each row is read before the reservation, and written under the version that was read: someone woken late finds the
 * version changed, or the reservation finished. The operation stays in the row until the reservation is final.
 */
public final class RollingForward {
    private static final int TRIES = 1000;
    private final Reservations reservations;
    private final Stocks stocks;
    private final RowOperations rows;
    private final LowStock low;

    public RollingForward(Reservations reservations, Stocks stocks, RowOperations rows, LowStock low) {
        this.reservations = reservations;
        this.stocks = stocks;
        this.rows = rows;
        this.low = low;
    }

    /** @param rolling RELEASING or CONSUMING; afterwards RELEASED or CONSUMED, by this caller or another */
    Reservation finish(Reservation rolling, Instant now) {
        for (HeldLine line : rolling.lines()) {
            if (!roll(rolling, line, now)) {
                return reservations.find(rolling.id()).orElse(rolling);
            }
        }
        Reservation done = rolling.state() == ReservationState.RELEASING
                ? rolling.in(ReservationState.RELEASED, now).knowing(null)
                : rolling.in(ReservationState.CONSUMED, now).knowing(null);
        Optional<Reservation> kept = reservations.replace(done);
        if (kept.isEmpty()) {
            return again(rolling, now);
        }
        rows.forgetRolled(done);
        return kept.get();
    }

    /** The reservation changed: a higher fence was noted, or somebody else finished it. */
    private Reservation again(Reservation rolling, Instant now) {
        Reservation current = reservations.find(rolling.id()).orElse(rolling);
        return isStill(rolling, current) ? finish(current, now) : current;
    }

    /** False: the reservation is finished, or another one by now. */
    private boolean roll(Reservation rolling, HeldLine line, Instant now) {
        String name = OperationName.rollingForward(rolling, line).toString();
        String before = OperationName.unnumbered(rolling, line).toString();
        for (int tries = 0; tries < TRIES; tries++) {
            Stock row = stocks.find(line.stock()).orElseThrow();
            Optional<Reservation> current = reservations.find(rolling.id());
            if (current.isEmpty() || !isStill(rolling, current.get())) {
                return false;
            }
            if (row.holds(name) || row.holds(before) || stocks.save(change(rolling, line, row, now))) {
                return true;
            }
        }
        throw ReservationProblem.busy(rolling.id());
    }

    private static boolean isStill(Reservation rolling, Reservation current) {
        return current.state() == rolling.state() && current.attempt() == rolling.attempt();
    }

    private StockChange change(Reservation rolling, HeldLine line, Stock row, Instant now) {
        int units = line.quantity().units();
        boolean leaves = rolling.state() == ReservationState.CONSUMING;
        int missing = rolling.missingOf(line);
        Buckets after = leaves
                ? row.buckets().handedOver(units)
                : row.buckets().givenBack(units - missing).writtenOff(missing);
        String name = OperationName.rollingForward(rolling, line).toString();
        // Taking is over once and for all: its name must not be there for a sweeper if the order is revived.
        Stock changed = row.with(after, now)
                .without(OperationName.taking(rolling, line).toString())
                .with(new Operation(name, units, now));
        return StockChange.of(changed, low, facts(rolling, row, after, now));
    }

    private static List<StockFact> facts(Reservation rolling, Stock row, Buckets after, Instant now) {
        Buckets before = row.buckets();
        Missing missing = rolling.missing();
        if (before.onHand() == after.onHand()) {
            return List.of();
        }
        String reference = rolling.id().value();
        return List.of(
                missing == null
                        ? new StockFact.HandedOver(row.key(), before, after, reference, now)
                        : new StockFact.WrittenOff(
                                row.key(), before, after, missing.reason(), reference, missing.by(), now));
    }
}
