package io.niaga.fulfillment.reservation;

import java.time.Instant;

/** How the customer chose to have it shipped, and by when it was promised. */
public record Shipping(String optionId, String carrier, String service, Instant promisedBy) {}
