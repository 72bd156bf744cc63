package io.niaga.orders;

import static com.github.tomakehurst.wiremock.client.WireMock.exactly;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static io.niaga.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.events.Topics;
import io.niaga.events.catalog.ProductStateV1;
import io.niaga.events.fulfillment.AvailabilityStateV1;
import io.niaga.orders.offer.PriceMemory;
import io.niaga.testsupport.Answer;
import io.niaga.testsupport.Api;
import io.niaga.testsupport.FakeClock;
import io.niaga.testsupport.Neighbours;
import io.niaga.testsupport.NiagaIT;
import io.niaga.testsupport.TestEvents;
import io.niaga.testsupport.TestTokens;
import io.niaga.types.Role;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@NiagaIT
class CartIT {
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
    void an_empty_cart_has_a_currency_and_a_guest_gets_its_token() {
        Answer cart = api.post("/v1/carts", "{}").expect(201);

        assertThat(cart.text("/id")).startsWith("crt_");
        assertThat(cart.text("/currency")).isEqualTo("IDR");
        assertThat(cart.text("/total/amount")).isEqualTo("0.00");
        assertThat(cart.json("/items")).isEmpty();
        assertThat(cart.json("/problems")).isEmpty();
        assertThat(cart.header("Cart-Token"))
                .hasValueSatisfying(t -> assertThat(t).startsWith("v1.crt_"));
        assertThat(cart.etag()).isEqualTo("\"1\"");
        assertThat(api.as(TestTokens.customer()).post("/v1/carts").expect(201).header("Cart-Token"))
                .isEmpty();
    }

    @Test
    void lines_are_priced_by_the_catalog_and_zero_takes_them_out() {
        Shopper.Filled guest = Shopper.guest(api).fill();
        Answer cart = guest.api().get("/v1/carts/" + guest.cart()).expect(200);

        assertThat(cart.text("/total/amount")).isEqualTo("648000.00");
        assertThat(cart.text("/items/0/sku")).isEqualTo(Surrounding.SHIRT);
        assertThat(cart.text("/items/0/quantity")).isEqualTo("2");
        assertThat(cart.text("/items/0/total/amount")).isEqualTo("498000.00");
        assertThat(cart.text("/items/0/options/size")).isEqualTo("M");
        Answer less = put(guest, Surrounding.SARONG, 0).expect(200);
        assertThat(less.json("/items")).hasSize(1);
    }

    @Test
    void somebody_elses_cart_is_not_there() {
        Shopper.Filled guest = Shopper.guest(api).fill();
        api.get("/v1/carts/" + guest.cart()).expectProblem(404, "CART_UNKNOWN");
        api.as(TestTokens.customer()).get("/v1/carts/" + guest.cart()).expectProblem(404, "CART_UNKNOWN");
        Shopper.Filled buyer = Shopper.buyer(api).fill();
        api.as(TestTokens.customer()).get("/v1/carts/" + buyer.cart()).expectProblem(404, "CART_UNKNOWN");
        guest.api().get("/v1/carts/" + buyer.cart()).expectProblem(404, "CART_UNKNOWN");
        put(new Shopper.Filled(api, buyer.cart()), Surrounding.SHIRT, 1).expectProblem(404, "CART_UNKNOWN");
        api.as(TestTokens.member(Role.SELLER, Surrounding.STORE))
                .post("/v1/carts", "{}")
                .expectProblem(403, "FORBIDDEN");
    }

    @Test
    void what_is_not_sold_is_unknown_and_quantities_have_bounds() {
        Shopper.Filled buyer = Shopper.buyer(api).fill();
        put(buyer, "NO-SUCH", 1).expectProblem(404, "SKU_UNKNOWN");
        put(buyer, Surrounding.SHIRT, 1000).expectProblem(400, "INVALID_REQUEST");
        Answer negative = put(buyer, Surrounding.SHIRT, -1).expectProblem(400, "INVALID_REQUEST");
        assertThat(negative.text("/errors/0/pointer")).isEqualTo("/quantity");
        put(buyer, Surrounding.SHIRT, 999).expect(200);
    }

    @Test
    void a_stale_version_is_refused_when_one_was_demanded() {
        Shopper.Filled buyer = Shopper.buyer(api).fill();
        Answer seen = buyer.api().get("/v1/carts/" + buyer.cart());
        put(buyer, Surrounding.SHIRT, 3).expect(200);
        put(new Shopper.Filled(buyer.api().matching(seen), buyer.cart()), Surrounding.SHIRT, 4)
                .expectProblem(412, "STALE_VERSION");
    }

    @Test
    void a_cart_buys_in_one_store() {
        Shopper.Filled buyer = Shopper.buyer(api).fill();
        buyer.api()
                .put(item(buyer, Surrounding.SHIRT) + "?store=" + Surrounding.OTHER, Map.of("quantity", 1))
                .expectProblem(409, "CART_STORE_MISMATCH");
        Surrounding.stub(post(urlEqualTo(Surrounding.PRICES)), Surrounding.refused(404, "STORE_UNKNOWN", "{}"));
        api.post("/v1/carts", Map.of("storeId", Surrounding.OTHER.value())).expectProblem(404, "STORE_UNKNOWN");
    }

