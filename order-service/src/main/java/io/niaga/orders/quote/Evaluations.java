package io.niaga.orders.quote;

import io.niaga.orders.offer.Storefront;
import io.niaga.types.Money;
import java.util.List;

/** What a coupon is worth. */
public interface Evaluations {
    /**
     * The discount of each line, in their order; nothing is used up by asking.
     *
     * @throws io.niaga.types.ProblemException a {@link QuoteProblem} about the coupon, or
     *     {@link io.niaga.types.CommonProblem#SERVICE_UNAVAILABLE}
     */
    List<Money> evaluate(Storefront storefront, String customerKey, String couponCode, List<Calculation.Wanted> lines);
}
