package io.niaga.fulfillment.receiving;

import static io.niaga.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.events.Topics;
import io.niaga.fulfillment.Shop;
import io.niaga.fulfillment.reservation.PickReservation;
import io.niaga.fulfillment.reservation.ReservationId;
import io.niaga.testsupport.Answer;
import io.niaga.testsupport.Api;
import io.niaga.testsupport.NiagaIT;
import io.niaga.testsupport.TestEvents;
import io.niaga.testsupport.TestTokens;
import io.niaga.testsupport.Told;
import io.niaga.types.StoreId;
import io.niaga.types.TypeId;
import io.niaga.types.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@NiagaIT
class RestockIT {
    @Autowired
    Api api;

    @Autowired
    PickReservation pick;

    private Shop shop;
    private TypeId order;
    private String second;

    @BeforeEach
    void an_order_was_shipped_from_two_warehouses() {
        shop = new Shop(api).open().counted("A", 10);
        second = new TypeId("whs", UUID.randomUUID()).toString();
        shop.open(second, false);
        shop.seller
                .put(shop.stock("B") + "&warehouse=" + second, Map.of("onHand", 3))
                .expect(200);
        order = Shop.order();
        shop.reserve(order, 1, Map.of("A", 2)).expect(200);
        shop.commit(order, 2).expect(200);
        ReservationId id = ReservationId.of(order.withPrefix("rsv").toString());
        pick.start(id);
        pick.consume(id);
    }

    private static TypeId aReturn() {
        return new TypeId("ret", UUID.randomUUID());
    }

    private static Map<String, Object> line(int number, String sku, int resellable, int damaged) {
        return Map.of("line", number, "sku", sku, "resellable", resellable, "damaged", damaged);
    }

    private Map<String, Object> body(long fence, List<Map<String, Object>> lines) {
        return Map.of(
                "orderId", order.toString(),
                "storeId", shop.store.value(),
                "reservationId", order.withPrefix("rsv").toString(),
                "fence", fence,
                "lines", lines);
    }

    private Answer restock(TypeId id, long fence, List<Map<String, Object>> lines) {
        return shop.orders.put("/internal/v1/restocks/" + id, body(fence, lines));
    }

    private JsonNode row(String sku) {
        return shop.support.get(shop.stock(sku)).expect(200).json("");
    }

    @Test
    void what_comes_back_is_on_the_shelf_again_once() {
        TypeId id = aReturn();
        for (int i = 0; i < 3; i++) {
            Answer done = restock(id, 5, List.of(line(1, "A", 1, 1))).expect(200);
            assertThat(done.text("/id")).isEqualTo(id.toString());
            assertThat(done.text("/state")).isEqualTo("RESTOCKED");
        }
        assertThat(row("A").at("/onHand").intValue()).isEqualTo(10);
        assertThat(row("A").at("/available").intValue()).isEqualTo(9);
        assertThat(row("A").at("/damaged").intValue()).isEqualTo(1);
        restock(id, 4, List.of(line(1, "A", 1, 1))).expectProblem(409, "FENCED");
        restock(id, 6, List.of(line(1, "A", 2, 0))).expectProblem(409, "RESTOCK_MISMATCH");
        restock(aReturn(), 6, List.of(line(1, "A", 3, 0))).expectProblem(409, "RESTOCK_MISMATCH");
        assertThat(row("A").at("/onHand").intValue()).isEqualTo(10);
    }

