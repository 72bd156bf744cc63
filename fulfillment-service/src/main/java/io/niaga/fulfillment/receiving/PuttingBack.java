package io.niaga.fulfillment.receiving;

import io.niaga.fulfillment.stock.Buckets;
import io.niaga.fulfillment.stock.LowStock;
import io.niaga.fulfillment.stock.Operation;
import io.niaga.fulfillment.stock.Stock;
import io.niaga.fulfillment.stock.StockChange;
import io.niaga.fulfillment.stock.StockFact;
import io.niaga.fulfillment.stock.StockProblem;
import io.niaga.fulfillment.stock.Stocks;
import io.niaga.fulfillment.stock.Stocks.Mark;
import io.niaga.types.Quantity;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Puts a restock's units into their rows, row by row; it is never undone, only finished, by whoever finds it.
 *
 * <p>Each row is read before the restock, and written under the version that was read: someone woken late finds the version
 * changed, or the restock finished. The operation stays in the row until the restock is.
 */
public final class PuttingBack {
    private static final int TRIES = 1000;
    private final Restocks restocks;
    private final Stocks stocks;
    private final LowStock low;

    public PuttingBack(Restocks restocks, Stocks stocks, LowStock low) {
        this.restocks = restocks;
        this.stocks = stocks;
        this.low = low;
    }

    /** Afterwards it is RESTOCKED, by this caller or another. */
    Restock finish(Restock open, Instant now) {
        for (Restock.Part part : open.bringing()) {
            if (!put(open, part, now)) {
                return restocks.find(open.id()).orElse(open);
            }
        }
        Optional<Restock> finished = restocks.replace(open.finished(now));
        if (finished.isEmpty()) {
            Restock current = restocks.find(open.id()).orElse(open);
            // A higher fence was noted in between: the units are there all the same.
            return current.isFinished() ? current : finish(current, now);
        }
        forget(finished.get());
        return finished.get();
    }

    /** Forgets what was put, once nobody can put it again. */
    void forget(Restock finished) {
        stocks.forget(finished.bringing().stream()
                .map(part -> new Mark(part.row(), finished.operation(part)))
                .toList());
    }

    /** False: the restock is finished. */
    private boolean put(Restock open, Restock.Part part, Instant now) {
        for (int tries = 0; tries < TRIES; tries++) {
            Stock row = stocks.find(part.row()).orElseGet(() -> Stock.unknown(part.row(), now));
            if (restocks.find(open.id())
                    .filter(current -> !current.isFinished())
                    .isEmpty()) {
                return false;
            }
            if (row.holds(open.operation(part)) || stocks.save(change(open, part, row, now))) {
                return true;
            }
        }
        throw RestockProblem.RESTOCK_BUSY.with("return", open.id().value());
    }

    private StockChange change(Restock open, Restock.Part part, Stock row, Instant now) {
        ReturnedLine line = part.line();
        requireRoom(row, part);
        Buckets after =
                row.buckets().returned(line.resellable().units(), line.damaged().units());
        Stock changed = row.with(after, now).with(new Operation(open.operation(part), line.units(), now));
        StockFact returned = new StockFact.Returned(
                row.key(),
                row.buckets(),
                after,
                open.id().value(),
                open.by().actor(),
                open.by().onBehalfOf(),
                now);
        return StockChange.of(changed, low, List.of(returned));
    }

    /** @throws io.niaga.types.ProblemException STOCK_FULL */
    void requireRoom(Restock.Part part) {
        stocks.find(part.row()).ifPresent(row -> requireRoom(row, part));
    }

    private static void requireRoom(Stock row, Restock.Part part) {
        if (!row.buckets().hasRoomFor(part.line().units())) {
            throw StockProblem.STOCK_FULL.with("most", Quantity.MOST);
        }
    }
}
