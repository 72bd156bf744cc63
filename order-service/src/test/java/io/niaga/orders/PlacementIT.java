package io.niaga.orders;

import static com.github.tomakehurst.wiremock.client.WireMock.deleteRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.exactly;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static io.niaga.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.niaga.events.Topics;
import io.niaga.orders.offer.PriceMemory;
import io.niaga.testsupport.Answer;
import io.niaga.testsupport.Api;
import io.niaga.testsupport.FakeClock;
import io.niaga.testsupport.Neighbours;
import io.niaga.testsupport.NiagaIT;
import io.niaga.testsupport.TestEvents;
import io.niaga.testsupport.TestTokens;
import io.niaga.testsupport.Told;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@NiagaIT
class PlacementIT {
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
    void a_guest_orders_and_reads_the_order_with_its_token_alone() {
        Shopper.Placed order = Shopper.guest(api).fill().place();
        assertThat(order.answer().header("Order-Token")).isPresent();
        Api tokenOnly =
                api.with("Order-Token", order.answer().header("Order-Token").orElseThrow());
        Answer shown = tokenOnly.get("/v1/orders/" + order.id()).expect(200);
        assertThat(shown.text("/contact/email")).isEqualTo("budi@example.com");
        assertThat(shown.text("/shippingAddress/recipient")).isEqualTo("Budi Santoso");
        api.get("/v1/orders/" + order.id()).expectProblem(404, "ORDER_UNKNOWN");
        api.get("/v1/orders").expectProblem(401, "UNAUTHENTICATED");
        api.as(TestTokens.service("order-service")).get("/v1/orders").expectProblem(403, "FORBIDDEN");
    }

    @Test
    void the_commands_carry_fence_lines_and_address() {
        Shopper.Placed order = Shopper.buyer(api).fill().place();
        Neighbours.server()
                .verify(putRequestedFor(urlPathEqualTo("/fulfillment/internal/v1/reservations/" + order.derived("rsv")))
                        .withRequestBody(equalToJson(
                                "{\"orderId\":\"" + order.id() + "\",\"fence\":1,\"storeId\":\"" + Surrounding.STORE
                                        + "\",\"lines\":[{\"line\":1,\"sku\":\"" + Surrounding.SHIRT
                                        + "\",\"quantity\":2},{\"line\":2,\"sku\":\"" + Surrounding.SARONG
                                        + "\",\"quantity\":1}],\"address\":{\"postalCode\":\"10110\"},"
                                        + "\"shipping\":{\"optionId\":\"sho_reg\",\"carrier\":\"sandbox\"}}",
                                true,
                                true)));
        Neighbours.server()
                .verify(putRequestedFor(urlPathEqualTo("/payment/internal/v1/payments/" + order.derived("pay")))
                        .withRequestBody(equalToJson(
                                "{\"method\":\"CARD\",\"fence\":1,\"amount\":" + Surrounding.money("663000.00") + "}",
                                true,
                                true)));
        eventually(() -> {
            List<Told> told = TestEvents.told(Topics.ORDER, order.id());
            assertThat(told).hasSize(1);
            assertThat(told.getFirst().body().toString()).doesNotContain("budi", "Merdeka", "+62");
        });
    }

    @Test
    void cash_on_delivery_is_confirmed_at_once() {
        Surrounding.opened("TO_COLLECT", "NONE", "CASH_ON_DELIVERY");
        Shopper.Placed order = Shopper.buyer(api).fill().place("COD");
        assertThat(order.answer().text("/state")).isEqualTo("CONFIRMED");
        eventually(() -> assertThat(TestEvents.told(Topics.ORDER, order.id()))
                .extracting(Told::type)
                .containsExactly("order.placed.v1", "order.confirmed.v1"));
    }

    @Test
    void sold_out_says_what_and_quotes_what_is_left() {
        Shopper.Filled buyer = Shopper.buyer(api).fill();
        Surrounding.stub(
                put(urlPathMatching(Surrounding.RESERVATION)),
                Surrounding.refused(
                        409,
                        "SOLD_OUT",
                        "{\"skus\":[\"" + Surrounding.SHIRT + "\"],\"available\":{\"" + Surrounding.SHIRT + "\":1}}"));
        String quote = buyer.quote().text("/id");
        Answer refused = buyer.order(quote, "CARD", "sold").expectProblem(409, "SOLD_OUT");

        assertThat(refused.text("/params/skus/0")).isEqualTo(Surrounding.SHIRT);
        assertThat(refused.text("/quote/items/0/quantity")).isEqualTo("1");
        assertThat(refused.text("/quote/totals/total/amount")).isEqualTo("414000.00");
        Answer again = buyer.order(quote, "CARD", "sold").expectProblem(409, "SOLD_OUT");
        assertThat(again.text("/quote/id")).isEqualTo(refused.text("/quote/id"));
        assertThat(buyer.api().get("/v1/orders").json("/items")).isEmpty();
        Surrounding.everythingWorks();
        buyer.order(refused.text("/quote/id"), "CARD").expect(201);
    }

