package io.niaga.fulfillment.reservation;

import static io.niaga.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.events.Topics;
import io.niaga.fulfillment.Shop;
import io.niaga.fulfillment.stock.LowStock;
import io.niaga.fulfillment.stock.Stock;
import io.niaga.fulfillment.stock.StockKey;
import io.niaga.fulfillment.stock.Stocks;
import io.niaga.fulfillment.warehouse.WarehouseId;
import io.niaga.fulfillment.warehouse.Warehouses;
import io.niaga.testsupport.Answer;
import io.niaga.testsupport.Api;
import io.niaga.testsupport.FakeClock;
import io.niaga.testsupport.NiagaIT;
import io.niaga.testsupport.TestEvents;
import io.niaga.types.Sku;
import io.niaga.types.TypeId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@NiagaIT
class ReservationIT {
    @Autowired
    Api api;

    @Autowired
    FakeClock clock;

    @Autowired
    Stocks stocks;

    @Autowired
    Reservations reservations;

    @Autowired
    Warehouses warehouses;

    @Autowired
    ReservationTally tally;

    @Autowired
    SettleLeftovers settle;

    private final List<TypeId> orders = new ArrayList<>();
    private Shop shop;

    @BeforeEach
    void a_store_with_a_warehouse() {
        shop = new Shop(api).open();
    }

    @AfterEach
    void nothing_is_lost_or_doubled() {
        List<Stock> rows =
                stocks.list(new Stocks.Listing(shop.store, null, 100, null)).items();
        List<Reservation> theirs = orders.stream()
                .map(o -> ReservationId.of(o.withPrefix("rsv").toString()))
                .flatMap(id -> reservations.find(id).stream())
                .toList();
        StockInvariants.check(rows, theirs);
        rows.forEach(row -> assertThat(row.told()).isEqualTo(row.availability(new LowStock(5))));
        // On hand is the fold of the movements, which follow from the writes.
        eventually(() -> rows.forEach(row -> {
            var moved = shop.support
                    .get("/v1/stock-movements?limit=100&sku=" + row.key().sku())
                    .json("/items");
            int fold = moved.valueStream()
                    .filter(m -> m.at("/warehouseId")
                            .asString()
                            .equals(row.key().warehouse().value()))
                    .mapToInt(m -> m.at("/onHand/after").intValue()
                            - m.at("/onHand/before").intValue())
                    .sum();
            assertThat(fold)
                    .as("fold of the movements of " + row.key())
                    .isEqualTo(row.buckets().onHand());
        }));
    }

    private TypeId order() {
        TypeId order = Shop.order();
        orders.add(order);
        return order;
    }

    private Stock row(String sku) {
        return stocks.find(new StockKey(shop.store, Sku.of(sku), WarehouseId.of(shop.warehouse)))
                .orElseThrow();
    }

    @Test
    void a_reservation_lives_as_the_contract_says() {
        shop.counted("A", 10).counted("B", 3);
        TypeId order = order();
        Map<String, Integer> both = new LinkedHashMap<>(Map.of("A", 2, "B", 3));
        Answer held = shop.reserve(order, 1, both).expect(200);
        assertThat(held.text("/id")).isEqualTo(order.withPrefix("rsv").toString());
        assertThat(held.text("/state")).isEqualTo("HELD");
        assertThat(held.json("/fence").longValue()).isEqualTo(1);
        assertThat(shop.reserve(order, 1, both).expect(200).text("/state")).isEqualTo("HELD");
        assertThat(row("A").buckets().reserved()).isEqualTo(2);
        assertThat(shop.commit(order, 2).expect(200).text("/state")).isEqualTo("COMMITTED");
        assertThat(shop.commit(order, 2).expect(200).text("/state")).isEqualTo("COMMITTED");
        shop.commit(order, 1).expectProblem(409, "FENCED");
        shop.release(order, 1).expectProblem(409, "FENCED");
        assertThat(shop.release(order, 3).expect(200).text("/state")).isEqualTo("RELEASED");
        assertThat(shop.release(order, 3).expect(200).text("/state")).isEqualTo("RELEASED");
        assertThat(row("A").buckets().available()).isEqualTo(10);
        shop.commit(order, 4).expectProblem(409, "RESERVATION_NOT_HELD");
        shop.reserve(order, 3, both).expectProblem(409, "FENCED");
        assertThat(shop.reserve(order, 4, both).expect(200).text("/state")).isEqualTo("HELD");
        assertThat(row("A").buckets().reserved()).isEqualTo(2);
    }

