package io.niaga.fulfillment.promise;

import io.niaga.fulfillment.carrier.Carriers;
import io.niaga.types.Money;

/**
 * One way to ship into a zone, for one price whatever the weight.
 *
 * @param transitDays working days from hand-over to delivery
 */
public record Rate(String carrier, String service, Money price, int transitDays) {
    public static final int SLOWEST = 90;

    public Rate {
        if (!carrier.matches(Carriers.NAME) || !service.matches(Carriers.NAME)) {
            throw new IllegalArgumentException("a carrier and its service are named by 1 to 40 letters and digits");
        }
        if (price.isNegative() || transitDays < 0 || transitDays > SLOWEST) {
            throw new IllegalArgumentException("a price is not negative and transit takes 0 to " + SLOWEST + " days");
        }
    }

    String key() {
        return carrier + "/" + service;
    }
}
