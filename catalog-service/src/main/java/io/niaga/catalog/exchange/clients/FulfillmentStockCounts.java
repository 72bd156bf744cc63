package io.niaga.catalog.exchange.clients;

import io.niaga.catalog.exchange.StockCounts;
import io.niaga.service.clients.RemoteRefused;
import io.niaga.service.clients.RemoteUnavailable;
import io.niaga.types.Sku;
import io.niaga.types.StoreId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Tells counts to fulfillment, five hundred at a time. Counting again is harmless, so a time-out is asked again later. */
public final class FulfillmentStockCounts implements StockCounts {
    private static final int MOST = 500;

    private final FulfillmentClient fulfillment;

    public FulfillmentStockCounts(FulfillmentClient fulfillment) {
        this.fulfillment = fulfillment;
    }

    @Override
    public Map<Sku, Counted> count(StoreId store, Map<Sku, Integer> onHand) {
        List<FulfillmentClient.Count> all = new ArrayList<>();
        onHand.forEach((sku, units) -> all.add(new FulfillmentClient.Count(sku, units)));
        Map<Sku, Counted> counted = new HashMap<>();
        for (int from = 0; from < all.size(); from += MOST) {
            count(store, all.subList(from, Math.min(all.size(), from + MOST)), counted);
        }
        return counted;
    }

    private void count(StoreId store, List<FulfillmentClient.Count> some, Map<Sku, Counted> counted) {
        try {
            FulfillmentClient.Answer answer = fulfillment.count(new FulfillmentClient.Counts(store, "IMPORT", some));
            answer.items()
                    .forEach(each ->
                            counted.put(each.sku(), new Counted(each.outcome().equals("CHANGED"), each.code())));
        } catch (RemoteRefused refused) {
            some.forEach(each -> counted.put(each.sku(), new Counted(false, refused.code())));
        } catch (RemoteUnavailable away) {
            throw new Unavailable(away);
        }
    }
}
