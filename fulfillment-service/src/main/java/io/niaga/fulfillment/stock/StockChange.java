package io.niaga.fulfillment.stock;

import java.util.ArrayList;
import java.util.List;

/** A row as it is to be written, with the facts that ride in the same write. */
public record StockChange(Stock stock, List<StockFact> facts) {
    public StockChange {
        facts = List.copyOf(facts);
    }

    /** Also tells the availability when it is another one than was last told. */
    public static StockChange of(Stock changed, LowStock low, List<StockFact> facts) {
        Availability now = changed.availability(low);
        if (now == changed.told()) {
            return new StockChange(changed, facts);
        }
        List<StockFact> all = new ArrayList<>(facts);
        all.add(new StockFact.AvailabilityChanged(changed.key(), now));
        return new StockChange(changed.telling(now), all);
    }
}
