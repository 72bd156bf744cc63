package io.niaga.fulfillment.shipment;

import static io.niaga.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.events.Topics;
import io.niaga.events.orders.OrderCancelledV1;
import io.niaga.events.orders.OrderConfirmedV1;
import io.niaga.events.orders.OrderExpiredV1;
import io.niaga.events.orders.OrderTotalsV1;
import io.niaga.fulfillment.Shop;
import io.niaga.messaging.DeadLetters;
import io.niaga.testsupport.Answer;
import io.niaga.testsupport.Api;
import io.niaga.testsupport.NiagaIT;
import io.niaga.testsupport.TestEvents;
import io.niaga.testsupport.Told;
import io.niaga.types.Money;
import io.niaga.types.TypeId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@NiagaIT
class ShipmentIT {
    private static final Instant AT = Instant.parse("2026-11-24T10:00:00Z");

    @Autowired
    Api api;

    @Autowired
    HearOrder hear;

    @Autowired
    DeadLetters dead;

    private Shop shop;
    private TypeId order;
    private String path;

    @BeforeEach
    void an_order_with_held_units() {
        shop = new Shop(api).open().counted("A", 10).counted("B", 10);
        order = Shop.order();
        path = "/v1/fulfillments/" + order.withPrefix("ful");
        shop.reserve(order, 1, Map.of("A", 2, "B", 1)).expect(200);
    }

    private static final Money RUPIAH = Money.of("1.00", "IDR");
    private static final OrderTotalsV1 TOTALS = new OrderTotalsV1(RUPIAH, RUPIAH, RUPIAH, RUPIAH, RUPIAH);

    private OrderConfirmedV1 confirmed() {
        return new OrderConfirmedV1(
                order.toString(),
                "N-1",
                shop.store.value(),
                "Asia/Jakarta",
                null,
                List.of(),
                TOTALS,
                null,
                order.withPrefix("pay").toString(),
                order.withPrefix("rsv").toString(),
                false,
                "sandbox",
                "REG",
                AT,
                AT,
                AT);
    }

    private OrderCancelledV1 cancelled() {
        return new OrderCancelledV1(
                order.toString(),
                "N-1",
                shop.store.value(),
                "Asia/Jakarta",
                null,
                "CHANGED_MIND",
                "CONFIRMED",
                null,
                null,
                TOTALS,
                AT,
                AT);
    }

    private void tell(String type, long sequence, Object body) {
        TestEvents.tell(Topics.ORDER, order.toString(), type, sequence, body);
    }

    private JsonNode listed() {
        return shop.packer.get("/v1/fulfillments?orderId=" + order).expect(200).json("/items");
    }

    private void sourced() {
        shop.commit(order, 2).expect(200);
        tell(OrderConfirmedV1.TYPE, 3, confirmed());
        eventually(() -> assertThat(listed().size()).isEqualTo(1));
    }

    private static Map<String, Object> all() {
        return Map.of("lines", List.of(Map.of("sku", "A", "quantity", 2), Map.of("sku", "B", "quantity", 1)));
    }

    private String handedOver() {
        packed();
        return shop.packer
                .post(path + "/handover", Map.of("carrier", "sandbox", "service", "REG"))
                .expect(200)
                .text("/parcels/0/tracking");
    }

    private List<String> told() {
        return TestEvents.told(Topics.SHIPMENT, order.withPrefix("ful").toString()).stream()
                .map(Told::type)
                .toList();
    }

