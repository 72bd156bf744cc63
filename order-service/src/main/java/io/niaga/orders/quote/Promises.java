package io.niaga.orders.quote;

import io.niaga.orders.offer.Storefront;
import io.niaga.types.Sku;
import java.util.List;
import java.util.Map;

/** The warehouse's promises: how and when something could arrive somewhere. Nothing is kept back by asking. */
public interface Promises {
    /**
     * What could be shipped.
     *
     * @throws io.niaga.types.ProblemException {@link io.niaga.types.CommonProblem#SERVICE_UNAVAILABLE} when the warehouse
     *     cannot be asked
     */
    Promise promise(Storefront storefront, List<Calculation.Wanted> lines, Address destination);

    /**
     * @param options cheapest first; none when nothing is shipped there
     * @param available units of each SKU that could be had at this moment
     */
    record Promise(List<ShippingOption> options, Map<Sku, Integer> available) {
        public Promise {
            options = List.copyOf(options);
            available = Map.copyOf(available);
        }
    }
}
