package io.niaga.orders.quote;

import io.niaga.orders.cart.Cart;
import io.niaga.orders.cart.CartAccess;
import io.niaga.orders.cart.CartId;
import io.niaga.orders.cart.CartItem;
import io.niaga.orders.cart.CartProblem;
import io.niaga.orders.cart.Carts;
import io.niaga.orders.cart.Notice;
import io.niaga.orders.offer.Offer;
import io.niaga.orders.offer.Offers;
import io.niaga.orders.offer.Prices;
import io.niaga.types.Actor;
import io.niaga.types.UseCase;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Quotes a cart as it can be bought now. Never refuses for stock; what is not sold any more is left out and told. */
@UseCase
public final class MakeQuote {
    private final Carts carts;
    private final CartAccess access;
    private final Prices prices;
    private final Quoting quoting;
    private final Clock clock;

    public MakeQuote(Carts carts, CartAccess access, Prices prices, Quoting quoting, Clock clock) {
        this.carts = carts;
        this.access = access;
        this.prices = prices;
        this.quoting = quoting;
        this.clock = clock;
    }

    /**
     * What is asked for.
     *
     * @param id of the quote to be made; made before, it stays as it is
     * @param points how many the buyer wants to spend; none can be yet
     */
    public record Request(QuoteId id, CartId cart, QuoteTerms terms, int points) {}

    /** The id for a quote that is about to be made. */
    public QuoteId newId() {
        return quoting.newId();
    }

    /** The quote; empty when it was made before: then that one counts. */
    public Optional<Quote> make(Actor actor, Request request) {
        Cart cart = access.require(actor, carts, request.cart());
        access.requireOpen(cart);
        if (request.points() > 0) {
            throw QuoteProblem.POINTS_UNAVAILABLE.now();
        }
        if (cart.items().isEmpty()) {
            throw CartProblem.CART_EMPTY.now();
        }
        Quoting.Basket basket = basket(cart, request.terms().language());
        return quoting.quote(request.id(), basket, request.terms(), clock.instant());
    }

    private Quoting.Basket basket(Cart cart, String language) {
        Offers offers = prices.lookUp(cart.shop().store(), language, cart.skus());
        List<Calculation.Wanted> wanted = new ArrayList<>();
        List<Notice> notices = new ArrayList<>();
        for (CartItem item : cart.items()) {
            Optional<Offer> offer = offers.published(item.sku());
            if (offer.isEmpty()) {
                notices.add(Notice.of(Notice.Code.UNPUBLISHED, item.sku()));
                continue;
            }
            wanted.add(new Calculation.Wanted(offer.get(), item.quantity()));
            if (!offer.get().unitPrice().equals(item.seen().unitPrice())) {
                notices.add(Notice.priceChanged(
                        item.sku(), item.seen().unitPrice(), offer.get().unitPrice()));
            }
        }
        if (wanted.isEmpty()) {
            throw CartProblem.CART_EMPTY.now();
        }
        return new Quoting.Basket(cart.id(), cart.buyer(), offers.storefront(), wanted, notices);
    }
}