    @Test
    void goods_go_from_the_shelf_to_the_customer_as_the_tour_says() {
        sourced();
        assertThat(listed().get(0).at("/state").asString()).isEqualTo("SOURCED");
        assertThat(listed().get(0).at("/lines").size()).isEqualTo(2);
        assertThat(shop.packer.post(path + "/release").expect(200).text("/state"))
                .isEqualTo("RELEASED");
        assertThat(shop.packer.post(path + "/picking", all()).expect(200).text("/state"))
                .isEqualTo("PICKED");
        shop.release(order, 9).expectProblem(409, "RESERVATION_IN_PICKING");
        Answer packed =
                shop.packer.post(path + "/packing", Map.of("weightGrams", 450)).expect(200);
        assertThat(packed.json("/weightGrams").intValue()).isEqualTo(450);
        Answer handed = shop.packer
                .post(path + "/handover", Map.of("carrier", "sandbox", "service", "REG"))
                .expect(200);
        assertThat(handed.text("/state")).isEqualTo("HANDED_OVER");
        String tracking = handed.text("/parcels/0/tracking");
        assertThat(shop.seller.get(shop.stock("A")).json("/onHand").intValue()).isEqualTo(8);
        assertThat(shop.seller.get(shop.stock("A")).json("/reserved").intValue())
                .isZero();
        for (String type : List.of("IN_TRANSIT", "OUT_FOR_DELIVERY", "OUT_FOR_DELIVERY", "DELIVERED", "IN_TRANSIT")) {
            shop.operator
                    .post("/v1/sandbox/parcels/" + tracking + "/events", Map.of("type", type))
                    .expect(202);
        }
        Answer tracked = shop.guest.get("/v1/tracking/" + tracking).expect(200);
        assertThat(tracked.text("/state")).isEqualTo("DELIVERED");
        assertThat(tracked.json("/events").findValuesAsString("state"))
                .containsExactly("PRE_TRANSIT", "IN_TRANSIT", "OUT_FOR_DELIVERY", "DELIVERED");
        assertThat(tracked.toString()).doesNotContain("Budi").doesNotContain(order.toString());
        assertThat(shop.packer.get(path).expect(200).text("/state")).isEqualTo("DELIVERED");
        eventually(() -> assertThat(told())
                .containsExactly(
                        "fulfillment.released.v1",
                        "picking.started.v1",
                        "fulfillment.picked.v1",
                        "fulfillment.packed.v1",
                        "handed-over.v1",
                        "parcel.in-transit.v1",
                        "parcel.out-for-delivery.v1",
                        "parcel.delivered.v1"));
        Told delivered = TestEvents.told(
                        Topics.SHIPMENT, order.withPrefix("ful").toString())
                .getLast();
        assertThat(delivered.text("/allDelivered")).isEqualTo("true");
        assertThat(delivered.text("/orderId")).isEqualTo(order.toString());
        TestEvents.told(Topics.SHIPMENT, order.withPrefix("ful").toString())
                .forEach(t -> assertThat(String.valueOf(t.body()))
                        .doesNotContain("Budi")
                        .doesNotContain("Merdeka"));
        eventually(
                () -> assertThat(shop.support.get("/v1/stock-movements?sku=A").text("/items/0/reason"))
                        .isEqualTo("HAND_OVER"));
    }

    @Test
    void more_of_a_sku_than_can_be_is_refused_over_all_its_lines() {
        Map<String, Object> many = Map.of("sku", "A", "quantity", 600_000_000);
        shop.guest.post(path + "/picking", Map.of("lines", List.of(many, many))).expectProblem(400, "INVALID_REQUEST");
    }

    @Test
    void steps_are_taken_in_their_order_only() {
        sourced();
        Map<String, Object> box = Map.of("weightGrams", 1);
        Map<String, Object> by = Map.of("carrier", "sandbox", "service", "REG");
        shop.packer.post(path + "/picking", all()).expectProblem(409, "FULFILLMENT_STATE");
        shop.packer.post(path + "/packing", box).expectProblem(409, "FULFILLMENT_STATE");
        shop.packer.post(path + "/handover", by).expectProblem(409, "FULFILLMENT_STATE");
        shop.packer.post(path + "/release").expect(200);
        Answer again = shop.packer.post(path + "/release").expectProblem(409, "FULFILLMENT_STATE");
        assertThat(again.text("/params/state")).isEqualTo("RELEASED");
        Answer wrong = shop.packer
                .post(path + "/picking", Map.of("lines", List.of(Map.of("sku", "A", "quantity", 1))))
                .expectProblem(409, "PICK_MISMATCH");
        assertThat(wrong.json("/params/differences/A/expected").intValue()).isEqualTo(2);
        assertThat(shop.packer.post(path + "/picking", Map.of()).expect(200).text("/state"))
                .isEqualTo("PICKING");
        shop.packer.post(path + "/picking", all()).expect(200);
        shop.packer.post(path + "/packing", Map.of("weightGrams", 0)).expectProblem(400, "INVALID_REQUEST");
        shop.packer.post(path + "/packing", box).expect(200);
        shop.packer
                .post(path + "/handover", Map.of("carrier", "sandbox", "service", "ROCKET"))
                .expectProblem(409, "CARRIER_UNAVAILABLE");
        assertThat(shop.seller.get(shop.stock("A")).json("/reserved").intValue())
                .isEqualTo(2);
        shop.packer.post(path + "/handover", by).expect(200);
        shop.packer.post(path + "/handover", by).expectProblem(409, "FULFILLMENT_STATE");
    }

