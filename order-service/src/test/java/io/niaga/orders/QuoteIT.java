package io.niaga.orders;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static io.niaga.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.niaga.orders.offer.PriceMemory;
import io.niaga.testsupport.Answer;
import io.niaga.testsupport.Api;
import io.niaga.testsupport.FakeClock;
import io.niaga.testsupport.NiagaIT;
import io.niaga.testsupport.TestTokens;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.MongoDatabaseFactory;

@NiagaIT
class QuoteIT {
    @Autowired
    Api api;

    @Autowired
    FakeClock clock;

    @Autowired
    PriceMemory prices;

    @Autowired
    MongoDatabaseFactory databases;

    @BeforeEach
    void neighbours() {
        Surrounding.everythingWorks();
        prices.forgetAll();
    }

    @Test
    void a_quote_is_itemised_with_tax_included_and_the_cheapest_shipping() {
        Shopper.Filled guest = Shopper.guest(api).fill();
        Answer quote = guest.quote().expect(201);

        assertThat(quote.text("/taxIncluded")).isEqualTo("true");
        assertThat(quote.text("/items/0/unitPrice/amount")).isEqualTo("249000.00");
        assertThat(quote.text("/items/0/tax/amount")).isEqualTo("49351.35");
        assertThat(quote.text("/items/0/total/amount")).isEqualTo("498000.00");
        assertThat(quote.text("/totals/shippingTax/amount")).isEqualTo("1486.49");
        assertThat(quote.json("/shippingOptions")).hasSize(2);
        assertThat(quote.text("/promisedBy")).isEqualTo("2026-12-01T10:00:00Z");
        assertThat(guest.api().get(quote.location()).expect(200).json()).isEqualTo(quote.json());
    }

    @Test
    void the_buyer_chooses_the_shipping() {
        Shopper.Filled buyer = Shopper.buyer(api).fill();
        Answer quote = buyer.quote(Map.of("shippingOptionId", "sho_next")).expect(201);
        assertThat(quote.text("/totals/shipping/amount")).isEqualTo("30000.00");
        buyer.quote(Map.of("shippingOptionId", "sho_none")).expectProblem(409, "SHIPPING_OPTION_UNKNOWN");
    }

    @Test
    void what_cannot_be_shipped_cannot_be_quoted() {
        Shopper.Filled buyer = Shopper.buyer(api).fill();
        Surrounding.stub(post(urlEqualTo(Surrounding.PROMISES)), okJson("{\"options\":[],\"lines\":[]}"));
        buyer.quote().expectProblem(409, "SHIPPING_UNAVAILABLE");
        Surrounding.stub(post(urlEqualTo(Surrounding.PROMISES)), Surrounding.broken());
        Answer away = buyer.quote().expectProblem(503, "SERVICE_UNAVAILABLE");
        assertThat(away.header("Retry-After")).isPresent();
    }

    @Test
    void a_quote_does_not_refuse_for_stock_but_says_so() {
        Shopper.Filled buyer = Shopper.buyer(api).fill();
        Surrounding.stub(post(urlEqualTo(Surrounding.PROMISES)), Surrounding.promises(1, 0));
        Answer quote = buyer.quote().expect(201);
        assertThat(quote.text("/problems/0/code")).isEqualTo("LOW_STOCK");
        assertThat(quote.text("/problems/0/available")).isEqualTo("1");
        assertThat(quote.text("/problems/1/code")).isEqualTo("SOLD_OUT");
        assertThat(quote.text("/problems/1/available")).isEqualTo("0");
        assertThat(buyer.api().get(quote.location()).text("/problems/0/available"))
                .as("as it was told")
                .isEqualTo("1");
    }

    @Test
    void a_price_that_fell_is_lower_at_the_next_quote_and_both_are_told() {
        Shopper.Filled buyer = Shopper.buyer(api).fill();
        Answer before = buyer.quote().expect(201);
        Surrounding.prices("199000.00", "155000.00");
        clock.advance(Duration.ofSeconds(3));
        Answer quote = buyer.quote().expect(201);
        assertThat(quote.text("/items/0/unitPrice/amount")).isEqualTo("199000.00");
        assertThat(quote.text("/totals/total/amount")).isEqualTo("568000.00");
        assertThat(quote.json("/problems")).hasSize(2);
        assertThat(quote.text("/problems/0/code")).isEqualTo("PRICE_CHANGED");
        assertThat(quote.text("/problems/0/from/amount")).isEqualTo("249000.00");
        assertThat(quote.text("/problems/0/to/amount")).isEqualTo("199000.00");
        assertThat(quote.text("/problems/1/to/amount")).as("or higher").isEqualTo("155000.00");
        assertThat(buyer.api().get(before.location()).text("/totals/total/amount"))
                .as("a quote holds")
                .isEqualTo("663000.00");
    }

