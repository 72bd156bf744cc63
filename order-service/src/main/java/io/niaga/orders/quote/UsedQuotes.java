package io.niaga.orders.quote;

/** Knows whether an order was made of a quote. */
@FunctionalInterface
public interface UsedQuotes {
    boolean used(QuoteId quote);
}