    @Test
    void a_repeated_request_with_a_key_is_answered_again() {
        sourced();
        shop.packer.once("k1").post(path + "/release").expect(200);
        Answer again = shop.packer.once("k1").post(path + "/release").expect(200);
        assertThat(again.header("Idempotency-Replayed")).contains("true");
    }

    @Test
    void who_may_not_is_told_so_and_who_does_not_ship_sees_no_address() {
        sourced();
        assertThat(shop.packer.get(path).expect(200).text("/address/recipient")).isEqualTo("Budi Santoso");
        assertThat(shop.support.get(path).expect(200).json("/address").isNull()).isTrue();
        assertThat(shop.operator.get(path).expect(200).text("/address/postalCode"))
                .isEqualTo("10110");
        for (Api somebody : List.of(shop.support, shop.seller, shop.buyer)) {
            somebody.post(path + "/release").expectProblem(403, "FORBIDDEN");
        }
        shop.seller.get(path).expectProblem(403, "FORBIDDEN");
        shop.buyer.get("/v1/fulfillments?orderId=" + order).expectProblem(403, "FORBIDDEN");
        shop.guest.get("/v1/fulfillments?orderId=" + order).expectProblem(401, "UNAUTHENTICATED");
        shop.guest.post(path + "/release").expectProblem(401, "UNAUTHENTICATED");
        shop.stranger.get(path).expectProblem(404, "NOT_FOUND");
        shop.stranger.post(path + "/release").expectProblem(404, "NOT_FOUND");
        assertThat(shop.stranger
                        .get("/v1/fulfillments?orderId=" + order)
                        .expect(200)
                        .json("/items")
                        .isEmpty())
                .isTrue();
        shop.packer.get("/v1/fulfillments/" + Shop.order().withPrefix("ful")).expectProblem(404, "NOT_FOUND");
        shop.packer.get("/v1/fulfillments?orderId=x").expectProblem(400, "INVALID_PARAMETER");
    }

    /** Packed, and so to be given to a carrier. */
    private String packed() {
        sourced();
        shop.packer.post(path + "/release").expect(200);
        shop.packer.post(path + "/picking", all()).expect(200);
        shop.packer.post(path + "/packing", Map.of("weightGrams", 450)).expect(200);
        return path;
    }

    private String packedNext() {
        order = Shop.order();
        path = "/v1/fulfillments/" + order.withPrefix("ful");
        shop.reserve(order, 1, Map.of("A", 2, "B", 1)).expect(200);
        return packed();
    }

    private static Map<String, Object> jne(String tracking) {
        return Map.of("carrier", "jne", "service", "REG", "tracking", tracking);
    }

    /** Nobody else's: numbers are one parcel's in all stores. */
    private static String waybill() {
        return "JP" + UUID.randomUUID().toString().replace("-", "").toUpperCase(Locale.ROOT);
    }

    private static Map<String, Object> type(String type) {
        return Map.of("type", type);
    }

