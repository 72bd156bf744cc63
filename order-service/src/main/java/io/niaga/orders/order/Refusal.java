package io.niaga.orders.order;

import io.niaga.orders.quote.QuoteId;
import io.niaga.types.Sku;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Why an order was not placed; told the same way each time the same request is repeated.
 *
 * @param available units left of the SKUs that were short
 * @param fresh a quote of what is left, when there is one
 */
public record Refusal(
        OrderProblem problem,
        Map<Sku, Integer> available,
        @Nullable QuoteId fresh) {
    public Refusal {
        available = Map.copyOf(available);
    }

    public static Refusal of(OrderProblem problem) {
        return new Refusal(problem, Map.of(), null);
    }

    public Refusal with(@Nullable QuoteId quote) {
        return new Refusal(problem, available, quote);
    }
}