    @Test
    void the_warehouses_say_what_is_low_or_out_and_the_newest_word_of_each_counts() {
        Shopper.Filled buyer = Shopper.buyer(api).fill();
        available(Surrounding.SHIRT, "whs_a", "LOW", 5);
        available(Surrounding.SARONG, "whs_a", "OUT", 5);
        available(Surrounding.SARONG, "whs_b", "IN_STOCK", 2);
        eventually(() -> assertThat(problems(buyer)).containsExactly("LOW_STOCK"));
        available(Surrounding.SHIRT, "whs_a", "IN_STOCK", 4);
        available(Surrounding.SHIRT, "whs_b", "OUT", 9);
        TestEvents.tellGone(Topics.AVAILABILITY, key(Surrounding.SARONG, "whs_b"), AvailabilityStateV1.TYPE, 3);
        eventually(() -> assertThat(problems(buyer)).containsExactly("LOW_STOCK", "SOLD_OUT"));
    }

    @Test
    void a_changed_price_is_told_until_the_line_is_set_again() {
        Shopper.Filled buyer = Shopper.buyer(api).fill();
        Surrounding.prices("199000.00", "150000.00");
        clock.advance(Duration.ofSeconds(3));

        Answer cart = buyer.api().get("/v1/carts/" + buyer.cart());
        assertThat(cart.text("/problems/0/code")).isEqualTo("PRICE_CHANGED");
        assertThat(cart.text("/problems/0/from/amount")).isEqualTo("249000.00");
        assertThat(cart.text("/problems/0/to/amount")).isEqualTo("199000.00");
        put(buyer, Surrounding.SHIRT, 2).expect(200);
        assertThat(problems(buyer)).doesNotContain("PRICE_CHANGED");
    }

    @Test
    void prices_are_asked_for_once_in_two_seconds_unless_the_product_changes() {
        clock.set(clock.instant());
        Shopper.Filled buyer = Shopper.buyer(api).fill();
        Neighbours.server().resetRequests();
        buyer.api().get("/v1/carts/" + buyer.cart()).expect(200);
        Neighbours.server().verify(exactly(0), postRequestedFor(urlEqualTo(Surrounding.PRICES)));

        Surrounding.prices("199000.00", "150000.00");
        TestEvents.tell(Topics.PRODUCT, "prd_1", ProductStateV1.TYPE, 1, product());
        eventually(() -> assertThat(buyer.api().get("/v1/carts/" + buyer.cart()).text("/total/amount"))
                .isEqualTo("548000.00"));
    }

    @Test
    void what_was_unpublished_is_shown_and_not_counted() {
        Shopper.Filled buyer = Shopper.buyer(api).fill();
        Surrounding.stub(
                post(urlEqualTo(Surrounding.PRICES)),
                okJson(Surrounding.store("IDR", true) + "\"items\":["
                        + Surrounding.item(Surrounding.SHIRT, "249000.00", false) + "],\"unknown\":[]}"));
        clock.advance(Duration.ofSeconds(3));

        Answer cart = buyer.api().get("/v1/carts/" + buyer.cart());
        assertThat(problems(buyer)).containsExactly("UNPUBLISHED", "UNPUBLISHED");
        assertThat(cart.text("/total/amount")).isEqualTo("0.00");
        buyer.quote().expectProblem(409, "CART_EMPTY");
    }

    @Test
    void without_the_catalog_a_cart_still_opens_and_known_lines_still_change() {
        Shopper.Filled buyer = Shopper.buyer(api).fill();
        Surrounding.stub(post(urlEqualTo(Surrounding.PRICES)), Surrounding.broken());
        clock.advance(Duration.ofSeconds(3));

        Answer cart = buyer.api().get("/v1/carts/" + buyer.cart()).expect(200);
        assertThat(cart.text("/degraded")).isEqualTo("true");
        put(buyer, Surrounding.SHIRT, 7).expect(200);
        put(buyer, "NEW-ONE", 1).expectProblem(503, "SERVICE_UNAVAILABLE");
    }

    @Test
    void the_same_key_opens_the_same_cart() {
        Api buyer = api.as(TestTokens.customer());
        String first = buyer.once("cart-1").post("/v1/carts", "{}").expect(201).text("/id");
        Answer again = buyer.once("cart-1").post("/v1/carts", "{}").expect(201);
        assertThat(again.text("/id")).isEqualTo(first);
        assertThat(again.header("Idempotency-Replayed")).hasValue("true");
    }

    private static Answer put(Shopper.Filled shopper, String sku, int quantity) {
        return shopper.api().put(item(shopper, sku), Map.of("quantity", quantity));
    }

    private static String item(Shopper.Filled shopper, String sku) {
        return "/v1/carts/" + shopper.cart() + "/items/" + sku;
    }

    private static List<String> problems(Shopper.Filled shopper) {
        return shopper.api()
                .get("/v1/carts/" + shopper.cart())
                .json("/problems")
                .valueStream()
                .map(p -> p.path("code").asString())
                .toList();
    }

    private static String key(String sku, String warehouse) {
        return Surrounding.STORE + "/" + sku + "/" + warehouse;
    }

    private static void available(String sku, String warehouse, String availability, long sequence) {
        TestEvents.tell(
                Topics.AVAILABILITY,
                key(sku, warehouse),
                AvailabilityStateV1.TYPE,
                sequence,
                new AvailabilityStateV1(Surrounding.STORE.value(), sku, warehouse, availability));
    }

    private ProductStateV1 product() {
        return new ProductStateV1(
                "prd_1",
                Surrounding.STORE.value(),
                "kemeja",
                true,
                null,
                clock.instant(),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                null,
                Map.of(),
                List.of(),
                List.of(),
                List.of(new ProductStateV1.Variant(Surrounding.SHIRT, Map.of(), Samples.idr("199000.00"))),
                2);
    }
}