    @Test
    void a_carrier_that_is_not_integrated_is_worked_by_hand_from_its_number_to_the_door() {
        String waybill = waybill();
        packed();
        Answer handed = shop.packer.post(path + "/handover", jne(waybill)).expect(200);
        assertThat(handed.text("/parcels/0/tracking")).isEqualTo(waybill);
        assertThat(handed.text("/parcels/0/carrier")).isEqualTo("jne");
        assertThat(stock("A", "onHand")).isEqualTo(8);
        String events = path + "/parcels/" + waybill + "/events";
        for (String type : List.of("OUT_FOR_DELIVERY", "IN_TRANSIT", "DELIVERED", "DELIVERED", "LOST")) {
            shop.packer.post(events, type(type)).expect(200);
        }
        assertThat(shop.admin.post(events, type("DELIVERED")).text("/state")).isEqualTo("DELIVERED");
        Answer tracked = shop.guest.get("/v1/tracking/" + waybill + "?carrier=jne");
        assertThat(tracked.expect(200).json("/events").findValuesAsString("state"))
                .containsExactly("PRE_TRANSIT", "OUT_FOR_DELIVERY", "DELIVERED");
        shop.guest.get("/v1/tracking/" + waybill + "?carrier=tiki").expectProblem(404, "NOT_FOUND");
        eventually(() ->
                assertThat(told()).endsWith("handed-over.v1", "parcel.out-for-delivery.v1", "parcel.delivered.v1"));
        eventually(() -> {
            List<Told> audit =
                    TestEvents.told(Topics.AUDIT, order.withPrefix("ful").toString());
            assertThat(audit).extracting(t -> t.text("/changes/0/to")).containsExactly("OUT_FOR_DELIVERY", "DELIVERED");
            assertThat(audit.getFirst().text("/changes/0/from")).isEqualTo("PRE_TRANSIT");
            assertThat(audit.getFirst().text("/actor")).startsWith("usr_");
            assertThat(audit.getFirst().text("/resource")).isEqualTo(order.withPrefix("ful") + "/parcels/" + waybill);
        });
    }

    @Test
    void the_number_of_a_parcel_is_given_by_hand_where_the_carrier_does_not_say_it_and_only_there() {
        packed();
        Map<String, Object> none = Map.of("carrier", "jne", "service", "REG");
        Answer missing = shop.packer.post(path + "/handover", none).expectProblem(400, "INVALID_REQUEST");
        assertThat(missing.text("/errors/0/pointer")).isEqualTo("/tracking");
        assertThat(missing.text("/errors/0/code")).isEqualTo("REQUIRED");
        for (String odd : List.of("", "JP12345", "jp1234567890", "JP 1234567890", "JP123456\u0007", "J".repeat(41))) {
            shop.packer.post(path + "/handover", jne(odd)).expectProblem(400, "INVALID_REQUEST");
        }
        Answer misplaced = shop.packer
                .post(path + "/handover", Map.of("carrier", "sandbox", "service", "REG", "tracking", waybill()))
                .expectProblem(400, "INVALID_REQUEST");
        assertThat(misplaced.text("/errors/0/code")).isEqualTo("MISPLACED");
        shop.packer
                .post(path + "/handover", Map.of("carrier", "j n e", "service", "REG", "tracking", waybill()))
                .expectProblem(400, "INVALID_REQUEST");
        assertThat(stock("A", "reserved")).isEqualTo(2);
        shop.packer.post(path + "/handover", jne(waybill())).expect(200);
    }

    @Test
    void a_number_is_one_parcel_of_its_carrier() {
        String waybill = waybill();
        String first = packed();
        shop.packer.once("h").post(first + "/handover", jne(waybill)).expect(200);
        shop.packer.once("h").post(first + "/handover", jne(waybill)).expect(200);
        String second = packedNext();
        Answer taken = shop.packer.post(second + "/handover", jne(waybill)).expectProblem(409, "TRACKING_TAKEN");
        assertThat(taken.text("/params/tracking")).isEqualTo(waybill);
        assertThat(stock("A", "reserved")).isEqualTo(2);
        shop.packer
                .post(second + "/handover", Map.of("carrier", "tiki", "service", "REG", "tracking", waybill))
                .expect(200);
        shop.packer
                .post(second + "/parcels/" + waybill + "/events", type("LOST"))
                .expect(200);
        assertThat(shop.guest.get("/v1/tracking/" + waybill + "?carrier=tiki").text("/state"))
                .isEqualTo("LOST");
        assertThat(shop.guest.get("/v1/tracking/" + waybill + "?carrier=jne").text("/state"))
                .isEqualTo("PRE_TRANSIT");
        String older = first.compareTo(second) < 0 ? "jne" : "tiki";
        assertThat(shop.guest.get("/v1/tracking/" + waybill).text("/carrier")).isEqualTo(older);
    }