    @Test
    void a_used_up_coupon_gives_back_the_stock_and_quotes_without_it() {
        Shopper.Filled guest = Shopper.guest(api).fill();
        String quote = guest.quote(Map.of("couponCode", "HEMAT10")).text("/id");
        Surrounding.stub(put(urlPathMatching(Surrounding.HOLD)), Surrounding.refused(409, "COUPON_EXHAUSTED", "{}"));
        Answer refused = guest.order(quote, "CARD").expectProblem(409, "COUPON_EXHAUSTED");

        assertThat(refused.text("/quote/totals/discount/amount")).isEqualTo("0.00");
        Neighbours.server().verify(exactly(1), deleteRequestedFor(urlPathMatching(Surrounding.RESERVATION)));
        Surrounding.stub(put(urlPathMatching(Surrounding.HOLD)), Surrounding.refused(409, "COUPON_NOT_ACTIVE", "{}"));
        String next = guest.quote(Map.of("couponCode", "HEMAT10")).text("/id");
        guest.order(next, "CARD").expectProblem(409, "COUPON_NOT_ACTIVE");
    }

    @Test
    void a_payment_method_that_is_not_offered_is_refused() {
        Shopper.Filled buyer = Shopper.buyer(api).fill();
        String quote = buyer.quote().text("/id");
        Surrounding.stub(
                put(urlPathMatching(Surrounding.PAYMENT)),
                Surrounding.refused(409, "PAYMENT_METHOD_UNAVAILABLE", "{}"));
        Answer refused = buyer.order(quote, "VIRTUAL_ACCOUNT").expectProblem(409, "PAYMENT_METHOD_UNAVAILABLE");
        assertThat(refused.text("/quote/id")).isNotEqualTo(quote);
        assertThat(refused.text("/params/paymentMethod")).isEqualTo("VIRTUAL_ACCOUNT");
        buyer.order(quote, "BARTER").expectProblem(400, "INVALID_REQUEST");
    }

    @ParameterizedTest
    @CsvSource({
        "QRIS, SHOW_QR, text, 00020101021226",
        "E_WALLET, REDIRECT, url, https://wallet.example/pay/1",
        "VIRTUAL_ACCOUNT, PAY_VIRTUAL_ACCOUNT, number, 8808123"
    })
    void what_the_buyer_does_next_is_passed_on_until_it_is_done(
            String method, String action, String field, String value) {
        Surrounding.stub(
                put(urlPathMatching(Surrounding.PAYMENT)),
                okJson("{\"id\":\"pay\",\"state\":\"REQUIRES_ACTION\",\"nextAction\":{\"type\":\"" + action + "\",\""
                        + field + "\":\"" + value + "\"},\"assurance\":null}"));
        Shopper.Placed order = Shopper.guest(api).fill().place(method);
        assertThat(order.show().text("/payment/nextAction/type")).isEqualTo(action);
        assertThat(order.show().text("/payment/nextAction/" + field)).isEqualTo(value);
        Deliveries.paid(order, clock.instant());
        assertThat(order.show().text("/payment/nextAction/type")).isEqualTo("NONE");
    }

    @ParameterizedTest
    @CsvSource({"QRIS, 30", "E_WALLET, 30", "CARD, 30", "VIRTUAL_ACCOUNT, 1440"})
    void an_order_waits_as_long_for_its_money_as_its_method_takes(String method, long minutes) {
        clock.set(clock.instant());
        Shopper.Placed order = Shopper.guest(api).fill().place(method);
        assertThat(Instant.parse(order.answer().text("/payBy")))
                .isCloseTo(clock.instant().plus(Duration.ofMinutes(minutes)), within(1, ChronoUnit.SECONDS));
        clock.advance(Duration.ofMinutes(minutes).minusSeconds(5));
        assertThat(order.state()).isEqualTo("AWAITING_PAYMENT");
        clock.advance(Duration.ofSeconds(6));
        eventually(() -> assertThat(order.state()).isEqualTo("EXPIRED"));
    }

    @Test
    void an_expired_quote_is_refused_with_a_fresh_one() {
        Shopper.Filled guest = Shopper.guest(api).fill();
        String quote = guest.quote().text("/id");
        clock.advance(Duration.ofMinutes(16));
        Answer refused = guest.order(quote, "CARD", "late").expectProblem(409, "QUOTE_EXPIRED");
        assertThat(refused.text("/quote/state")).isEqualTo("VALID");
        assertThat(guest.order(quote, "CARD", "late").text("/quote/id")).isEqualTo(refused.text("/quote/id"));
    }