    @Test
    void its_movement_says_who_brought_what_and_is_told() {
        TypeId id = aReturn();
        UserId inspector = UserId.of(new TypeId("usr", UUID.randomUUID()).toString());
        api.as(TestTokens.service("order-service"))
                .with("On-Behalf-Of", inspector.value())
                .put("/internal/v1/restocks/" + id, body(5, List.of(line(1, "A", 1, 1))))
                .expect(200);
        eventually(() -> {
            JsonNode moved = shop.support.get("/v1/stock-movements?sku=A").json("/items/0");
            assertThat(moved.at("/reason").asString()).isEqualTo("RETURN");
            assertThat(moved.at("/onHand/before").intValue()).isEqualTo(8);
            assertThat(moved.at("/onHand/after").intValue()).isEqualTo(10);
            assertThat(moved.at("/damaged/after").intValue()).isEqualTo(1);
            assertThat(moved.at("/reference").asString()).isEqualTo(id.toString());
            assertThat(moved.at("/actor").asString()).isEqualTo("order-service");
            assertThat(moved.at("/onBehalfOf").asString()).isEqualTo(inspector.value());
        });
        eventually(() -> {
            Told told = TestEvents.told(Topics.STOCK, shop.key("A")).getLast();
            assertThat(told.text("/reason")).isEqualTo("RETURN");
            assertThat(told.text("/onHandAfter")).isEqualTo("10");
        });
    }

    @Test
    void a_row_that_is_out_is_to_be_had_again() {
        shop.counted("B", 0);
        restock(aReturn(), 5, List.of(line(2, "B", 6, 0))).expect(200);
        assertThat(row("B").at("/available").intValue()).isEqualTo(6);
        eventually(() -> assertThat(TestEvents.told(Topics.AVAILABILITY, shop.key("B")).stream()
                        .map(t -> t.text("/availability")))
                .containsExactly("OUT", "IN_STOCK"));
    }

    @Test
    void many_at_once_put_each_unit_once() throws Exception {
        TypeId same = aReturn();
        List<Callable<Integer>> deeds = new ArrayList<>();
        IntStream.range(0, 12)
                .forEach(i -> deeds.add(
                        () -> restock(same, 5, List.of(line(1, "A", 2, 0))).status()));
        IntStream.range(0, 12)
                .forEach(i -> deeds.add(
                        () -> restock(aReturn(), 5, List.of(line(9, "A", 1, 0))).status()));
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : threads.invokeAll(deeds)) {
                assertThat(answer.get()).isEqualTo(200);
            }
        }
        assertThat(row("A").at("/onHand").intValue()).isEqualTo(8 + 2 + 12);
        eventually(() -> {
            int fold = shop.support
                    .get("/v1/stock-movements?limit=100&sku=A")
                    .json("/items")
                    .valueStream()
                    .mapToInt(m -> m.at("/onHand/after").intValue()
                            - m.at("/onHand/before").intValue())
                    .sum();
            assertThat(fold).isEqualTo(22);
        });
    }

    @Test
    void only_services_may_and_they_must_make_sense() {
        TypeId id = aReturn();
        Map<String, Object> body = body(5, List.of(line(1, "A", 1, 0)));
        shop.admin.put("/internal/v1/restocks/" + id, body).expect(403);
        shop.guest.put("/internal/v1/restocks/" + id, body).expectProblem(401, "UNAUTHENTICATED");
        shop.orders.put("/internal/v1/restocks/nonsense", body).expectProblem(404, "NOT_FOUND");
        restock(id, 5, List.of()).expectProblem(400, "INVALID_REQUEST");
        restock(id, -1, List.of(line(1, "A", 1, 0))).expectProblem(400, "INVALID_REQUEST");
        restock(id, 5, List.of(line(1, "A", -1, 0))).expectProblem(400, "INVALID_REQUEST");
        restock(id, 5, List.of(line(0, "A", 1, 0))).expectProblem(400, "INVALID_REQUEST");
        restock(id, 5, List.of(line(9, "A", 1_000_000_000, 0))).expectProblem(409, "STOCK_FULL");
        TypeId other = order;
        order = Shop.order();
        StoreId nowhere = StoreId.of(new TypeId("sto", UUID.randomUUID()).toString());
        Map<String, Object> lost = new java.util.HashMap<>(body(5, List.of(line(1, "A", 1, 0))));
        lost.put("storeId", nowhere.value());
        shop.orders.put("/internal/v1/restocks/" + id, lost).expectProblem(409, "NO_WAREHOUSE");
        lost.put("reservationId", other.withPrefix("rsv").toString());
        shop.orders.put("/internal/v1/restocks/" + id, lost).expectProblem(400, "INVALID_REQUEST");
        assertThat(row("A").at("/onHand").intValue()).isEqualTo(8);
    }
}
