package io.niaga.orders;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static io.niaga.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.events.Topics;
import io.niaga.testsupport.Answer;
import io.niaga.testsupport.Api;
import io.niaga.testsupport.FakeClock;
import io.niaga.testsupport.NiagaIT;
import io.niaga.testsupport.TestEvents;
import io.niaga.testsupport.TestTokens;
import io.niaga.testsupport.Told;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever bought without an account finds the way back to the order, and nobody else does. */
@NiagaIT
class OrderLinkIT {
    private static final String MAIL = "budi@example.com";

    @Autowired
    Api api;

    @Autowired
    FakeClock clock;

    @BeforeEach
    void neighbours() {
        Surrounding.everythingWorks();
    }

    @Test
    void a_guest_who_lost_the_token_is_written_one_that_opens_the_order_and_no_other() {
        Shopper.Placed order = Shopper.guest(api).fill().place();
        Shopper.Placed other = Shopper.guest(api).fill().place();
        ask(number(order).toLowerCase(Locale.ROOT), "Budi@Example.COM");

        eventually(() -> {
            List<Told> told = TestEvents.told(Topics.ORDER, order.id());
            assertThat(told).extracting(Told::type).containsExactly("order.placed.v1", "order.access-asked.v1");
            assertThat(told.getLast().text("/storeId")).isEqualTo(Surrounding.STORE.value());
            assertThat(told.getLast().body().toString()).doesNotContainIgnoringCase("budi", "v1.", "+62");
        });
        Api found = api.with("Order-Token", contact(order).text("/accessCode"));
        assertThat(found.get("/v1/orders/" + order.id()).expect(200).text("/state"))
                .isEqualTo("AWAITING_PAYMENT");
        found.get("/v1/orders/" + other.id()).expectProblem(404, "ORDER_UNKNOWN");
        clock.advance(Duration.ofDays(179));
        found.get("/v1/orders/" + order.id()).expect(200);
        clock.advance(Duration.ofDays(1));
        found.get("/v1/orders/" + order.id()).expectProblem(404, "ORDER_UNKNOWN");
    }

    @Test
    void what_an_answer_says_and_when_it_comes_is_the_same_whatever_there_is() {
        Shopper.Placed order = Shopper.guest(api).fill().place();
        Shopper.Placed withAccount = Shopper.buyer(api).fill().place();
        List<Answer> answers = new ArrayList<>();
        long begun = System.nanoTime();
        answers.add(ask("261124-0000-0000", MAIL));
        answers.add(ask(number(order), "siti@example.com"));
        answers.add(ask(number(withAccount), MAIL));
        answers.add(ask(number(order), MAIL));
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThanOrEqualTo(Duration.ofMillis(1000));

        assertThat(answers).extracting(Answer::body).containsOnly("");
        eventually(() -> assertThat(types(order)).containsExactly("order.placed.v1", "order.access-asked.v1"));
        assertThat(types(withAccount)).containsExactly("order.placed.v1");
        assertThat(contact(withAccount).json("/accessCode").isNull()).isTrue();
    }

    @Test
    void an_order_has_three_letters_an_hour_whoever_asks_on() {
        Surrounding.opened("TO_COLLECT", "NONE", "CASH_ON_DELIVERY");
        Shopper.Placed order = Shopper.guest(api).fill().place("COD");
        for (int i = 0; i < 5; i++) {
            ask(number(order), MAIL);
            clock.advance(Duration.ofMinutes(10));
        }
        eventually(() -> assertThat(types(order)).hasSize(2 + 3));
        clock.advance(Duration.ofMinutes(10));
        ask(number(order), MAIL);
        ask(number(order), MAIL);
        eventually(() -> assertThat(types(order)).hasSize(2 + 4));
        assertThat(order.show().text("/state")).isEqualTo("CONFIRMED");
    }

    @Test
    void how_to_pay_is_known_as_long_as_there_is_something_to_pay() {
        Surrounding.stub(
                put(urlPathMatching(Surrounding.PAYMENT)),
                okJson("{\"id\":\"pay\",\"state\":\"PENDING\",\"nextAction\":{\"type\":\"PAY_VIRTUAL_ACCOUNT\","
                        + "\"bank\":\"BCA\",\"number\":\"8808123\"},\"assurance\":null}"));
        Shopper.Placed order = Shopper.guest(api).fill().place("VIRTUAL_ACCOUNT");
        Answer waiting = contact(order);
        assertThat(waiting.text("/toPay/amount/amount")).isEqualTo("663000.00");
        assertThat(Instant.parse(waiting.text("/toPay/payBy")))
                .isEqualTo(Instant.parse(order.answer().text("/payBy")));
        assertThat(waiting.text("/toPay/timeZone")).isEqualTo("Asia/Jakarta");
        assertThat(waiting.text("/toPay/action")).isEqualTo("PAY_VIRTUAL_ACCOUNT");
        assertThat(waiting.text("/toPay/bank")).isEqualTo("BCA");
        assertThat(waiting.text("/toPay/number")).isEqualTo("8808123");
        Deliveries.paid(order, clock.instant());
        assertThat(contact(order).json("/toPay").isNull()).isTrue();
    }

    @Test
    void who_has_paid_is_not_asked_to_pay_while_the_order_is_not_confirmed_yet() {
        Surrounding.stub(
                put(urlPathMatching(Surrounding.COMMITMENT)), aResponse().withStatus(503));
        Shopper.Placed order = Shopper.guest(api).fill().place();
        Deliveries.assured(order, clock.instant());
        eventually(() -> assertThat(contact(order).json("/toPay").isNull()).isTrue());
        assertThat(order.show().text("/state")).isEqualTo("AWAITING_PAYMENT");
    }

    private Answer ask(String number, String email) {
        return api.post("/v1/order-links", Map.of("number", number, "email", email))
                .expect(202);
    }

    private Answer contact(Shopper.Placed order) {
        return api.as(TestTokens.service("user-service"))
                .get("/internal/v1/orders/" + order.id() + "/contact")
                .expect(200);
    }

    private static String number(Shopper.Placed order) {
        return order.answer().text("/number");
    }

    private static List<String> types(Shopper.Placed order) {
        return TestEvents.told(Topics.ORDER, order.id()).stream()
                .map(Told::type)
                .toList();
    }
}
