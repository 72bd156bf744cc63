package io.niaga.fulfillment.receiving;

import io.niaga.fulfillment.stock.Operation;
import io.niaga.fulfillment.stock.Stock;
import io.niaga.fulfillment.stock.Stocks;
import io.niaga.types.ProblemException;
import io.niaga.types.UseCase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The sweeper of restocks: finishes what was left, and forgets what finished ones left in their rows. */
@UseCase
public final class SettleRestocks {
    private static final Duration AGE = Duration.ofSeconds(30);
    private static final int BATCH = 100;
    private final Restocks restocks;
    private final Stocks stocks;
    private final PuttingBack putting;
    private final Clock clock;

    public SettleRestocks(Restocks restocks, Stocks stocks, PuttingBack putting, Clock clock) {
        this.restocks = restocks;
        this.stocks = stocks;
        this.putting = putting;
        this.clock = clock;
    }

    /** How many restocks were finished. */
    public int sweep() {
        Instant now = clock.instant();
        Instant before = now.minus(AGE);
        int finished = 0;
        for (Restock left : restocks.leftOpen(before, BATCH)) {
            finished += done(left, now) ? 1 : 0;
        }
        for (Stock row : stocks.withOperationsBefore(before, BATCH)) {
            row.operations().stream()
                    .filter(o -> o.at().isBefore(before))
                    .forEach(o -> owner(o).filter(Restock::isFinished).ifPresent(putting::forget));
        }
        return finished;
    }

    private Optional<Restock> owner(Operation operation) {
        String name = operation.name();
        return name.startsWith(ReturnId.PREFIX + "_")
                ? restocks.find(ReturnId.of(name.substring(0, name.indexOf('/'))))
                : Optional.empty();
    }

    /** What cannot be written now (its row has too much to tell) must not keep the others waiting. */
    private boolean done(Restock left, Instant now) {
        try {
            putting.finish(left, now);
            return true;
        } catch (ProblemException later) {
            return false;
        }
    }
}
