package io.niaga.orders.checkout;

import io.niaga.orders.Samples;
import io.niaga.orders.cart.CartAccess;
import io.niaga.orders.offer.Offer;
import io.niaga.orders.offer.Offers;
import io.niaga.orders.offer.Prices;
import io.niaga.orders.offer.Storefront;
import io.niaga.orders.order.Cancellation;
import io.niaga.orders.order.Contact;
import io.niaga.orders.order.CustomerKeys;
import io.niaga.orders.order.FulfillmentView.Parcel;
import io.niaga.orders.order.FulfillmentView.Stage;
import io.niaga.orders.order.Order;
import io.niaga.orders.order.OrderAccess;
import io.niaga.orders.order.OrderEvent;
import io.niaga.orders.order.OrderId;
import io.niaga.orders.order.Orders;
import io.niaga.orders.order.PaymentMethod;
import io.niaga.orders.order.Step;
import io.niaga.orders.quote.Address;
import io.niaga.orders.quote.Calculation;
import io.niaga.orders.quote.Promises;
import io.niaga.orders.quote.Quote;
import io.niaga.orders.quote.QuoteId;
import io.niaga.orders.quote.Quotes;
import io.niaga.orders.quote.Quoting;
import io.niaga.orders.quote.Requote;
import io.niaga.orders.quote.ShippingOption;
import io.niaga.orders.quote.ShowQuote;
import io.niaga.testsupport.FakeClock;
import io.niaga.testsupport.FixedIds;
import io.niaga.types.Actor;
import io.niaga.types.Grant;
import io.niaga.types.Permissions;
import io.niaga.types.Role;
import io.niaga.types.Sku;
import io.niaga.types.StoreId;
import io.niaga.types.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One order's life, with everything around it in memory, a clock that is told the time, and a process that may die. */
final class Story implements Quotes, Prices, Promises, CheckoutWatch {
    static final Duration LEASE = Duration.ofSeconds(30);
    static final Actor BUYER = new Actor.Person(Samples.BUYER, Set.of(Role.CUSTOMER), Map.of());
    static final Actor STRANGER = new Actor.Person(UserId.ofSubject(new UUID(9, 9)), Set.of(Role.CUSTOMER), Map.of());
    static final Actor SUPPORT =
            new Actor.Person(UserId.ofSubject(new UUID(8, 8)), Set.of(), Map.of(Samples.STORE, Set.of(Role.SUPPORT)));

    /** It left the house. */
    static final Fact.Heard LEFT = new Fact.HandedOver(List.of(new Parcel("TRK-1", "sandbox", "REG", "PRE_TRANSIT")));

    static final Fact.Heard LOST = new Fact.ParcelLost("TRK-1", "LOST");
    static final Fact.Heard SHORT = new Fact.WarehouseAt(Stage.SHORT);
    static final Fact.Heard BACK = new Fact.CameBack(2, 1);

    final Chaos chaos = new Chaos();
    final FakeClock clock = FakeClock.at(Samples.NOW);
    final RememberedOrders orders = new RememberedOrders(chaos);
    final RememberedCarts carts = new RememberedCarts();
    final Town town = new Town(chaos);
    private final Map<QuoteId, Quote> quotes = new HashMap<>();
    private final Permissions rights = new Permissions(List.of(
            new Grant(Role.CUSTOMER, "cart:write", Grant.Scope.OWN, List.of()),
            new Grant(Role.SUPPORT, "order:read", Grant.Scope.STORE, List.of()),
            new Grant(Role.SUPPORT, "order:edit", Grant.Scope.STORE, List.of()),
            new Grant(Role.SUPPORT, "order:cancel", Grant.Scope.STORE, List.of())));
    private final Quoting quoting = new Quoting(
            this,
            (f, k, c, wanted) -> Calculation.none(wanted.size(), f.currency()),
            this,
            new FixedIds(),
            Duration.ofMinutes(15));
    private final Steps steps = new Steps(town, town, town, this, new Requote(this, quoting, clock));
    private final AdvanceOrder advance = new AdvanceOrder(orders, steps, this, clock, LEASE);
    private final HearNews hear = new HearNews(orders, advance::advance, CheckoutWatch.NONE, clock, LEASE);
    private final DriveOrders drive = new DriveOrders(orders, advance::advance, CheckoutWatch.NONE, clock, LEASE);
    private final CancelOrder cancel = new CancelOrder(orders, new OrderAccess(rights), advance, clock);
    private final EditOrder edit = new EditOrder(orders, new OrderAccess(rights), this, advance, clock);
    private final PlaceOrder place = new PlaceOrder(
            new ShowQuote(this, _ -> false, new CartAccess(rights, _ -> Optional.empty()), clock),
            new PlaceOrder.Kept(carts, orders),
            advance,
            new PlaceOrder.Rules(
                    new PaymentWindows(
                            Map.of(
                                    PaymentMethod.CARD, Samples.WINDOW,
                                    PaymentMethod.COD, Samples.WINDOW,
                                    PaymentMethod.VIRTUAL_ACCOUNT, Samples.WINDOW),
                            Duration.ofMinutes(10),
                            LEASE),
                    new CustomerKeys(new byte[32])),
            clock);
    private final Quote quote;
    final Map<Address, List<ShippingOption>> options = new HashMap<>();
    /** What those who watch are told of steps that ended unknown: how many times in a row. */
    final List<Integer> unknowns = new ArrayList<>();

