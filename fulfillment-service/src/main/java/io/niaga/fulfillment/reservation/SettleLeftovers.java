package io.niaga.fulfillment.reservation;

import io.niaga.fulfillment.stock.Operation;
import io.niaga.fulfillment.stock.Stock;
import io.niaga.fulfillment.stock.StockKey;
import io.niaga.fulfillment.stock.Stocks;
import io.niaga.types.ProblemException;
import io.niaga.types.UseCase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The sweeper: finishes what somebody began and did not live to finish. What a held reservation's last attempt took stays
 * taken; whatever any other attempt took is undone; what rolls forward is rolled to its end.
 */
@UseCase
public final class SettleLeftovers {
    /** Longer than any honest attempt takes. */
    private static final Duration AGE = Duration.ofSeconds(30);

    private static final int BATCH = 100;
    private final Reservations reservations;
    private final Stocks stocks;
    private final RollingForward rolling;
    private final RowOperations rows;
    private final Work work;

    /** Counting and time. */
    public record Work(ReservationTally tally, Clock clock) {}

    public SettleLeftovers(
            Reservations reservations, Stocks stocks, RollingForward rolling, RowOperations rows, Work work) {
        this.reservations = reservations;
        this.stocks = stocks;
        this.rolling = rolling;
        this.rows = rows;
        this.work = work;
    }

    /** How many were settled. */
    public int sweep() {
        Instant now = work.clock().instant();
        Instant before = now.minus(AGE);
        int settled = 0;
        for (Stock row : stocks.withOperationsBefore(before, BATCH)) {
            for (Operation operation : row.operations()) {
                Optional<OperationName> name = OperationName.parse(operation.name())
                        .filter(ours -> operation.at().isBefore(before));
                settled += name.isPresent() && done(() -> settle(row.key(), name.get(), now)) ? 1 : 0;
            }
        }
        for (Reservation left : reservations.leftRolling(before, BATCH)) {
            settled += done(() -> rolling.finish(left, now)) ? 1 : 0;
        }
        if (settled > 0) {
            work.tally().swept(settled);
        }
        return settled;
    }

    /** What cannot be written now (its row has too much to tell) must not keep the others waiting. */
    private static boolean done(Runnable settling) {
        try {
            settling.run();
            return true;
        } catch (ProblemException later) {
            return false;
        }
    }

    private void settle(StockKey key, OperationName name, Instant now) {
        Optional<Reservation> reservation = reservations.find(name.reservation());
        Stocks.Mark mark = new Stocks.Mark(key, name.toString());
        if (!name.isTaking()) {
            settleRolled(reservation.orElse(null), mark, now);
        } else if (reservation.isEmpty() || isGivenUp(reservation.get(), name, now)) {
            rows.undo(key, o -> o.name().equals(name.toString()), now);
        } else if (reservation.get().state().wasHeld()) {
            rows.settle(mark);
        }
    }

    /**
     * Whether what was taken under that name belongs to nobody. An attempt that is still pending is taken from whoever may be
     * at it before anything is undone: otherwise, woken, it would hold what is not there.
     */
    private boolean isGivenUp(Reservation reservation, OperationName name, Instant now) {
        if (name.isBefore(reservation.attempt()) || reservation.state() == ReservationState.REFUSED) {
            return true;
        }
        return reservation.state() == ReservationState.PENDING
                && reservations.replace(reservation.nextAttempt(now)).isPresent();
    }

    private void settleRolled(@Nullable Reservation reservation, Stocks.Mark mark, Instant now) {
        if (reservation != null && reservation.state().rollsForward()) {
            rolling.finish(reservation, now);
        } else {
            stocks.forget(List.of(mark));
        }
    }
}