    @Test
    void a_quote_makes_one_order() {
        Shopper.Filled buyer = Shopper.buyer(api).fill();
        String quote = buyer.quote().text("/id");
        String order = buyer.order(quote, "CARD", "one").expect(201).text("/id");
        Answer again = buyer.order(quote, "CARD", "one").expect(201);
        assertThat(again.text("/id")).isEqualTo(order);
        assertThat(again.header("Idempotency-Replayed")).hasValue("true");
        buyer.order(quote, "CARD", "two").expectProblem(409, "QUOTE_ALREADY_USED");
        buyer.order(quote, "COD", "one").expectProblem(422, "IDEMPOTENCY_KEY_REUSED");
        buyer.api().post("/v1/orders", Shopper.placement(quote, "CARD")).expectProblem(400, "IDEMPOTENCY_KEY_REQUIRED");
        new Shopper.Filled(api.as(TestTokens.customer()), buyer.cart())
                .order(quote, "CARD", "three")
                .expectProblem(404, "QUOTE_UNKNOWN");
    }

    @Test
    void twenty_requests_with_one_key_make_one_order() throws Exception {
        Shopper.Filled buyer = Shopper.buyer(api).fill();
        String quote = buyer.quote().text("/id");
        Callable<Answer> place = () -> buyer.order(quote, "CARD", "crowd");
        try (ExecutorService crowd = Executors.newFixedThreadPool(20)) {
            List<Future<Answer>> answers =
                    crowd.invokeAll(Stream.generate(() -> place).limit(20).toList());
            for (Future<Answer> answer : answers) {
                assertThat(answer.get().status()).isIn(201, 409);
            }
        }
        assertThat(buyer.order(quote, "CARD", "crowd").expect(201).text("/state"))
                .isEqualTo("AWAITING_PAYMENT");
        assertThat(buyer.api().get("/v1/orders").json("/items")).hasSize(1);
        Neighbours.server().verify(exactly(1), putRequestedFor(urlPathMatching(Surrounding.PAYMENT)));
    }

    @Test
    void of_many_quotes_of_one_cart_at_once_one_becomes_an_order() throws Exception {
        Shopper.Filled buyer = Shopper.buyer(api).fill();
        List<Callable<Answer>> orders = Stream.generate(() -> buyer.quote().text("/id"))
                .limit(8)
                .<Callable<Answer>>map(quote -> () -> buyer.order(quote, "COD"))
                .toList();
        try (ExecutorService crowd = Executors.newFixedThreadPool(8)) {
            for (Future<Answer> answer : crowd.invokeAll(orders)) {
                if (answer.get().status() != 201) {
                    answer.get().expect(409);
                    assertThat(answer.get().text("/code")).isIn("CART_ORDERED", "CONCURRENT_CHANGE");
                }
            }
        }
        assertThat(buyer.api().get("/v1/orders").json("/items")).hasSize(1);
    }

    @Test
    void an_unknown_outcome_is_503_and_then_found_out_without_undoing_anything() {
        Shopper.Filled buyer = Shopper.buyer(api).fill();
        String quote = buyer.quote().text("/id");
        Surrounding.stub(put(urlPathMatching(Surrounding.PAYMENT)), Surrounding.broken());
        Answer unknown = buyer.order(quote, "CARD", "shaky").expectProblem(503, "SERVICE_UNAVAILABLE");
        assertThat(unknown.header("Retry-After")).isPresent();

        Surrounding.opened("REQUIRES_ACTION", "CONFIRM", null);

        String order = "ord" + quote.substring(3);
        eventually(() -> assertThat(buyer.api().get("/v1/orders/" + order).text("/state"))
                .isEqualTo("AWAITING_PAYMENT"));
        assertThat(buyer.order(quote, "CARD", "shaky").expect(201).text("/id")).isEqualTo(order);
        Neighbours.server().verify(exactly(0), deleteRequestedFor(urlPathMatching(Surrounding.RESERVATION)));
    }

    @Test
    void a_contact_must_be_reachable() {
        Shopper.Filled buyer = Shopper.buyer(api).fill();
        String quote = buyer.quote().text("/id");
        Answer refused = buyer.api()
                .once("contact")
                .post(
                        "/v1/orders",
                        Map.of(
                                "quoteId",
                                quote,
                                "paymentMethod",
                                "CARD",
                                "contact",
                                Map.of("email", "not an address", "phone", "12")))
                .expectProblem(400, "INVALID_REQUEST");
        assertThat(refused.json("/errors")).hasSize(2);
    }
}