    @Test
    void a_request_that_died_after_its_quote_was_kept_is_answered_with_that_one() {
        Shopper.Filled buyer = Shopper.buyer(api).fill();
        Shopper.Filled once =
                new Shopper.Filled(buyer.api().once(UUID.randomUUID().toString()), buyer.cart());
        Answer kept = once.quote().expect(201);
        databases
                .getMongoDatabase()
                .getCollection("idempotency")
                .updateOne(
                        Filters.eq("resource", kept.text("/id")),
                        Updates.combine(Updates.set("done", false), Updates.set("leaseUntil", Instant.EPOCH)));
        Surrounding.prices("199000.00", "155000.00");
        clock.advance(Duration.ofSeconds(3));

        Answer resumed = once.quote().expect(201);
        assertThat(resumed.header("Idempotency-Replayed"))
                .as("it was worked on")
                .isEmpty();
        assertThat(resumed.json()).isEqualTo(kept.json());
    }

    @Test
    void what_was_unpublished_is_left_out_of_a_quote_and_told() {
        Shopper.Filled buyer = Shopper.buyer(api).fill();
        Surrounding.stub(
                post(urlEqualTo(Surrounding.PRICES)),
                okJson(Surrounding.store("IDR", true) + "\"items\":["
                        + Surrounding.item(Surrounding.SHIRT, "249000.00", false) + ","
                        + Surrounding.item(Surrounding.SARONG, "150000.00", true) + "],\"unknown\":[]}"));
        clock.advance(Duration.ofSeconds(3));
        Answer quote = buyer.quote().expect(201);
        assertThat(quote.json("/items")).hasSize(1);
        assertThat(quote.text("/problems/0/code")).isEqualTo("UNPUBLISHED");
        assertThat(quote.text("/problems/0/sku")).isEqualTo(Surrounding.SHIRT);
        assertThat(quote.text("/totals/total/amount")).isEqualTo("165000.00");
    }

    @Test
    void the_fresh_quote_of_a_refusal_says_what_else_changed() {
        Shopper.Filled buyer = Shopper.guest(api).fill();
        String quote = buyer.quote().expect(201).text("/id");
        Surrounding.prices("199000.00", "150000.00");
        clock.advance(Duration.ofMinutes(16));
        Answer refused = buyer.order(quote, "CARD").expectProblem(409, "QUOTE_EXPIRED");
        assertThat(refused.text("/quote/problems/0/code")).isEqualTo("PRICE_CHANGED");
        assertThat(refused.text("/quote/problems/0/from/amount")).isEqualTo("249000.00");
        assertThat(refused.text("/quote/totals/total/amount")).isEqualTo("563000.00");
    }

    @Test
    void an_empty_cart_and_points_are_refused() {
        Api buyer = api.as(TestTokens.customer());
        String cart = buyer.post("/v1/carts", "{}").text("/id");
        new Shopper.Filled(buyer, cart).quote().expectProblem(409, "CART_EMPTY");
        Shopper.buyer(api).fill().quote(Map.of("usePoints", 1)).expectProblem(409, "POINTS_UNAVAILABLE");
        Shopper.buyer(api).fill().quote(Map.of("usePoints", 0)).expect(201);
    }

    @Test
    void a_coupon_takes_its_discount_from_the_lines() {
        Answer quote =
                Shopper.buyer(api).fill().quote(Map.of("couponCode", "HEMAT10")).expect(201);
        assertThat(quote.text("/items/0/discount/amount")).isEqualTo("49800.00");
        assertThat(quote.text("/items/0/total/amount")).isEqualTo("448200.00");
        assertThat(quote.text("/totals/discount/amount")).isEqualTo("49800.00");
        assertThat(quote.text("/totals/total/amount")).isEqualTo("613200.00");
    }

    @ParameterizedTest
    @CsvSource({
        "404, COUPON_UNKNOWN",
        "409, COUPON_NOT_ACTIVE",
        "409, COUPON_NOT_APPLICABLE",
        "409, COUPON_EXHAUSTED",
        "409, POINTS_UNAVAILABLE"
    })
    void what_loyalty_refuses_is_told(int status, String code) {
        Shopper.Filled buyer = Shopper.buyer(api).fill();
        Surrounding.stub(post(urlEqualTo(Surrounding.EVALUATIONS)), Surrounding.refused(status, code, "{}"));
        buyer.quote(Map.of("couponCode", "HEMAT10")).expectProblem(status, code);
    }

