package io.niaga.orders.returns;

import io.niaga.orders.Samples;
import io.niaga.orders.checkout.Chaos;
import io.niaga.orders.checkout.CheckoutWatch;
import io.niaga.orders.checkout.DriveOrders;
import io.niaga.orders.checkout.Fact;
import io.niaga.orders.checkout.HearNews;
import io.niaga.orders.checkout.RememberedOrders;
import io.niaga.orders.order.Order;
import io.niaga.orders.order.OrderAccess;
import io.niaga.orders.order.OrderEvent;
import io.niaga.orders.order.Repayment;
import io.niaga.orders.order.Return;
import io.niaga.orders.order.Return.Reason;
import io.niaga.orders.order.ReturnId;
import io.niaga.testsupport.FakeClock;
import io.niaga.testsupport.FixedIds;
import io.niaga.types.Actor;
import io.niaga.types.Grant;
import io.niaga.types.Money;
import io.niaga.types.Permissions;
import io.niaga.types.Role;
import io.niaga.types.Sku;
import io.niaga.types.UserId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The returns of one delivered order, with everything around it in memory, and a process that may die. */
final class ReturnStory {
    static final Duration LEASE = Duration.ofSeconds(30);
    static final Actor BUYER = new Actor.Person(Samples.BUYER, Set.of(Role.CUSTOMER), Map.of());
    static final Actor ADMINISTRATOR = new Actor.Person(
            UserId.ofSubject(new UUID(8, 8)), Set.of(), Map.of(Samples.STORE, Set.of(Role.ADMINISTRATOR)));
    static final Actor OPERATOR = new Actor.Person(UserId.ofSubject(new UUID(8, 9)), Set.of(Role.OPERATOR), Map.of());
    static final ReturnRules RULES =
            new ReturnRules(Duration.ofDays(30), Duration.ofDays(3), Duration.ofDays(14), Duration.ofDays(7));

    final Chaos chaos = new Chaos();
    final FakeClock clock = FakeClock.at(Samples.NOW.plus(Duration.ofDays(1)));
    final RememberedOrders orders = new RememberedOrders(chaos);
    final Yard yard = new Yard(chaos);
    final List<String> unknown = new ArrayList<>();
    private final RememberedLists lists = new RememberedLists(chaos);
    private final ReturnProcess process = new ReturnProcess(RULES);
    private final ReturnAccess access = new ReturnAccess(new OrderAccess(rights()));
    private final AdvanceReturns advance =
            new AdvanceReturns(orders, process, new AdvanceReturns.Means(yard, yard, new Watch(), LEASE), clock);
    private final RequestReturn request = new RequestReturn(orders, lists, access, advance, new FixedIds());
    private final ChangeReturn change = new ChangeReturn(orders, lists, access, process, advance);
    private final HearNews hear = new HearNews(orders, advance::advance, CheckoutWatch.NONE, clock, LEASE);
    private final DriveOrders drive = new DriveOrders(orders, advance::advance, CheckoutWatch.NONE, clock, LEASE);
    private long sequence;

    ReturnStory() {
        this(Delivered.order());
    }

    ReturnStory(Order order) {
        orders.insert(order, Samples.NOW);
        orders.save(order(), null);
    }

    private static Permissions rights() {
        List<Grant> grants = new ArrayList<>();
        for (String action : List.of("return:read", "return:decide", "return:receive", "return:settle")) {
            grants.add(new Grant(Role.ADMINISTRATOR, action, Grant.Scope.STORE, List.of()));
        }
        for (String action : List.of("order:read", "return:request")) {
            grants.add(new Grant(Role.OPERATOR, action, Grant.Scope.ALL, List.of()));
        }
        return new Permissions(grants);
    }

    private final class Watch implements ReturnWatch {
        @Override
        public void saved(Order before) {}

        @Override
        public void unknown(Order order, Return goods, io.niaga.orders.checkout.OutcomeUnknown why) {
            unknown.add(why.getMessage());
        }
    }

    static RequestReturn.Wish wish(Sku sku, int quantity, Reason reason) {
        return new RequestReturn.Wish(sku, quantity, reason);
    }

    ReturnId request(RequestReturn.Wish... lines) {
        ReturnId id = request.newId();
        request(id, lines);
        return id;
    }

    void request(ReturnId id, RequestReturn.Wish... lines) {
        request(BUYER, id, lines);
    }

    void request(Actor actor, ReturnId id, RequestReturn.Wish... lines) {
        request.request(actor, new RequestReturn.Request(id, order().id(), Arrays.asList(lines), null));
    }

    /** Asked for, approved and arrived. */
    ReturnId arrived(RequestReturn.Wish... lines) {
        ReturnId id = request(lines);
        say(id, new ReturnFact.Approved(ADMINISTRATOR));
        say(id, new ReturnFact.ParcelReceived(ADMINISTRATOR));
        return id;
    }

    void inspect(ReturnId id, ReturnFact.Count... counts) {
        say(id, new ReturnFact.GoodsInspected(ADMINISTRATOR, Arrays.asList(counts)));
    }

    void say(ReturnId id, ReturnFact.Word word) {
        change.change(id, word);
    }

    void hears(ReturnId id, Money amount, String state) {
        Repayment told = new Repayment(id.refund(), amount, state);
        hear.hear(order().id(), new Fact.RefundSettled(told, ""), new HearNews.Source("pay", ++sequence));
    }

    void hears(Fact.Heard fact) {
        hear.hear(order().id(), fact, new HearNews.Source("pay", ++sequence));
    }

    void goesBy(Duration time) {
        clock.advance(time);
        drive.round();
    }

    void settle() {
        for (int i = 0; i < 12; i++) {
            goesBy(LEASE.plusSeconds(1));
        }
    }

    Order order() {
        return orders.byId(Samples.orderId(1)).orElseThrow();
    }

    Return goods(ReturnId id) {
        return order().returns().of(id).orElseThrow();
    }

    String state(ReturnId id) {
        return goods(id).state().code();
    }

    ReturnId newId() {
        return request.newId();
    }

    <T extends OrderEvent> List<T> told(Class<T> type) {
        return orders.told.stream().filter(type::isInstance).map(type::cast).toList();
    }

    List<String> told() {
        return orders.told.stream()
                .filter(OrderEvent.ReturnMoved.class::isInstance)
                .map(e -> ((OrderEvent.ReturnMoved) e).goods().state().code())
                .toList();
    }
}
