package io.niaga.orders.quote;

import java.util.Optional;

/** Where quotes are kept, unchanged. */
public interface Quotes {
    /** Keeps a new quote; one with that id stays as it is. */
    void insert(Quote quote);

    Optional<Quote> byId(QuoteId id);
}
