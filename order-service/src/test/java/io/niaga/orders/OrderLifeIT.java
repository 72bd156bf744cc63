package io.niaga.orders;

import static com.github.tomakehurst.wiremock.client.WireMock.delete;
import static com.github.tomakehurst.wiremock.client.WireMock.deleteRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.exactly;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static io.niaga.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.events.Topics;
import io.niaga.events.fulfillment.HandedOverV1;
import io.niaga.events.fulfillment.ParcelDeliveredV1;
import io.niaga.events.fulfillment.PickingStartedV1;
import io.niaga.events.payments.PaymentAssuredV1;
import io.niaga.events.payments.PaymentFailedV1;
import io.niaga.events.payments.PaymentLatePaidV1;
import io.niaga.orders.offer.PriceMemory;
import io.niaga.testsupport.Answer;
import io.niaga.testsupport.Api;
import io.niaga.testsupport.FakeClock;
import io.niaga.testsupport.Neighbours;
import io.niaga.testsupport.NiagaIT;
import io.niaga.testsupport.TestEvents;
import io.niaga.testsupport.TestTokens;
import io.niaga.testsupport.Told;
import io.niaga.types.Role;
import io.niaga.types.StoreId;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@NiagaIT
class OrderLifeIT {
    private static final String AMOUNT = "663000.00";

    @Autowired
    Api api;

    @Autowired
    FakeClock clock;

    @Autowired
    PriceMemory prices;

    @BeforeEach
    void neighbours() {
        Surrounding.everythingWorks();
        prices.forgetAll();
    }

    @Test
    void an_unpaid_order_is_cancelled_and_everything_given_back() {
        Shopper.Filled guest = Shopper.guest(api).fill();
        Shopper.Placed order = guest.placed(
                guest.order(guest.quote(Map.of("couponCode", "HEMAT10")).text("/id"), "CARD")
                        .expect(201));
        Answer cancelled = order.cancel().expect(200);

        assertThat(cancelled.text("/state")).isEqualTo("CANCELLED");
        assertThat(cancelled.text("/cancellation/reason")).isEqualTo("CHANGED_MIND");
        Neighbours.server().verify(exactly(1), putRequestedFor(urlPathMatching(Surrounding.PAYMENT_CANCELLATION)));
        Neighbours.server()
                .verify(
                        exactly(1),
                        deleteRequestedFor(urlPathMatching(Surrounding.RESERVATION))
                                .withQueryParam("fence", matching("[3-9]")));
        Neighbours.server().verify(exactly(1), deleteRequestedFor(urlPathMatching(Surrounding.HOLD)));
        Neighbours.server().verify(exactly(0), putRequestedFor(urlPathMatching(Surrounding.REFUND)));
        assertThat(order.cancel().expect(200).text("/state")).isEqualTo("CANCELLED");
        eventually(() -> assertThat(types(order)).containsExactly("order.placed.v1", "order.cancelled.v1"));
    }

    @Test
    void a_paid_order_is_cancelled_with_its_money_back() {
        Shopper.Placed order = confirmed();
        Answer cancelled = order.cancel().expect(200);

        assertThat(cancelled.text("/state")).isEqualTo("CANCELLED");
        assertThat(cancelled.text("/payment/refund/id")).isEqualTo(order.derived("rfd"));
        assertThat(cancelled.text("/payment/refund/state")).isEqualTo("SUCCEEDED");
        Neighbours.server()
                .verify(putRequestedFor(urlPathMatching(Surrounding.REFUND))
                        .withRequestBody(equalToJson(
                                "{\"paymentId\":\"" + order.derived("pay")
                                        + "\",\"reason\":\"ORDER_CANCELLED\",\"amount\":" + Surrounding.money(AMOUNT)
                                        + "}",
                                true,
                                true)));
        eventually(() -> {
            List<Told> told = TestEvents.told(Topics.ORDER, order.id());
            assertThat(told).hasSize(3);
            assertThat(told.getLast().text("/refundId")).isEqualTo(order.derived("rfd"));
            assertThat(told.getLast().text("/fromState")).isEqualTo("CONFIRMED");
        });
        assertThat(order.timeline()).containsExactly("PLACED", "PAID", "CONFIRMED", "REFUNDED", "CANCELLED");
    }

