package io.niaga.fulfillment.promise;

import io.niaga.types.Money;
import java.time.Instant;

/** One way to have an order shipped; {@code promisedBy} is the end of the day by which it is there. */
public record ShippingOption(OptionId id, String carrier, String service, Money price, Instant promisedBy) {}
