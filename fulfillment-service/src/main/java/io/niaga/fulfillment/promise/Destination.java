package io.niaga.fulfillment.promise;

import org.jspecify.annotations.Nullable;

/**
 * Where something is to be shipped, as far as the price and the time depend on it.
 *
 * @param villageCode the official code of the village (Indonesia); dots do not matter
 * @param country ISO 3166 with two letters
 */
public record Destination(@Nullable String villageCode, String postalCode, String country) {}