    @Test
    void what_staff_give_back_is_shown_and_a_cancellation_gives_back_the_rest() {
        Shopper.Placed order = confirmed();
        tell(order, "refund.succeeded.v1", 5, refund(order, "13000.00"));
        eventually(
                () -> assertThat(order.show().text("/payment/refunded/amount")).isEqualTo("13000.00"));
        Answer shown = order.show();
        assertThat(shown.text("/payment/state")).isEqualTo("PARTIALLY_REFUNDED");
        assertThat(shown.text("/payment/refunds/0/amount/amount")).isEqualTo("13000.00");
        assertThat(shown.json("/payment/refund").isNull()).isTrue();
        assertThat(order.timeline()).endsWith("REFUNDED");

        Surrounding.stub(
                put(urlPathMatching(Surrounding.REFUND)),
                Surrounding.refused(
                        409, "REFUND_EXCEEDS_CAPTURE", "{\"refundable\":" + Surrounding.money("650000.00") + "}"));
        Neighbours.server()
                .stubFor(put(urlPathMatching(Surrounding.REFUND))
                        .withRequestBody(equalToJson("{\"amount\":" + Surrounding.money("650000.00") + "}", true, true))
                        .willReturn(okJson("{\"id\":\"rfd\",\"state\":\"SUCCEEDED\"}")));
        Answer cancelled = order.cancel().expect(200);
        assertThat(cancelled.text("/state")).isEqualTo("CANCELLED");
        assertThat(cancelled.text("/payment/refund/state")).isEqualTo("SUCCEEDED");
        assertThat(cancelled.text("/payment/refunded/amount")).isEqualTo(AMOUNT);
        assertThat(cancelled.text("/payment/state")).isEqualTo("REFUNDED");
    }

    private Map<String, Object> refund(Shopper.Placed order, String amount) {
        return Map.of(
                "refundId",
                "rfd_01kavf8g00e4ttm0nbdjqsmn0n",
                "paymentId",
                order.derived("pay"),
                "orderId",
                order.id(),
                "storeId",
                Surrounding.STORE.value(),
                "amount",
                Map.of("amount", amount, "currency", "IDR"),
                "at",
                clock.instant().toString());
    }

    @Test
    void an_order_that_is_picked_cannot_be_cancelled() {
        Shopper.Placed order = confirmed();
        Surrounding.stub(
                delete(urlPathMatching(Surrounding.RESERVATION)),
                Surrounding.refused(409, "RESERVATION_IN_PICKING", "{}"));
        Answer refused = order.cancel().expectProblem(409, "ORDER_NOT_CANCELLABLE");
        assertThat(refused.text("/params/state")).isEqualTo("IN_FULFILLMENT");
        assertThat(order.state()).isEqualTo("IN_FULFILLMENT");
        order.cancel().expectProblem(409, "ORDER_NOT_CANCELLABLE");
        Neighbours.server().verify(exactly(0), putRequestedFor(urlPathMatching(Surrounding.REFUND)));
    }

