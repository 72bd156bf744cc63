package io.niaga.orders.checkout.http;

import io.niaga.orders.checkout.PlaceOrder;
import io.niaga.orders.order.OrderProblem;
import io.niaga.orders.quote.Quote;
import io.niaga.orders.quote.ShowQuote;
import io.niaga.orders.quote.http.QuoteJson;
import io.niaga.types.ProblemException;
import io.niaga.types.Sku;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Why an order was not placed, as a problem that carries what can be ordered instead. */
final class Refusals {
    private Refusals() {}

    static ProblemException problem(PlaceOrder.Result.Refused refused) {
        OrderProblem problem = refused.refusal().problem();
        ProblemException told = problem.now();
        if (problem == OrderProblem.SOLD_OUT) {
            Map<String, Integer> left = new TreeMap<>();
            refused.refusal().available().forEach((Sku sku, Integer units) -> left.put(sku.value(), units));
            told = told.with("skus", List.copyOf(left.keySet())).with("available", left);
        }
        if (problem == OrderProblem.PAYMENT_METHOD_UNAVAILABLE) {
            told = told.with("paymentMethod", refused.method().name());
        }
        Quote fresh = refused.fresh();
        return fresh == null ? told : told.with("quote", QuoteJson.of(fresh, ShowQuote.State.VALID));
    }
}