    @ParameterizedTest
    @CsvSource({
        "country, XX",
        "country, id",
        "postalCode, 1011",
        "postalCode, ''",
        "phone, 0812345",
        "recipient, ''",
        "recipient, '  '",
        "villageCode, 31.71"
    })
    void an_address_must_be_one(String field, String value) {
        Map<String, Object> address = new HashMap<>(Shopper.address());
        address.put(field, value);
        Answer refused = Shopper.buyer(api)
                .fill()
                .quote(Map.of("shippingAddress", address))
                .expectProblem(400, "INVALID_REQUEST");
        assertThat(refused.text("/errors/0/pointer")).isEqualTo("/shippingAddress/" + field);
    }

    @Test
    void a_kept_address_is_taken_as_the_address_book_answers_it() {
        Map<String, Object> kept = new HashMap<>(Shopper.address());
        kept.put("id", "adr_01kavf8g00e4ttm0nbdjqsmn0n");
        kept.put("label", null);
        Answer quote =
                Shopper.buyer(api).fill().quote(Map.of("shippingAddress", kept)).expect(201);
        assertThat(quote.text("/shippingAddress/recipient")).isEqualTo("Budi Santoso");
        assertThat(quote.json("/shippingAddress").has("id")).isFalse();
    }

    @Test
    void an_address_has_one_to_four_lines() {
        Shopper.Filled buyer = Shopper.buyer(api).fill();
        Map<String, Object> address = new HashMap<>(Shopper.address());
        address.put("lines", List.of());
        buyer.quote(Map.of("shippingAddress", address)).expectProblem(400, "INVALID_REQUEST");
        address.put("lines", List.of("a", "b", "c", "d", "e"));
        buyer.quote(Map.of("shippingAddress", address)).expectProblem(400, "INVALID_REQUEST");
        buyer.quote(Map.of("total", "1")).expectProblem(400, "UNKNOWN_FIELD");
    }

    @Test
    void somebody_elses_cart_or_quote_is_not_there() {
        Shopper.Filled buyer = Shopper.buyer(api).fill();
        Answer quote = buyer.quote().expect(201);
        Api stranger = api.as(TestTokens.customer());
        stranger.get(quote.location()).expectProblem(404, "QUOTE_UNKNOWN");
        api.get(quote.location()).expectProblem(404, "QUOTE_UNKNOWN");
        new Shopper.Filled(stranger, buyer.cart()).quote().expectProblem(404, "CART_UNKNOWN");
    }

    @Test
    void a_quote_expires_and_is_used_once() {
        Shopper.Filled guest = Shopper.guest(api).fill();
        Answer quote = guest.quote().expect(201);
        Answer other = guest.quote().expect(201);
        String order = guest.order(quote.text("/id"), "CARD").expect(201).text("/id");
        eventually(() -> assertThat(guest.api().get("/v1/carts/" + guest.cart()).text("/state"))
                .isEqualTo("ORDERED"));
        assertThat(guest.api().get(quote.location()).text("/state")).isEqualTo("USED");
        assertThat(guest.api().get(other.location()).text("/state")).isEqualTo("VALID");
        Answer ordered = guest.order(other.text("/id"), "CARD").expectProblem(409, "CART_ORDERED");
        assertThat(ordered.text("/params/orderId")).isEqualTo(order);
        assertThat(ordered.text("/detail")).contains(order);
        clock.advance(Duration.ofMinutes(16));
        assertThat(guest.api().get(other.location()).text("/state")).isEqualTo("EXPIRED");
        assertThat(guest.quote().expectProblem(409, "CART_ORDERED").text("/params/orderId"))
                .isEqualTo(order);
        assertThat(guest.api()
                        .put("/v1/carts/" + guest.cart() + "/items/" + Surrounding.SHIRT, Map.of("quantity", 1))
                        .expectProblem(409, "CART_ORDERED")
                        .text("/params/orderId"))
                .isEqualTo(order);
    }

    @Test
    void a_store_with_tax_on_top_is_not_quoted_yet() {
        Shopper.Filled buyer = Shopper.buyer(api).fill();
        Surrounding.stub(
                post(urlEqualTo(Surrounding.PRICES)),
                okJson(Surrounding.store("IDR", false) + "\"items\":["
                        + Surrounding.item(Surrounding.SHIRT, "249000.00", true) + "],\"unknown\":[]}"));
        clock.advance(Duration.ofSeconds(3));
        buyer.quote().expectProblem(409, "TAX_MODE_UNAVAILABLE");
    }
}