    @Test
    void who_works_on_fulfillments_tells_of_parcels_unless_the_carrier_does() {
        String sandboxed = handedOver();
        String events = path + "/parcels/" + sandboxed + "/events";
        Answer refused = shop.packer.post(events, type("DELIVERED")).expectProblem(409, "CARRIER_REPORTS");
        assertThat(refused.text("/params/carrier")).isEqualTo("sandbox");
        String waybill = waybill();
        String byHand = packedNext();
        shop.packer.post(byHand + "/handover", jne(waybill)).expect(200);
        events = byHand + "/parcels/" + waybill + "/events";
        // The sandbox plays its own parcels alone.
        shop.operator
                .post("/v1/sandbox/parcels/" + waybill + "/events", type("DELIVERED"))
                .expectProblem(404, "NOT_FOUND");
        for (Api somebody : List.of(shop.support, shop.seller, shop.buyer)) {
            somebody.post(events, type("DELIVERED")).expectProblem(403, "FORBIDDEN");
        }
        shop.guest.post(events, type("DELIVERED")).expectProblem(401, "UNAUTHENTICATED");
        shop.stranger.post(events, type("DELIVERED")).expectProblem(404, "NOT_FOUND");
        shop.packer.post(events, type("PRE_TRANSIT")).expectProblem(400, "INVALID_REQUEST");
        shop.packer
                .post(byHand + "/parcels/" + sandboxed + "/events", type("LOST"))
                .expectProblem(404, "NOT_FOUND");
        assertThat(shop.packer.get(byHand).text("/state")).isEqualTo("HANDED_OVER");
        shop.operator.post(events, type("RETURN_TO_SENDER")).expect(200);
        assertThat(shop.packer.get(byHand).text("/state")).isEqualTo("RETURN_TO_SENDER");
    }

    @Test
    void the_sandbox_is_played_by_operators() {
        String events = "/v1/sandbox/parcels/" + handedOver() + "/events";
        shop.guest.post(events, Map.of("type", "DELIVERED")).expectProblem(401, "UNAUTHENTICATED");
        shop.admin.post(events, Map.of("type", "DELIVERED")).expectProblem(403, "FORBIDDEN");
        shop.operator.post(events, Map.of("type", "PRE_TRANSIT")).expectProblem(400, "INVALID_REQUEST");
        shop.operator
                .post("/v1/sandbox/parcels/SBX0000000000/events", Map.of("type", "DELIVERED"))
                .expectProblem(404, "NOT_FOUND");
        shop.guest.get("/v1/tracking/SBX0000000000").expectProblem(404, "NOT_FOUND");
        shop.guest.get("/v1/tracking/x").expectProblem(404, "NOT_FOUND");
        shop.operator.post(events, Map.of("type", "FAILED_ATTEMPT")).expect(202);
        shop.operator.post(events, Map.of("type", "RETURN_TO_SENDER")).expect(202);
        shop.operator.post(events, Map.of("type", "DELIVERED")).expect(202);
        assertThat(shop.packer.get(path).text("/state")).isEqualTo("RETURN_TO_SENDER");
        eventually(() -> assertThat(told()).endsWith("parcel.failed.v1", "parcel.returned.v1"));
    }

    private static Map<String, Object> receipt(int line, int resellable, int damaged) {
        return Map.of("line", line, "resellable", resellable, "damaged", damaged);
    }

    private void returning() {
        String events = "/v1/sandbox/parcels/" + handedOver() + "/events";
        for (String type : List.of("FAILED_ATTEMPT", "RETURN_TO_SENDER")) {
            shop.operator.post(events, Map.of("type", type)).expect(202);
        }
    }

    private int stock(String sku, String bucket) {
        return shop.seller.get(shop.stock(sku)).json("/" + bucket).intValue();
    }