    @Test
    void what_is_sold_out_is_refused_and_nothing_is_kept() {
        shop.counted("A", 10).counted("B", 1);
        TypeId order = order();
        Map<String, Integer> wanted = Map.of("A", 2, "B", 3, "NEVER", 1);
        for (int i = 0; i < 2; i++) {
            Answer refused = shop.reserve(order, 1, wanted).expectProblem(409, "SOLD_OUT");
            assertThat(refused.json("/params/skus").valueStream().map(s -> s.asString()))
                    .containsExactly("B", "NEVER");
            assertThat(refused.json("/params/available/B").intValue()).isEqualTo(1);
            assertThat(refused.json("/params/available/NEVER").intValue()).isZero();
        }
        assertThat(row("A").buckets().reserved()).isZero();
        shop.counted("B", 5);
        shop.reserve(order, 1, Map.of("A", 2, "B", 3)).expectProblem(409, "SOLD_OUT");
        shop.reserve(order, 2, Map.of("A", 2, "B", 3)).expect(200);
    }

    @Test
    void an_unknown_reservation_stays_released() {
        shop.counted("A", 10);
        TypeId order = order();
        shop.commit(order, 1).expectProblem(409, "RESERVATION_NOT_HELD");
        assertThat(shop.release(order, 2).expect(200).text("/state")).isEqualTo("RELEASED");
        shop.reserve(order, 1, Map.of("A", 1)).expectProblem(409, "FENCED");
        shop.reserve(order, 2, Map.of("A", 1)).expectProblem(409, "FENCED");
        shop.reserve(order, 3, Map.of("A", 1)).expect(200);
    }

    @Test
    void only_services_may_and_they_must_make_sense() {
        TypeId order = order();
        Map<String, Object> wanted = shop.wanted(order, 1, Map.of("A", 1));
        shop.admin.put(Shop.reservation(order), wanted).expect(403);
        api.put(Shop.reservation(order), wanted).expectProblem(401, "UNAUTHENTICATED");
        shop.orders.put(Shop.reservation(Shop.order()), wanted).expectProblem(400, "INVALID_REQUEST");
        shop.orders.put("/internal/v1/reservations/nonsense", wanted).expectProblem(404, "NOT_FOUND");
        Map<String, Object> none = new HashMap<>(wanted);
        none.put("lines", List.of());
        shop.orders.put(Shop.reservation(order), none).expectProblem(400, "INVALID_REQUEST");
        shop.orders.delete(Shop.reservation(order)).expectProblem(400, "INVALID_PARAMETER");
        shop.orders.delete(Shop.reservation(order) + "?fence=-1").expectProblem(400, "INVALID_PARAMETER");
        shop.orders
                .put(Shop.reservation(order) + "/commitment", Map.of("fence", -1))
                .expectProblem(400, "INVALID_REQUEST");
    }

    @Test
    void two_hundred_at_once_get_exactly_fifty_units() throws Exception {
        shop.counted("HOT", 50);
        List<Callable<Integer>> buyers = IntStream.range(0, 200)
                .mapToObj(i -> order())
                .<Callable<Integer>>map(o -> () -> {
                    Answer answer = shop.reserve(o, 1, Map.of("HOT", 1));
                    if (answer.status() == 409) {
                        answer.expectProblem(409, "SOLD_OUT");
                    }
                    return answer.status();
                })
                .toList();
        List<Integer> answers = atOnce(buyers);
        assertThat(answers.stream().filter(s -> s == 200)).hasSize(50);
        assertThat(answers.stream().filter(s -> s == 409)).hasSize(150);
        assertThat(row("HOT").buckets().available()).isZero();
        // A class that was passed within moments may be left out; none is told twice in a row.
        eventually(() -> {
            List<String> told = TestEvents.told(Topics.AVAILABILITY, shop.key("HOT")).stream()
                    .map(t -> t.text("/availability"))
                    .toList();
            assertThat(told).startsWith("IN_STOCK").endsWith("OUT").doesNotHaveDuplicates();
        });
    }

    @Test
    void opposite_orders_of_lines_do_not_hinder_each_other() throws Exception {
        shop.counted("A", 30).counted("B", 30);
        List<Callable<Integer>> buyers = IntStream.range(0, 60)
                .<Callable<Integer>>mapToObj(i -> {
                    TypeId order = order();
                    Map<String, Integer> units = new LinkedHashMap<>();
                    units.put(i % 2 == 0 ? "A" : "B", 1);
                    units.put(i % 2 == 0 ? "B" : "A", 1);
                    return () -> shop.reserve(order, 1, units).status();
                })
                .toList();
        assertThat(atOnce(buyers).stream().filter(s -> s == 200)).hasSize(30);
        assertThat(row("A").buckets().available()).isZero();
        assertThat(row("B").buckets().available()).isZero();
    }

