package io.niaga.orders.quote;

import java.time.Instant;
import java.util.Optional;

/** Where quotes are kept, unchanged. */
public interface Quotes {
    /** Keeps a new quote; one with that id stays as it is. */
    void insert(Quote quote);

    Optional<Quote> byId(QuoteId id);

    /** Forgets quotes that were made before that moment, used or not; returns how many. */
    long forgetMadeBefore(Instant moment);
}
