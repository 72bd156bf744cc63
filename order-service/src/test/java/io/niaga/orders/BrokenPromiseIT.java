package io.niaga.orders;

import static com.github.tomakehurst.wiremock.client.WireMock.deleteRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.exactly;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static io.niaga.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.niaga.events.Topics;
import io.niaga.events.fulfillment.HandedOverV1;
import io.niaga.events.fulfillment.ParcelLostV1;
import io.niaga.events.fulfillment.PickingStartedV1;
import io.niaga.events.fulfillment.RanShortV1;
import io.niaga.events.fulfillment.ReceivedBackV1;
import io.niaga.events.payments.PaymentCancelledV1;
import io.niaga.events.payments.PaymentExpiredV1;
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
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Orders whose goods left and did not arrive, and payments that the provider gave up, as others tell of them. */
@NiagaIT
class BrokenPromiseIT {
    private static final String REDUCED = "613200.00";

    @Autowired
    Api api;

    @Autowired
    FakeClock clock;

    @Autowired
    PriceMemory prices;

    @Autowired
    MeterRegistry meters;

    @BeforeEach
    void neighbours() {
        Surrounding.everythingWorks();
        prices.forgetAll();
    }

    @Test
    void what_comes_back_undelivered_is_paid_back_once_however_often_it_is_told() {
        Shopper.Placed order =
                shipped(Deliveries.paid(buyer(Map.of("couponCode", "HEMAT10"), "CARD"), clock.instant()));
        double before = counted("UNDELIVERED");
        for (int i = 0; i < 3; i++) {
            ship(order, ReceivedBackV1.TYPE, 7, back(order));
        }
        eventually(() -> assertThat(order.show().text("/payment/state")).isEqualTo("REFUNDED"));

        Answer shown = order.show();
        assertThat(shown.text("/state")).isEqualTo("PROMISE_FAILED");
        assertThat(shown.text("/brokenPromise/reason")).isEqualTo("UNDELIVERED");
        assertThat(shown.text("/fulfillment/state")).isEqualTo("RECEIVED_BACK");
        assertThat(shown.text("/payment/refund/id")).isEqualTo(order.derived("rfd"));
        assertThat(shown.text("/payment/refunded/amount")).isEqualTo(REDUCED);
        assertThat(shown.json("/lines").findValuesAsString("refunded")).containsExactly("2", "1");
        assertThat(shown.json("/lines").findValuesAsString("returnable")).containsOnly("0");
        assertThat(order.timeline()).endsWith("HANDED_OVER", "RECEIVED_BACK", "PROMISE_FAILED", "REFUNDED");
        Neighbours.server()
                .verify(
                        exactly(1),
                        putRequestedFor(urlPathMatching(Surrounding.REFUND))
                                .withRequestBody(equalToJson(
                                        "{\"reason\":\"NOT_DELIVERED\",\"amount\":" + Surrounding.money(REDUCED) + "}",
                                        true,
                                        true)));
        Neighbours.server().verify(exactly(1), deleteRequestedFor(urlPathMatching(Surrounding.HOLD)));
        Neighbours.server().verify(exactly(0), putRequestedFor(urlPathMatching(Surrounding.RESTOCK)));
        Neighbours.server().verify(exactly(0), deleteRequestedFor(urlPathMatching(Surrounding.RESERVATION)));
        Told failed = failure(order);
        assertThat(failed.text("/reason")).isEqualTo("UNDELIVERED");
        assertThat(failed.text("/refundId")).isEqualTo(order.derived("rfd"));
        assertThat(failed.text("/couponCode")).isEqualTo("HEMAT10");
        assertThat(counted("UNDELIVERED") - before).isEqualTo(1);

        order.cancel().expectProblem(409, "ORDER_NOT_CANCELLABLE");
        assertThat(api.as(TestTokens.member(Role.SUPPORT, Surrounding.STORE))
                        .get("/v1/orders?limit=100&state=PROMISE_FAILED&store=" + Surrounding.STORE)
                        .expect(200)
                        .json("/items")
                        .findValuesAsString("id"))
                .contains(order.id());
    }

