package io.niaga.orders.quote;

import io.niaga.orders.cart.CartAccess;
import io.niaga.types.Actor;
import io.niaga.types.UseCase;
import java.time.Clock;
import java.util.Optional;

/** Shows a quote to whom it was made for. */
@UseCase
public final class ShowQuote {
    private final Quotes quotes;
    private final UsedQuotes used;
    private final CartAccess access;
    private final Clock clock;

    public ShowQuote(Quotes quotes, UsedQuotes used, CartAccess access, Clock clock) {
        this.quotes = quotes;
        this.used = used;
        this.access = access;
        this.clock = clock;
    }

    /** A quote's life. */
    public enum State {
        VALID,
        USED,
        EXPIRED
    }

    /** A quote and what became of it. */
    public record Shown(Quote quote, State state) {}

    /** A foreign quote is not there. */
    public Quote require(Actor actor, QuoteId id) {
        return quotes.byId(id)
                .filter(quote -> access.allows(actor, quote.buyer(), quote.cart()))
                .orElseThrow(QuoteProblem.QUOTE_UNKNOWN::now);
    }

    /** A quote that the caller is known to be entitled to. */
    public Optional<Quote> known(QuoteId id) {
        return quotes.byId(id);
    }

    public Shown show(Actor actor, QuoteId id) {
        Quote quote = require(actor, id);
        if (used.used(id)) {
            return new Shown(quote, State.USED);
        }
        return new Shown(quote, quote.isExpired(clock.instant()) ? State.EXPIRED : State.VALID);
    }
}