    @Test
    void counts_and_orders_race_and_neither_is_lost() throws Exception {
        shop.counted("A", 100);
        List<Callable<Integer>> deeds = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            TypeId order = order();
            int units = 60 + i;
            deeds.add(() -> shop.reserve(order, 1, Map.of("A", 1)).status());
            if (i % 3 == 0) {
                deeds.add(() -> shop.seller
                        .put(shop.stock("A"), Map.of("onHand", units))
                        .status());
            }
            deeds.add(() -> shop.release(order, 2).status());
        }
        assertThat(atOnce(deeds)).allMatch(s -> s == 200 || s == 409);
    }

    @Test
    void the_same_reservation_asked_many_times_at_once_is_one() throws Exception {
        shop.counted("A", 10).counted("B", 10);
        TypeId order = order();
        List<Callable<Integer>> same = IntStream.range(0, 20)
                .<Callable<Integer>>mapToObj(i ->
                        () -> shop.reserve(order, 1, Map.of("A", 2, "B", 2)).status())
                .toList();
        // Somebody who finds another at work may be told to ask again; asking again answers.
        assertThat(atOnce(same)).allMatch(s -> s == 200 || s == 503);
        assertThat(shop.reserve(order, 1, Map.of("A", 2, "B", 2)).expect(200).text("/state"))
                .isEqualTo("HELD");
        clock.advance(Duration.ofMinutes(2));
        settle.sweep();
        assertThat(row("A").buckets().reserved()).isEqualTo(2);
    }

    @Test
    void an_order_is_served_from_one_warehouse_if_one_can_and_else_from_several() {
        String second = new TypeId("whs", UUID.randomUUID()).toString();
        shop.open(second, false);
        shop.counted("A", 1).counted("B", 5);
        for (String sku : List.of("A", "B")) {
            shop.seller
                    .put(shop.stock(sku) + "&warehouse=" + second, Map.of("onHand", 3))
                    .expect(200);
        }
        shop.reserve(order(), 1, Map.of("A", 2, "B", 2)).expect(200);
        assertThat(row("B").buckets().reserved()).isZero();
        shop.reserve(order(), 1, Map.of("A", 2, "B", 4)).expect(200);
        assertThat(row("A").buckets().reserved()).isEqualTo(1);
        assertThat(row("B").buckets().reserved()).isEqualTo(4);
        shop.reserve(order(), 1, Map.of("A", 1)).expectProblem(409, "SOLD_OUT");
    }

    @Test
    void whoever_comes_after_a_crash_loses_and_doubles_nothing() {
        shop.counted("A", 100).counted("B", 100);
        Map<String, Integer> units = Map.of("A", 2, "B", 2);
        int step = 0;
        boolean died = true;
        while (died) {
            TypeId order = order();
            died = diesAt(step, verbs -> verbs.reserve.reserve(command(order, 1, units)));
            shop.reserve(order, 1, units).expect(200);
            boolean diedReleasing =
                    diesAt(step, verbs -> verbs.release.release(ReservationId.of(rsv(order)), new Fence(2)));
            if (diedReleasing) {
                shop.release(order, 2).expect(200);
            }
            diesAt(step, verbs -> verbs.reserve.reserve(command(order, 3, units)));
            shop.release(order, 4).expect(200);
            step++;
        }
        assertThat(step).isGreaterThan(10);
        clock.advance(Duration.ofMinutes(2));
        settle.sweep();
        assertThat(row("A").buckets().available()).isEqualTo(100);
        assertThat(row("B").buckets().available()).isEqualTo(100);
    }

    private static String rsv(TypeId order) {
        return order.withPrefix("rsv").toString();
    }

    private ReserveCommand command(TypeId order, long fence, Map<String, Integer> units) {
        OrderId id = OrderId.of(order.toString());
        List<WantedLine> lines = new ArrayList<>();
        units.forEach(
                (sku, n) -> lines.add(new WantedLine(lines.size() + 1, Sku.of(sku), io.niaga.types.Quantity.of(n))));
        Address address = new Address("Budi", "+62", List.of("Jl."), null, "10110", "ID");
        Shipping shipping = new Shipping("sho_x", "sandbox", "REG", clock.instant());
        var facts = new Reservation.OrderFacts(id, "N-1", shop.store, shipping, address, null);
        return new ReserveCommand(ReservationId.of(id), new Fence(fence), facts, lines);
    }

    private boolean diesAt(int step, Consumer<Verbs> deed) {
        AtomicInteger seen = new AtomicInteger();
        java.util.function.Predicate<String> at = name -> seen.getAndIncrement() >= step;
        Verbs dying = new Verbs(
                Breaking.port(Stocks.class, stocks, at),
                Breaking.port(Reservations.class, reservations, at),
                new Verbs.Surroundings(warehouses, new LowStock(5), tally, clock));
        try {
            deed.accept(dying);
            return false;
        } catch (Breaking.Crash dead) {
            return true;
        }
    }

    private static List<Integer> atOnce(List<Callable<Integer>> deeds) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Integer> answers = new ArrayList<>();
            for (var answer : threads.invokeAll(deeds)) {
                answers.add(answer.get());
            }
            return answers;
        }
    }
}
