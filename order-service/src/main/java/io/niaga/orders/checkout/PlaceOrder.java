package io.niaga.orders.checkout;

import io.niaga.orders.cart.Cart;
import io.niaga.orders.cart.CartId;
import io.niaga.orders.cart.CartProblem;
import io.niaga.orders.cart.CartState;
import io.niaga.orders.cart.Carts;
import io.niaga.orders.order.Contact;
import io.niaga.orders.order.CustomerKeys;
import io.niaga.orders.order.Order;
import io.niaga.orders.order.OrderId;
import io.niaga.orders.order.OrderNumber;
import io.niaga.orders.order.OrderProblem;
import io.niaga.orders.order.OrderState;
import io.niaga.orders.order.Orders;
import io.niaga.orders.order.PaymentMethod;
import io.niaga.orders.order.Refusal;
import io.niaga.orders.order.Terms;
import io.niaga.orders.quote.Quote;
import io.niaga.orders.quote.QuoteId;
import io.niaga.orders.quote.ShowQuote;
import io.niaga.types.Actor;
import io.niaga.types.CommonProblem;
import io.niaga.types.UseCase;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes an order of a quote: at most one per quote and per cart, whoever asks how often. The same request again finds the order
 * by its derived id and goes on where it was left. A cart is closed a moment after the order was placed; until then it is the
 * order that keeps others away. Only a cart that is merged in that very moment can still be ordered by itself.
 */
@UseCase
public final class PlaceOrder {
    private static final int NUMBERS = 5;

    private final ShowQuote shown;
    private final Carts carts;
    private final Orders orders;
    private final AdvanceOrder advance;
    private final Rules rules;
    private final Clock clock;

    public PlaceOrder(ShowQuote shown, Kept kept, AdvanceOrder advance, Rules rules, Clock clock) {
        this.shown = shown;
        this.carts = kept.carts();
        this.orders = kept.orders();
        this.advance = advance;
        this.rules = rules;
        this.clock = clock;
    }

    /** Where what is ordered, and what becomes of it, is kept. */
    public record Kept(Carts carts, Orders orders) {}

    /** What holds for every placement. */
    public record Rules(PaymentWindows windows, CustomerKeys customers) {}

    /** @param placementKey names the request: the same key, the same request */
    public record Request(QuoteId quote, PaymentMethod method, Contact contact, String placementKey) {}

    /** How it ended. */
    public sealed interface Result {
        record Placed(Order order) implements Result {}

        /** @param fresh what can be ordered instead, when something can */
        record Refused(
                Refusal refusal,
                PaymentMethod method,
                @Nullable Quote fresh) implements Result {}
    }

    public Result place(Actor actor, Request request) {
        Quote quote = shown.require(actor, request.quote());
        if (!rules.windows().offers(request.method())) {
            return new Result.Refused(Refusal.of(OrderProblem.PAYMENT_METHOD_UNAVAILABLE), request.method(), quote);
        }
        return result(advance.advance(begun(quote, request)));
    }

    /** Of a closed cart only what was begun before; one that is forgotten was not closed by another order lately. */
    private Order begun(Quote quote, Request request) {
        Optional<Cart> cart = carts.byId(quote.cart());
        if (cart.filter(c -> c.state() != CartState.OPEN).isPresent()) {
            Optional<Order> there = orders.byId(OrderId.of(quote.id()));
            if (there.isPresent()) {
                return resumed(there.get(), request);
            }
        }
        cart.ifPresent(this::requireOpen);
        return inserted(quote, request);
    }

    private void requireOpen(Cart cart) {
        if (cart.state() == CartState.ORDERED) {
            requireFree(cart.id());
        }
        cart.requireOpen();
    }

    /** The new order, or the one that the same request made before. */
    private Order inserted(Quote quote, Request request) {
        Instant now = clock.instant();
        OrderId id = OrderId.of(quote.id());
        for (int attempt = 0; attempt < NUMBERS; attempt++) {
            Optional<Order> kept = orders.insert(
                    order(id, quote, request, attempt), rules.windows().leaseFrom(now));
            if (kept.isPresent()) {
                return kept.get();
            }
            Optional<Order> there = orders.byId(id);
            if (there.isPresent()) {
                return resumed(there.get(), request);
            }
            requireFree(quote.cart());
            // Another order has this number: take the next.
        }
        throw CommonProblem.CONCURRENT_CHANGE.now();
    }

    private void requireFree(CartId cart) {
        Optional<Order> other = orders.ofCart(cart);
        if (other.isPresent()) {
            // One that is being placed may still be refused, and the cart be free again.
            boolean open = other.get().state() instanceof OrderState.Placing;
            throw open
                    ? CommonProblem.CONCURRENT_CHANGE.now()
                    : CartProblem.CART_ORDERED.with("orderId", other.get().id().value());
        }
    }

    private Order order(OrderId id, Quote quote, Request request, int attempt) {
        Instant now = clock.instant();
        Terms.Placement placement = new Terms.Placement(
                request.method(),
                request.contact(),
                rules.customers().of(quote.buyer(), request.contact().email()),
                request.placementKey());
        Terms terms = Terms.of(quote, placement, now, rules.windows().payBy(request.method(), now));
        ZoneId zone = ZoneId.of(quote.storefront().timeZone());
        OrderNumber number = OrderNumber.of(id, now, zone, attempt);
        return quote.isExpired(now)
                ? Order.refuse(id, number, terms, Refusal.of(OrderProblem.QUOTE_EXPIRED))
                : Order.place(id, number, terms, rules.windows().abandonAt(now));
    }

    /** A refusal is told to everyone who asks again; an order only to the request that made it. */
    private static Order resumed(Order there, Request request) {
        if (!there.state().isRefused() && !there.terms().placementKey().equals(request.placementKey())) {
            throw OrderProblem.QUOTE_ALREADY_USED.with("orderId", there.id().value());
        }
        return there;
    }

    private Result result(Order order) {
        return switch (order.state()) {
            // Not settled yet: the process goes on by itself, and the same request learns how it ended.
            case OrderState.Placing _, OrderState.Refusing _ -> throw CommonProblem.SERVICE_UNAVAILABLE.now();
            case OrderState.Refused s ->
                new Result.Refused(s.refusal(), order.terms().method(), fresh(s.refusal()));
            case OrderState.AwaitingPayment _, OrderState.Confirmed _ -> new Result.Placed(order);
            case OrderState.InFulfillment _, OrderState.Completed _, OrderState.PromiseFailed _ ->
                new Result.Placed(order);
            case OrderState.Cancelling _, OrderState.Cancelled _, OrderState.Reviving _ -> new Result.Placed(order);
            case OrderState.Expiring _, OrderState.Expired _ -> new Result.Placed(order);
        };
    }

    private @Nullable Quote fresh(Refusal refusal) {
        QuoteId id = refusal.fresh();
        return id == null ? null : shown.known(id).orElse(null);
    }
}
