package io.niaga.orders.quote;

import io.niaga.types.Money;
import java.time.Instant;

/**
 * A way to ship, with its price and its promise.
 *
 * @param optionId {@code sho_…}, stable for a store, carrier and service
 */
public record ShippingOption(String optionId, String carrier, String service, Money price, Instant promisedBy) {}