    @Test
    void a_lost_parcel_is_paid_back_when_payment_answers_again() {
        Shopper.Placed order = shipped(Deliveries.paid(buyer(Map.of(), "CARD"), clock.instant()));
        Surrounding.stub(put(urlPathMatching(Surrounding.REFUND)), Surrounding.broken());
        ship(
                order,
                ParcelLostV1.TYPE,
                7,
                new ParcelLostV1(
                        order.derived("ful"), order.id(), Surrounding.STORE.value(), "TRK1", "LOST", clock.instant()));
        eventually(() -> assertThat(order.state()).isEqualTo("PROMISE_FAILED"));
        assertThat(order.show().text("/fulfillment/parcels/0/state")).isEqualTo("LOST");
        assertThat(order.show().text("/payment/state")).isEqualTo("CAPTURED");

        Surrounding.everythingWorks();
        eventually(() -> assertThat(order.show().text("/payment/state")).isEqualTo("REFUNDED"));
        assertThat(failure(order).text("/reason")).isEqualTo("LOST");
    }

    @Test
    void what_is_not_there_to_be_picked_is_paid_back_and_said_to_be_out_of_stock() {
        Shopper.Placed order = Deliveries.paid(buyer(Map.of(), "CARD"), clock.instant());
        double before = counted("OUT_OF_STOCK");
        String ful = order.derived("ful");
        String store = Surrounding.STORE.value();
        ship(order, PickingStartedV1.TYPE, 2, new PickingStartedV1(ful, order.id(), store, clock.instant()));
        for (int i = 0; i < 2; i++) {
            List<RanShortV1.Line> lines = List.of(new RanShortV1.Line(1, Surrounding.SHIRT, 1));
            ship(
                    order,
                    RanShortV1.TYPE,
                    4,
                    new RanShortV1(ful, order.id(), store, lines, "NOT_FOUND", clock.instant()));
        }
        eventually(() -> assertThat(order.show().text("/payment/state")).isEqualTo("REFUNDED"));

        assertThat(order.state()).isEqualTo("PROMISE_FAILED");
        assertThat(order.show().text("/brokenPromise/reason")).isEqualTo("OUT_OF_STOCK");
        assertThat(order.show().text("/fulfillment/state")).isEqualTo("SHORT");
        assertThat(order.timeline()).endsWith("PICKING_STARTED", "PROMISE_FAILED", "REFUNDED");
        assertThat(failure(order).text("/reason")).isEqualTo("OUT_OF_STOCK");
        assertThat(counted("OUT_OF_STOCK") - before).isEqualTo(1);
        Neighbours.server().verify(exactly(0), deleteRequestedFor(urlPathMatching(Surrounding.RESERVATION)));
    }

    @Test
    void cash_that_nobody_brought_is_given_up_and_nothing_is_paid_back() {
        Surrounding.opened("TO_COLLECT", "NONE", "CASH_ON_DELIVERY");
        Shopper.Placed order = shipped(buyer(Map.of(), "COD"));
        ship(order, ReceivedBackV1.TYPE, 7, back(order));
        eventually(() -> assertThat(order.show().text("/payment/state")).isEqualTo("CANCELLED"));

        Answer shown = order.show();
        assertThat(shown.text("/state")).isEqualTo("PROMISE_FAILED");
        assertThat(shown.text("/payment/refunded/amount")).isEqualTo("0.00");
        assertThat(shown.json("/payment/refunds")).isEmpty();
        assertThat(shown.json("/lines").findValuesAsString("refunded")).containsOnly("0");
        assertThat(failure(order).text("/refundId")).isEmpty();
        Neighbours.server().verify(exactly(1), putRequestedFor(urlPathMatching(Surrounding.REFUND)));
    }