    @Test
    void what_could_not_be_delivered_comes_back_into_the_stock_once() {
        returning();
        Answer shipped = shop.packer.get(path).expect(200);
        assertThat(shipped.text("/lines/0/sku")).isEqualTo("A");
        int line = shipped.json("/lines/0/line").intValue();
        Map<String, Object> body = Map.of("lines", List.of(receipt(line, 1, 1)));
        Answer back = shop.packer.once("r").post(path + "/receipt", body).expect(200);
        assertThat(back.text("/state")).isEqualTo("RECEIVED_BACK");
        assertThat(back.json("/address").isNull()).isTrue();
        shop.packer.once("r").post(path + "/receipt", body).expect(200);
        shop.packer.post(path + "/receipt", body).expectProblem(409, "FULFILLMENT_STATE");
        assertThat(stock("A", "onHand")).isEqualTo(10);
        assertThat(stock("A", "available")).isEqualTo(9);
        assertThat(stock("A", "damaged")).isEqualTo(1);
        assertThat(stock("B", "onHand")).isEqualTo(9);
        eventually(() -> assertThat(told()).endsWith("parcel.returned.v1", "fulfillment.received-back.v1"));
        Told told = TestEvents.told(Topics.SHIPMENT, order.withPrefix("ful").toString())
                .getLast();
        assertThat(told.text("/lines/0/sku")).isEqualTo("A");
        assertThat(told.text("/lines/0/resellable")).isEqualTo("1");
        eventually(() -> {
            Answer moved = shop.support.get("/v1/stock-movements?sku=A");
            assertThat(moved.text("/items/0/reason")).isEqualTo("RETURN");
            assertThat(moved.text("/items/0/actor")).startsWith("usr_");
            assertThat(moved.text("/items/0/reference"))
                    .isEqualTo(order.withPrefix("ret").toString());
        });
    }

    @Test
    void only_what_was_shipped_comes_back_and_only_when_it_is_on_its_way() {
        Map<String, Object> fine = Map.of("lines", List.of(receipt(1, 1, 0)));
        sourced();
        shop.packer.post(path + "/receipt", fine).expectProblem(409, "FULFILLMENT_STATE");
        TypeId first = order;
        order = Shop.order();
        path = "/v1/fulfillments/" + order.withPrefix("ful");
        shop.reserve(order, 1, Map.of("A", 2, "B", 1)).expect(200);
        returning();
        assertThat(first).isNotEqualTo(order);
        shop.packer
                .post(path + "/receipt", Map.of("lines", List.of(receipt(7, 1, 0))))
                .expectProblem(400, "INVALID_REQUEST");
        shop.packer
                .post(path + "/receipt", Map.of("lines", List.of(receipt(1, 2, 1))))
                .expectProblem(409, "RESTOCK_MISMATCH");
        shop.packer
                .post(path + "/receipt", Map.of("lines", List.of(receipt(1, 1, 0), receipt(1, 1, 0))))
                .expectProblem(400, "INVALID_REQUEST");
        shop.packer.post(path + "/receipt", Map.of("lines", List.of())).expectProblem(400, "INVALID_REQUEST");
        for (Api somebody : List.of(shop.support, shop.seller, shop.buyer)) {
            somebody.post(path + "/receipt", fine).expectProblem(403, "FORBIDDEN");
        }
        shop.stranger.post(path + "/receipt", fine).expectProblem(404, "NOT_FOUND");
        assertThat(shop.packer.get(path).text("/state")).isEqualTo("RETURN_TO_SENDER");
        assertThat(stock("A", "onHand")).isEqualTo(8);
    }

