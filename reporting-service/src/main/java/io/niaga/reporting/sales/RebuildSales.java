package io.niaga.reporting.sales;

import io.niaga.types.UseCase;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Builds the sales anew from all that was ever told and says whether they are those that are read; on request it mends these.
 * What is heard while it runs may show as a difference, so it is asked when it is quiet.
 */
@UseCase
public final class RebuildSales {
    private final SalesHistory history;
    private final SalesRebuild rebuild;
    private final OrderFacts live;
    private final ReentrantLock one = new ReentrantLock();

    public RebuildSales(SalesHistory history, SalesRebuild rebuild, OrderFacts live) {
        this.history = history;
        this.rebuild = rebuild;
        this.live = live;
    }

    /** One at a time: the second waits for the first. */
    public SalesRebuild.Difference compare(boolean repair) {
        one.lock();
        try {
            history.tell(rebuild.begin());
            SalesRebuild.Difference difference = rebuild.compare();
            if (repair && difference.differing() > 0) {
                rebuild.adopt();
                // What was heard meanwhile is not lost: facts take everything once.
                history.tell(live);
            }
            return difference;
        } finally {
            rebuild.end();
            one.unlock();
        }
    }
}