    @Test
    void cash_of_a_cancelled_order_is_given_up_whichever_news_comes_first() {
        Surrounding.opened("TO_COLLECT", "NONE", "CASH_ON_DELIVERY");
        Shopper.Placed order = buyer(Map.of(), "COD");
        Surrounding.stub(put(urlPathMatching(Surrounding.REFUND)), Surrounding.broken());
        order.cancel().expect(202);
        TestEvents.tell(
                Topics.PAYMENT,
                order.derived("pay"),
                PaymentCancelledV1.TYPE,
                5,
                new PaymentCancelledV1(order.derived("pay"), order.id(), Surrounding.STORE.value(), clock.instant()));
        eventually(() -> assertThat(order.show().text("/payment/state")).isEqualTo("CANCELLED"));
        Surrounding.everythingWorks();
        clock.advance(Duration.ofSeconds(20));
        eventually(() -> assertThat(order.state()).isEqualTo("CANCELLED"));

        assertThat(order.show().text("/payment/state")).isEqualTo("CANCELLED");
        assertThat(order.show().text("/payment/refunded/amount")).isEqualTo("0.00");
        assertThat(order.timeline()).doesNotContain("REFUNDED");
    }

    @Test
    void a_payment_that_the_provider_gave_up_is_shown_and_the_order_keeps_its_own_clock() {
        Shopper.Placed order = Shopper.guest(api).fill().place();
        TestEvents.tell(
                Topics.PAYMENT,
                order.derived("pay"),
                PaymentExpiredV1.TYPE,
                3,
                new PaymentExpiredV1(order.derived("pay"), order.id(), Surrounding.STORE.value(), clock.instant()));
        eventually(() -> assertThat(order.show().text("/payment/state")).isEqualTo("EXPIRED"));
        assertThat(order.state()).isEqualTo("AWAITING_PAYMENT");
        assertThat(order.show().text("/payment/nextAction/type")).isEqualTo("NONE");
        assertThat(order.timeline()).containsExactly("PLACED", "PAYMENT_EXPIRED");
        Neighbours.server().verify(exactly(0), deleteRequestedFor(urlPathMatching(Surrounding.RESERVATION)));

        clock.advance(Duration.ofMinutes(31));
        eventually(() -> assertThat(order.state()).isEqualTo("EXPIRED"));
    }

    private Shopper.Placed buyer(Map<String, ?> quoted, String method) {
        Shopper.Filled buyer = Shopper.buyer(api).fill();
        String quote = buyer.quote(quoted).expect(201).text("/id");
        return buyer.placed(buyer.order(quote, method).expect(201));
    }

    private Shopper.Placed shipped(Shopper.Placed order) {
        String ful = order.derived("ful");
        String store = Surrounding.STORE.value();
        ship(order, PickingStartedV1.TYPE, 2, new PickingStartedV1(ful, order.id(), store, clock.instant()));
        List<HandedOverV1.Parcel> parcels = List.of(new HandedOverV1.Parcel("TRK1", "sandbox", "REG"));
        ship(order, HandedOverV1.TYPE, 5, new HandedOverV1(ful, order.id(), store, parcels, clock.instant()));
        eventually(() -> assertThat(order.show().text("/fulfillment/state")).isEqualTo("HANDED_OVER"));
        return order;
    }

    private ReceivedBackV1 back(Shopper.Placed order) {
        return new ReceivedBackV1(
                order.derived("ful"),
                order.id(),
                Surrounding.STORE.value(),
                List.of(
                        new ReceivedBackV1.Line(1, Surrounding.SHIRT, 1, 1),
                        new ReceivedBackV1.Line(2, Surrounding.SARONG, 1, 0)),
                clock.instant());
    }

    private static void ship(Shopper.Placed order, String type, long sequence, Object body) {
        TestEvents.tell(Topics.SHIPMENT, order.derived("ful"), type, sequence, body);
    }

    private static Told failure(Shopper.Placed order) {
        eventually(() -> assertThat(failures(order)).hasSize(1));
        return failures(order).getFirst();
    }

    private static List<Told> failures(Shopper.Placed order) {
        return TestEvents.told(Topics.ORDER, order.id()).stream()
                .filter(told -> told.type().equals("order.promise-failed.v1"))
                .toList();
    }

    private double counted(String reason) {
        return meters.counter("niaga.orders.promises.failed", "reason", reason).count();
    }
}