    @Test
    void what_is_not_there_to_be_picked_ends_it_and_the_rest_is_sold_again() {
        sourced();
        Map<String, Object> shortage = Map.of(
                "reason",
                "NOT_FOUND",
                "lines",
                List.of(Map.of("line", 1, "warehouseId", shop.warehouse, "quantity", 1)));
        shop.packer.post(path + "/shortage", shortage).expectProblem(409, "FULFILLMENT_STATE");
        shop.packer.post(path + "/release").expect(200);
        for (Api somebody : List.of(shop.support, shop.seller, shop.buyer)) {
            somebody.post(path + "/shortage", shortage).expectProblem(403, "FORBIDDEN");
        }
        shop.stranger.post(path + "/shortage", shortage).expectProblem(404, "NOT_FOUND");
        for (Map<String, Object> odd : List.<Map<String, Object>>of(
                Map.of("line", 7, "warehouseId", shop.warehouse, "quantity", 1),
                Map.of("line", 1, "warehouseId", shop.warehouse, "quantity", 3),
                Map.of("line", 1, "warehouseId", shop.warehouse, "quantity", 0),
                Map.of("line", 1, "warehouseId", "whs_01kavf8g00e4ttm0nbdjqsmn0a", "quantity", 1))) {
            shop.packer
                    .post(path + "/shortage", Map.of("reason", "DAMAGED", "lines", List.of(odd)))
                    .expectProblem(400, "INVALID_REQUEST");
        }
        Answer picked = shop.packer.get(path);
        String sku = picked.text(picked.json("/lines/0/line").intValue() == 1 ? "/lines/0/sku" : "/lines/1/sku");
        Answer ended = shop.packer.once("s").post(path + "/shortage", shortage).expect(200);
        assertThat(ended.text("/state")).isEqualTo("SHORT");
        assertThat(ended.json("/address").isNull()).isTrue();
        shop.packer.once("s").post(path + "/shortage", shortage).expect(200);
        shop.packer.post(path + "/shortage", shortage).expect(200);
        Map<String, Object> other = Map.of("reason", "DAMAGED", "lines", shortage.get("lines"));
        shop.packer.post(path + "/shortage", other).expectProblem(409, "FULFILLMENT_STATE");
        shop.packer.post(path + "/picking", all()).expectProblem(409, "FULFILLMENT_STATE");
        assertThat(stock(sku, "onHand")).isEqualTo(9);
        assertThat(stock(sku, "available")).isEqualTo(9);
        assertThat(stock(sku.equals("A") ? "B" : "A", "available")).isEqualTo(10);
        assertThat(shop.packer
                        .get("/v1/fulfillments?state=SHORT")
                        .json("/items")
                        .size())
                .isEqualTo(1);
        eventually(() -> assertThat(told())
                .containsExactly("fulfillment.released.v1", "picking.started.v1", "fulfillment.ran-short.v1"));
        Told told = TestEvents.told(Topics.SHIPMENT, order.withPrefix("ful").toString())
                .getLast();
        assertThat(told.text("/reason")).isEqualTo("NOT_FOUND");
        assertThat(told.text("/lines/0/missing")).isEqualTo("1");
        eventually(() -> {
            Answer moved = shop.support.get("/v1/stock-movements?sku=" + sku);
            assertThat(moved.text("/items/0/reason")).isEqualTo("NOT_FOUND");
            assertThat(moved.text("/items/0/actor")).startsWith("usr_");
            assertThat(moved.text("/items/0/reference"))
                    .isEqualTo(order.withPrefix("rsv").toString());
            Told audit = TestEvents.told(Topics.AUDIT, order.withPrefix("ful").toString())
                    .getLast();
            assertThat(audit.text("/changes/0/to")).isEqualTo("ENDING_SHORT");
            assertThat(audit.text("/reason")).isEqualTo("NOT_FOUND");
        });
    }

    @Test
    void a_lost_or_damaged_parcel_is_told_and_ends_there() {
        String tracking = handedOver();
        String events = "/v1/sandbox/parcels/" + tracking + "/events";
        shop.operator.post(events, Map.of("type", "LOST")).expect(202);
        shop.operator.post(events, Map.of("type", "DELIVERED")).expect(202);
        assertThat(shop.packer.get(path).text("/state")).isEqualTo("LOST");
        assertThat(shop.guest.get("/v1/tracking/" + tracking).text("/state")).isEqualTo("LOST");
        assertThat(shop.packer.get("/v1/fulfillments?state=LOST").json("/items").size())
                .isEqualTo(1);
        eventually(() -> assertThat(told()).endsWith("handed-over.v1", "parcel.lost.v1"));
        Told told = TestEvents.told(Topics.SHIPMENT, order.withPrefix("ful").toString())
                .getLast();
        assertThat(told.text("/reason")).isEqualTo("LOST");
        assertThat(told.text("/tracking")).isEqualTo(tracking);
    }

    @Test
    void a_cancelled_order_is_not_shipped() {
        sourced();
        shop.packer.post(path + "/release").expect(200);
        shop.release(order, 4).expect(200);
        // The order's event has not come yet, but its units are gone: nobody can begin.
        shop.packer.post(path + "/picking", all()).expectProblem(409, "FULFILLMENT_STATE");
        tell(OrderCancelledV1.TYPE, 5, cancelled());
        eventually(() -> assertThat(shop.packer.get(path).text("/state")).isEqualTo("CANCELLED"));
        assertThat(shop.packer.get(path).json("/address").isNull()).isTrue();
    }