    private long sequence;

    Story(@Nullable String coupon) {
        quote = Samples.quote(1, coupon);
        quotes.put(quote.id(), quote);
    }

    OrderId id() {
        return OrderId.of(quote.id());
    }

    PlaceOrder.Result place(PaymentMethod method) {
        return place(BUYER, method, "key-1");
    }

    PlaceOrder.Result place(Actor actor, PaymentMethod method, String key) {
        return place(actor, quote, method, key);
    }

    PlaceOrder.Result place(Actor actor, Quote wanted, PaymentMethod method, String key) {
        return place.place(
                actor, new PlaceOrder.Request(wanted.id(), method, new Contact("budi@example.com", null), key));
    }

    /** Another quote of the same cart. */
    Quote another() {
        Quote made = Samples.quote(2, null);
        quotes.put(made.id(), made);
        return made;
    }

    boolean hears(Fact.Heard fact) {
        return hear.hear(id(), fact, new HearNews.Source("pay", ++sequence));
    }

    boolean hears(Fact.Heard fact, long atSequence) {
        return hear.hear(id(), fact, new HearNews.Source("pay", atSequence));
    }

    boolean hears(Fact.Heard fact, HearNews.Source source) {
        return hear.hear(id(), fact, source);
    }

    Order cancel(Actor actor) {
        return cancel.cancel(actor, id(), Cancellation.Reason.CHANGED_MIND);
    }

    Order redirect(Actor actor, Address address) {
        return edit.redirect(actor, id(), address);
    }

    /** Time goes by, and whoever is due is looked at; as often as it takes. */
    void settle() {
        for (int i = 0; i < 12; i++) {
            clock.advance(LEASE.plusSeconds(1));
            drive.round();
        }
    }

    void goesBy(Duration time) {
        clock.advance(time);
        drive.round();
    }

    Order order() {
        return orders.byId(id()).orElseThrow();
    }

    String state() {
        return order().state().code();
    }

    <T extends OrderEvent> long told(Class<T> type) {
        return orders.told.stream().filter(type::isInstance).count();
    }

    /** How long it is left alone from now on. */
    Duration pause() {
        return Duration.between(clock.instant(), orders.dueAt(id()));
    }

    @Override
    public void saved(Order before) {}

    @Override
    public void unknown(Order order, Step step, OutcomeUnknown why) {
        unknowns.add(order.work().attempts());
    }

    @Override
    public void backlog(Orders.Backlog backlog) {}

    @Override
    public boolean insert(Quote made) {
        return quotes.putIfAbsent(made.id(), made) == null;
    }

    @Override
    public long forgetMadeBefore(Instant moment) {
        throw new UnsupportedOperationException("no checkout forgets quotes");
    }

    @Override
    public Optional<Quote> byId(QuoteId id) {
        return Optional.ofNullable(quotes.get(id));
    }

    @Override
    public Offers lookUp(@Nullable StoreId store, String language, Collection<Sku> skus) {
        Map<Sku, Offer> offers = new HashMap<>();
        quote.lines().stream().filter(l -> skus.contains(l.sku())).forEach(l -> offers.put(l.sku(), l.offer()));
        return new Offers(quote.storefront(), offers);
    }

    @Override
    public Storefront storefront(@Nullable StoreId store) {
        return quote.storefront();
    }

    @Override
    public Promise promise(Storefront front, List<Calculation.Wanted> lines, Address destination) {
        return new Promise(options.getOrDefault(destination, quote.options()), Map.of());
    }
}
