package io.niaga.orders;

import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.exactly;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static io.niaga.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

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
import io.niaga.types.Role;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@NiagaIT
class EditIT {
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
    void a_guest_sends_the_order_elsewhere_and_the_warehouse_and_the_letters_know() {
        Shopper.Placed order = Deliveries.paid(Shopper.guest(api).fill().place(), clock.instant());
        Answer edited = edit(order.api(), order, elsewhere()).expect(200);
        assertThat(edited.text("/shippingAddress/lines/0")).isEqualTo("Jl. Sudirman 2");
        Neighbours.server()
                .verify(
                        exactly(1),
                        putRequestedFor(urlPathEqualTo(
                                        "/fulfillment/internal/v1/reservations/" + order.derived("rsv") + "/address"))
                                .withRequestBody(equalToJson(
                                        "{\"address\":{\"recipient\":\"Siti Aminah\",\"postalCode\":\"10220\","
                                                + "\"country\":\"ID\"}}",
                                        true,
                                        true)));
        Answer contact = api.as(TestTokens.service("user-service"))
                .get("/internal/v1/orders/" + order.id() + "/contact")
                .expect(200);
        assertThat(contact.text("/recipient")).isEqualTo("Siti Aminah");
        assertThat(order.timeline()).endsWith("ADDRESS_CHANGED");
        eventually(() -> {
            Told last = TestEvents.told(Topics.ORDER, order.id()).getLast();
            assertThat(last.type()).isEqualTo("order.changed.v1");
            assertThat(last.text("/state")).isEqualTo("CONFIRMED");
            assertThat(last.body().toString()).doesNotContain("Siti", "Sudirman");
        });
        edit(order.api(), order, elsewhere()).expect(200);
        Neighbours.server().verify(exactly(1), putRequestedFor(urlPathMatching(Surrounding.ADDRESS)));
    }

    @Test
    void support_does_it_for_a_customer_and_others_may_not() {
        Shopper.Placed order = Shopper.buyer(api).fill().place();
        edit(api.as(TestTokens.customer()), order, elsewhere()).expectProblem(404, "ORDER_UNKNOWN");
        edit(api.as(TestTokens.member(Role.WAREHOUSE, Surrounding.STORE)), order, elsewhere())
                .expectProblem(403, "FORBIDDEN");
        edit(api.as(TestTokens.member(Role.SUPPORT, Surrounding.OTHER)), order, elsewhere())
                .expectProblem(404, "ORDER_UNKNOWN");
        edit(api.as(TestTokens.member(Role.SUPPORT, Surrounding.STORE)), order, elsewhere())
                .expect(200);
        eventually(() -> assertThat(TestEvents.told(Topics.AUDIT, order.id()))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.text("/action")).isEqualTo("order:edit");
                    assertThat(entry.text("/changes/0/pointer")).isEqualTo("/shippingAddress");
                    assertThat(entry.body().toString()).doesNotContain("Sudirman");
                }));
    }

    @Test
    void shipping_that_would_be_different_is_refused() {
        Shopper.Placed order = Shopper.buyer(api).fill().place();
        Surrounding.stub(post(urlEqualTo(Surrounding.PROMISES)), okJson("{\"options\":[],\"lines\":[]}"));
        Answer refused = edit(order.api(), order, elsewhere()).expectProblem(409, "ADDRESS_CHANGES_SHIPPING");
        assertThat(refused.text("/params/shippingOptionId")).isEqualTo("sho_reg");
        Surrounding.stub(post(urlEqualTo(Surrounding.PROMISES)), Surrounding.broken());
        edit(order.api(), order, elsewhere()).expectProblem(503, "SERVICE_UNAVAILABLE");
        Map<String, Object> nowhere = new HashMap<>(elsewhere());
        nowhere.put("country", "XX");
        Answer invalid = edit(order.api(), order, nowhere).expectProblem(400, "INVALID_REQUEST");
        assertThat(invalid.text("/errors/0/pointer")).isEqualTo("/shippingAddress/country");
        Neighbours.server().verify(exactly(0), putRequestedFor(urlPathMatching(Surrounding.ADDRESS)));
    }

    @Test
    void what_is_being_picked_cannot_be_edited_any_more() {
        Shopper.Placed order = Deliveries.paid(Shopper.buyer(api).fill().place(), clock.instant());
        Surrounding.stub(
                put(urlPathMatching(Surrounding.ADDRESS)), Surrounding.refused(409, "RESERVATION_IN_PICKING", "{}"));
        Answer refused = edit(order.api(), order, elsewhere()).expectProblem(409, "ORDER_NOT_EDITABLE");
        assertThat(refused.text("/params/state")).isEqualTo("IN_FULFILLMENT");
        assertThat(order.show().text("/shippingAddress/recipient")).isEqualTo("Budi Santoso");
    }

    @Test
    void silence_is_202_and_goes_on_by_itself() {
        Shopper.Placed order = Deliveries.paid(Shopper.buyer(api).fill().place(), clock.instant());
        Surrounding.stub(put(urlPathMatching(Surrounding.ADDRESS)), Surrounding.broken());
        Answer pending = edit(order.api(), order, elsewhere()).expect(202);
        assertThat(pending.text("/shippingAddress/recipient")).isEqualTo("Budi Santoso");
        Surrounding.everythingWorks();
        eventually(() ->
                assertThat(order.show().text("/shippingAddress/recipient")).isEqualTo("Siti Aminah"));
    }

    private static Answer edit(Api with, Shopper.Placed order, Map<String, Object> address) {
        return with.post("/v1/orders/" + order.id() + "/edits", Map.of("shippingAddress", address));
    }

    private static Map<String, Object> elsewhere() {
        return Map.of(
                "recipient", "Siti Aminah",
                "phone", "+6281234567891",
                "lines", List.of("Jl. Sudirman 2"),
                "postalCode", "10220",
                "country", "ID");
    }
}
