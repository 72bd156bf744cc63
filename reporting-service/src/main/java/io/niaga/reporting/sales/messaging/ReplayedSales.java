package io.niaga.reporting.sales.messaging;

import io.niaga.messaging.Replay;
import io.niaga.reporting.sales.OrderFacts;
import io.niaga.reporting.sales.SalesHistory;

/** The topics of orders and payments are kept for ever, so they are the whole history. */
public final class ReplayedSales implements SalesHistory {
    private final Replay replay;

    public ReplayedSales(Replay replay) {
        this.replay = replay;
    }

    @Override
    public void tell(OrderFacts facts) {
        SalesListener listener = new SalesListener(facts);
        replay.into(listener.orders());
        replay.into(listener.payments());
    }
}
