package io.niaga.orders.quote;

import java.time.Instant;
import java.util.Optional;

/** Where quotes are kept, unchanged. */
public interface Quotes {
    /** Keeps a new quote; false when there is one with that id, which stays as it is. */
    boolean insert(Quote quote);

    Optional<Quote> byId(QuoteId id);

    /** Forgets quotes that were made before that moment, used or not; returns how many. */
    long forgetMadeBefore(Instant moment);
}