    @Test
    void an_order_that_was_never_confirmed_leaves_nothing_to_see_and_can_be_revived() {
        shop.release(order, 2).expect(200);
        tell(
                OrderExpiredV1.TYPE,
                2,
                new OrderExpiredV1(order.toString(), "N-1", shop.store.value(), null, TOTALS, AT, AT));
        shop.reserve(order, 3, Map.of("A", 1)).expect(200);
        shop.commit(order, 3).expect(200);
        tell(OrderConfirmedV1.TYPE, 4, confirmed());
        eventually(() -> assertThat(listed().size()).isEqualTo(1));
        assertThat(listed().get(0).at("/lines/0/quantity").intValue()).isEqualTo(1);
    }

    @Test
    void a_confirmation_that_comes_before_the_commitment_waits_for_it() {
        tell(OrderConfirmedV1.TYPE, 3, confirmed());
        tell("order.changed.v1", 4, Map.of("orderId", order.toString()));
        TypeId later = Shop.order();
        eventually(() -> {
            hear.sourceWaiting();
            assertThat(listed().isEmpty()).isTrue();
        });
        shop.packer.get(path).expectProblem(404, "NOT_FOUND");
        shop.commit(order, 2).expect(200);
        eventually(() -> {
            hear.sourceWaiting();
            assertThat(listed().size()).isEqualTo(1);
        });
        assertThat(later).isNotEqualTo(order);
    }

    @Test
    void events_twice_late_unknown_and_malformed_do_no_harm() {
        sourced();
        tell(OrderConfirmedV1.TYPE, 3, confirmed());
        tell(OrderCancelledV1.TYPE, 2, cancelled());
        tell("order.repainted.v1", 4, Map.of("colour", "red"));
        TypeId poisoned = Shop.order();
        Map<String, String> headers = new HashMap<>(TestEvents.envelope(poisoned.toString(), OrderConfirmedV1.TYPE, 1));
        TestEvents.send(Topics.ORDER, poisoned.toString(), headers, "{no json".getBytes(StandardCharsets.UTF_8));
        tell("order.confirmed.v9", 5, Map.of());
        TypeId fine = order;
        order = Shop.order();
        String other = "/v1/fulfillments/" + order.withPrefix("ful");
        shop.reserve(order, 1, Map.of("A", 1)).expect(200);
        shop.commit(order, 2).expect(200);
        tell(OrderConfirmedV1.TYPE, 3, confirmed());
        eventually(() -> shop.packer.get(other).expect(200));
        order = fine;
        eventually(() -> assertThat(dead.count("fulfillment-orders")).isEqualTo(2));
        assertThat(listed().get(0).at("/state").asString()).isEqualTo("SOURCED");
    }

    @Test
    void lists_are_by_store_and_state_and_paged() {
        sourced();
        TypeId first = order;
        order = Shop.order();
        shop.reserve(order, 1, Map.of("A", 1)).expect(200);
        sourced();
        shop.packer
                .post("/v1/fulfillments/" + first.withPrefix("ful") + "/release")
                .expect(200);
        assertThat(shop.support
                        .get("/v1/fulfillments")
                        .expect(200)
                        .json("/items")
                        .size())
                .isEqualTo(2);
        JsonNode released =
                shop.support.get("/v1/fulfillments?state=RELEASED").expect(200).json("/items");
        assertThat(released.findValuesAsString("orderId")).containsExactly(first.toString());
        Answer page = shop.support.get("/v1/fulfillments?limit=1").expect(200);
        Answer next = shop.support
                .get("/v1/fulfillments?limit=1&after=" + page.text("/nextCursor"))
                .expect(200);
        assertThat(next.json("/items").size()).isEqualTo(1);
        assertThat(next.json("/nextCursor").isNull()).isTrue();
        shop.support.get("/v1/fulfillments?state=PAYMENT_ASSURED").expectProblem(400, "INVALID_PARAMETER");
        shop.stranger.get("/v1/fulfillments?store=" + shop.store).expectProblem(404, "NOT_FOUND");
        shop.operator.get("/v1/fulfillments").expect(200);
    }
}