    @Test
    void staff_cancel_for_a_customer_and_it_is_audited() {
        Shopper.Placed order = Shopper.buyer(api).fill().place();
        String path = "/v1/orders/" + order.id() + "/cancellation";
        Map<String, String> reason = Map.of("reason", "CUSTOMER_REQUEST");
        staff(Role.SELLER, Surrounding.STORE).post(path, reason).expectProblem(403, "FORBIDDEN");
        staff(Role.SUPPORT, Surrounding.OTHER).post(path, reason).expectProblem(404, "ORDER_UNKNOWN");
        api.as(TestTokens.customer()).post(path, reason).expectProblem(404, "ORDER_UNKNOWN");
        api.post(path, reason).expectProblem(404, "ORDER_UNKNOWN");
        order.api().post(path, Map.of("reason", "NO_STOCK")).expectProblem(400, "INVALID_REQUEST");
        staff(Role.SUPPORT, Surrounding.STORE).post(path, reason).expect(200);
        eventually(() -> assertThat(TestEvents.told(Topics.AUDIT, order.id()))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.text("/action")).isEqualTo("order:cancel");
                    assertThat(entry.text("/reason")).isEqualTo("CUSTOMER_REQUEST");
                    assertThat(entry.text("/changes/0/from")).isEqualTo("AWAITING_PAYMENT");
                }));
    }

    @Test
    void a_cancellation_that_meets_silence_goes_on_by_itself() {
        Shopper.Placed order = Shopper.buyer(api).fill().place();
        Surrounding.stub(put(urlPathMatching(Surrounding.PAYMENT_CANCELLATION)), Surrounding.broken());
        assertThat(order.cancel().expect(202).text("/state")).isEqualTo("CANCELLING");
        Surrounding.everythingWorks();
        eventually(() -> assertThat(order.state()).isEqualTo("CANCELLED"));
    }

    @Test
    void unpaid_in_time_expires_and_late_money_revives() {
        Shopper.Placed order = Shopper.guest(api).fill().place();
        clock.advance(Duration.ofMinutes(31));
        eventually(() -> assertThat(order.state()).isEqualTo("EXPIRED"));
        order.cancel().expectProblem(409, "ORDER_NOT_CANCELLABLE");

        Surrounding.opened("CAPTURED", "NONE", "CAPTURED");
        tell(order, PaymentLatePaidV1.TYPE, 4, latePaid(order));

        eventually(() -> assertThat(order.state()).isEqualTo("CONFIRMED"));
        assertThat(order.timeline()).containsExactly("PLACED", "EXPIRED", "PAID_LATE", "REVIVED", "CONFIRMED");
        eventually(() ->
                assertThat(types(order)).containsExactly("order.placed.v1", "order.expired.v1", "order.confirmed.v1"));
    }

    @Test
    void late_money_for_what_is_gone_goes_back() {
        Shopper.Placed order = Shopper.guest(api).fill().place();
        clock.advance(Duration.ofMinutes(31));
        eventually(() -> assertThat(order.state()).isEqualTo("EXPIRED"));
        Surrounding.stub(put(urlPathMatching(Surrounding.RESERVATION)), Surrounding.refused(409, "SOLD_OUT", "{}"));

        tell(order, PaymentLatePaidV1.TYPE, 4, latePaid(order));

        eventually(() -> assertThat(order.show().text("/payment/refund/state")).isEqualTo("SUCCEEDED"));
        assertThat(order.state()).isEqualTo("EXPIRED");
        Neighbours.server()
                .verify(putRequestedFor(urlPathMatching(Surrounding.REFUND))
                        .withRequestBody(equalToJson("{\"reason\":\"LATE_PAID\"}", true, true)));
    }

    @Test
    void paid_at_the_deadline_goes_on_as_paid() {
        Shopper.Placed order = Shopper.guest(api).fill().place();
        Surrounding.stub(
                put(urlPathMatching(Surrounding.PAYMENT_CANCELLATION)),
                okJson("{\"id\":\"pay\",\"state\":\"CAPTURED\",\"assurance\":\"CAPTURED\"}"));
        clock.advance(Duration.ofMinutes(31));
        eventually(() -> assertThat(order.state()).isEqualTo("CONFIRMED"));
    }

    @Test
    void the_warehouse_moves_the_order_on_until_it_is_delivered() {
        Shopper.Placed order = confirmed();
        String ful = order.derived("ful");
        String store = Surrounding.STORE.value();
        ship(order, PickingStartedV1.TYPE, 2, new PickingStartedV1(ful, order.id(), store, clock.instant()));
        eventually(() -> assertThat(order.state()).isEqualTo("IN_FULFILLMENT"));
        ship(
                order,
                HandedOverV1.TYPE,
                5,
                new HandedOverV1(
                        ful,
                        order.id(),
                        store,
                        List.of(new HandedOverV1.Parcel("TRK1", "sandbox", "REG")),
                        clock.instant()));
        ship(
                order,
                ParcelDeliveredV1.TYPE,
                6,
                new ParcelDeliveredV1(ful, order.id(), store, "TRK1", true, clock.instant()));
        eventually(() -> assertThat(order.state()).isEqualTo("COMPLETED"));
        assertThat(order.show().text("/fulfillment/parcels/0/state")).isEqualTo("DELIVERED");
        eventually(() -> assertThat(types(order))
                .containsExactly("order.placed.v1", "order.confirmed.v1", "order.changed.v1", "order.completed.v1"));
    }

    @Test
    void news_that_is_doubled_late_unknown_or_malformed_changes_nothing() {
        Shopper.Placed order = Shopper.buyer(api).fill().place();
        PaymentFailedV1 failed = new PaymentFailedV1(
                order.derived("pay"), order.id(), Surrounding.STORE.value(), "DECLINED", clock.instant());
        tell(order, PaymentFailedV1.TYPE, 7, failed);
        tell(order, PaymentFailedV1.TYPE, 7, failed);
        tell(order, PaymentFailedV1.TYPE, 3, failed);
        tell(order, "payment.pondered.v1", 8, "{}");
        String nobody = "ord_" + "0".repeat(26);
        TestEvents.tell(
                Topics.PAYMENT,
                "pay_" + "0".repeat(26),
                PaymentFailedV1.TYPE,
                1,
                new PaymentFailedV1("pay_" + "0".repeat(26), nobody, Surrounding.STORE.value(), "X", clock.instant()));
        TestEvents.tell(Topics.PAYMENT, "pay_broken" + UUID.randomUUID(), PaymentAssuredV1.TYPE, 1, "{\"paymentId\":");
        TestEvents.tell(Topics.PAYMENT, "pay_future" + UUID.randomUUID(), "payment.assured.v9", 1, "{}");
        tell(order, PaymentAssuredV1.TYPE, 9, assured(order));

        eventually(() -> assertThat(order.state()).isEqualTo("CONFIRMED"));
        assertThat(order.timeline()).containsExactly("PLACED", "PAYMENT_FAILED", "PAID", "CONFIRMED");
    }

    @Test
    void buyers_list_their_own_and_staff_their_stores_newest_first() {
        Shopper.Filled buyer = Shopper.buyer(api).fill();
        String first = buyer.place().id();
        Shopper.Filled again = new Shopper(buyer.api(), false).fill();
        String second = again.place().id();
        Answer page = buyer.api().get("/v1/orders?limit=1").expect(200);
        assertThat(page.text("/items/0/id")).isEqualTo(second);
        Answer rest = buyer.api()
                .get("/v1/orders?limit=1&after=" + page.text("/nextCursor"))
                .expect(200);
        assertThat(rest.text("/items/0/id")).isEqualTo(first);
        assertThat(rest.json("/nextCursor").isNull()).isTrue();

        Api seller = staff(Role.SELLER, Surrounding.STORE);
        String list = "/v1/orders?store=" + Surrounding.STORE;
        Answer listed = seller.get(list + "&limit=100&state=AWAITING_PAYMENT").expect(200);
        assertThat(listed.json("/items").valueStream().map(o -> o.path("id").asString()))
                .contains(first, second);
        assertThat(listed.json("/items/0/contact").isNull()).isTrue();
        assertThat(seller.get("/v1/orders/" + first).json("/shippingAddress").isNull())
                .isTrue();
        assertThat(staff(Role.SUPPORT, Surrounding.STORE)
                        .get("/v1/orders/" + first)
                        .text("/contact/email"))
                .isEqualTo("budi@example.com");
        staff(Role.SELLER, Surrounding.OTHER).get(list).expectProblem(404, "NOT_FOUND");
        buyer.api().get(list).expectProblem(404, "NOT_FOUND");
        seller.get(list + "&state=PLACING").expectProblem(400, "INVALID_PARAMETER");
        api.as(TestTokens.operator()).get(list).expect(200);
    }

    @Test
    void an_order_is_found_by_its_number_its_state_and_when_it_was_placed() {
        Shopper.Placed order = Shopper.buyer(api).fill().place();
        String number = order.show().text("/number");
        String at = order.show().text("/placedAt");
        Api support = staff(Role.SUPPORT, Surrounding.STORE);
        String stores = "/v1/orders?limit=100&store=" + Surrounding.STORE;
        for (String asked : List.of(
                "&number=" + number,
                "&number=" + number.toLowerCase(Locale.ROOT) + "&state=AWAITING_PAYMENT&placedAt=" + at + "..",
                "&placedAt=" + at + ".." + at,
                "&placedAt=.." + at + "&state=AWAITING_PAYMENT")) {
            assertThat(ids(support.get(stores + asked))).as(asked).contains(order.id());
            assertThat(ids(order.api().get("/v1/orders?limit=100" + asked)))
                    .as(asked)
                    .containsExactly(order.id());
        }
        String before = clock.instant().minus(Duration.ofDays(1)).toString();
        for (String asked : List.of(
                "&number=" + number + "&state=CONFIRMED",
                "&number=" + number + "&placedAt=.." + before,
                "&state=CONFIRMED",
                "&state=AWAITING_PAYMENT&placedAt=.." + before)) {
            assertThat(ids(support.get(stores + asked))).as(asked).doesNotContain(order.id());
            assertThat(ids(order.api().get("/v1/orders?limit=100" + asked)))
                    .as(asked)
                    .isEmpty();
        }
        assertThat(ids(staff(Role.SUPPORT, Surrounding.OTHER)
                        .get("/v1/orders?store=" + Surrounding.OTHER + "&number=" + number)))
                .isEmpty();
        assertThat(ids(api.as(TestTokens.customer()).get("/v1/orders?number=" + number)))
                .isEmpty();
        for (String bad : List.of(
                "number=",
                "number=4711",
                "placedAt=" + at,
                "placedAt=..",
                "placedAt=" + at + ".." + before,
                "placedAt=yesterday..",
                "placedAt=%2B999999999-01-01T00:00:00Z..")) {
            Answer refused = support.get(stores + "&" + bad).expectProblem(400, "INVALID_PARAMETER");
            assertThat(refused.text("/params/parameter")).isEqualTo(bad.substring(0, bad.indexOf('=')));
        }
    }

    private static List<String> ids(Answer page) {
        return page.expect(200).json("/items").findValuesAsString("id").stream()
                .filter(id -> id.startsWith("ord_"))
                .toList();
    }

    @Test
    void the_contact_is_for_services_alone() {
        Shopper.Placed order = Shopper.guest(api).fill().place();
        String path = "/internal/v1/orders/" + order.id() + "/contact";
        Answer contact = api.as(TestTokens.service("user-service")).get(path).expect(200);
        assertThat(contact.text("/email")).isEqualTo("budi@example.com");
        assertThat(contact.text("/recipient")).isEqualTo("Budi Santoso");
        assertThat(contact.text("/storeName")).isEqualTo("Toko Nusantara");
        assertThat(contact.json("/lines")).hasSize(2);
        api.as(TestTokens.operator()).get(path).expectProblem(403, "FORBIDDEN");
        api.get(path).expectProblem(401, "UNAUTHENTICATED");
    }

    private Shopper.Placed confirmed() {
        Shopper.Placed order = Shopper.buyer(api).fill().place();
        tell(order, PaymentAssuredV1.TYPE, 2, assured(order));
        eventually(() -> assertThat(order.state()).isEqualTo("CONFIRMED"));
        return order;
    }

    private Api staff(Role role, StoreId store) {
        return api.as(TestTokens.member(role, store));
    }

    private PaymentAssuredV1 assured(Shopper.Placed order) {
        return new PaymentAssuredV1(
                order.derived("pay"),
                order.id(),
                Surrounding.STORE.value(),
                "CAPTURED",
                Samples.idr(AMOUNT),
                clock.instant());
    }

    private PaymentLatePaidV1 latePaid(Shopper.Placed order) {
        return new PaymentLatePaidV1(
                order.derived("pay"), order.id(), Surrounding.STORE.value(), Samples.idr(AMOUNT), clock.instant());
    }

    private static void tell(Shopper.Placed order, String type, long sequence, Object body) {
        TestEvents.tell(Topics.PAYMENT, order.derived("pay"), type, sequence, body);
    }

    private static void ship(Shopper.Placed order, String type, long sequence, Object body) {
        TestEvents.tell(Topics.SHIPMENT, order.derived("ful"), type, sequence, body);
    }

    private static List<String> types(Shopper.Placed order) {
        return TestEvents.told(Topics.ORDER, order.id()).stream()
                .map(Told::type)
                .toList();
    }
}
