package io.niaga.orders;

import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static io.niaga.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.orders.offer.PriceMemory;
import io.niaga.testsupport.Answer;
import io.niaga.testsupport.Api;
import io.niaga.testsupport.NiagaIT;
import io.niaga.testsupport.TestTokens;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.MongoDatabaseFactory;

@NiagaIT
class MergeIT {
    @Autowired
    Api api;

    @Autowired
    PriceMemory prices;

    @Autowired
    MongoDatabaseFactory databases;

    @BeforeEach
    void neighbours() {
        Surrounding.everythingWorks();
        prices.forgetAll();
    }

    /** A guest's cart with two shirts and a sarong, and its token. */
    private record Guest(String cart, String token) {}

    private Guest guest() {
        Answer opened = api.post("/v1/carts", "{}").expect(201);
        String token = opened.header("Cart-Token").orElseThrow();
        Api with = api.with("Cart-Token", token);
        with.put(opened.location() + "/items/" + Surrounding.SHIRT, Map.of("quantity", 2))
                .expect(200);
        with.put(opened.location() + "/items/" + Surrounding.SARONG, Map.of("quantity", 1))
                .expect(200);
        return new Guest(opened.text("/id"), token);
    }

    private static Answer merge(Api buyer, String into, Guest guest) {
        return buyer.with("Cart-Token", guest.token())
                .post("/v1/carts/" + into + "/merge", Map.of("from", guest.cart()));
    }

    @Test
    void a_quote_from_before_the_merge_is_not_ordered_any_more() {
        Guest guest = guest();
        Shopper.Filled before = new Shopper.Filled(api.with("Cart-Token", guest.token()), guest.cart());
        String quote = before.quote().expect(201).text("/id");
        Api buyer = api.as(TestTokens.customer());
        merge(buyer, buyer.post("/v1/carts", "{}").expect(201).text("/id"), guest)
                .expect(200);

        before.order(quote, "CARD").expectProblem(409, "CART_MERGED");
    }

    @Test
    void a_cart_that_is_being_ordered_is_not_merged() {
        Guest guest = guest();
        Shopper.Filled before = new Shopper.Filled(api.with("Cart-Token", guest.token()), guest.cart());
        String quote = before.quote().expect(201).text("/id");
        Surrounding.stub(put(urlPathMatching(Surrounding.PAYMENT)), Surrounding.broken());
        before.order(quote, "COD", "k").expectProblem(503, "SERVICE_UNAVAILABLE");
        Api buyer = api.as(TestTokens.customer());
        String into = buyer.post("/v1/carts", "{}").expect(201).text("/id");
        merge(buyer, into, guest).expectProblem(409, "CONCURRENT_CHANGE");
        assertThat(buyer.get("/v1/carts/" + into).expect(200).json("/items")).isEmpty();

        Surrounding.opened("TO_COLLECT", "NONE", "CASH_ON_DELIVERY");
        eventually(() -> before.order(quote, "COD", "k").expect(201));
        String order = before.order(quote, "COD", "k").text("/id");
        eventually(() -> assertThat(merge(buyer, into, guest)
                        .expectProblem(409, "CART_ORDERED")
                        .text("/params/orderId"))
                .isEqualTo(order));
    }

    @Test
    void what_was_collected_as_a_guest_is_there_once_after_signing_in() {
        Guest guest = guest();
        Api buyer = api.as(TestTokens.customer());
        String into = buyer.post("/v1/carts", "{}").expect(201).text("/id");
        buyer.put("/v1/carts/" + into + "/items/" + Surrounding.SHIRT, Map.of("quantity", 998))
                .expect(200);

        Answer merged = merge(buyer, into, guest).expect(200);
        assertThat(merged.text("/items/0/quantity")).isEqualTo("999");
        assertThat(merged.text("/items/1/quantity")).isEqualTo("1");
        assertThat(codes(merged)).contains("QUANTITY_LIMITED");
        Answer again = merge(buyer, into, guest).expect(200);
        assertThat(again.json("/items")).isEqualTo(merged.json("/items"));
        assertThat(again.json("/problems")).isEqualTo(merged.json("/problems"));
        assertThat(again.etag()).isEqualTo(merged.etag());

        Api token = api.with("Cart-Token", guest.token());
        Answer source = token.get("/v1/carts/" + guest.cart()).expect(200);
        assertThat(source.text("/state")).isEqualTo("MERGED");
        assertThat(source.text("/mergedInto")).isEqualTo(into);
        Answer closed = token.put("/v1/carts/" + guest.cart() + "/items/" + Surrounding.SHIRT, Map.of("quantity", 1))
                .expectProblem(409, "CART_MERGED");
        assertThat(closed.text("/params/mergedInto")).isEqualTo(into);
        String other = buyer.post("/v1/carts", "{}").expect(201).text("/id");
        assertThat(merge(buyer, other, guest).expectProblem(409, "CART_MERGED").text("/params/mergedInto"))
                .isEqualTo(into);
    }

    @Test
    void a_merge_that_was_interrupted_is_finished_by_asking_again() {
        Guest guest = guest();
        Api buyer = api.as(TestTokens.customer());
        String into = buyer.post("/v1/carts", "{}").expect(201).text("/id");
        databases
                .getMongoDatabase()
                .getCollection("carts")
                .updateOne(
                        new Document("_id", guest.cart()),
                        new Document("$set", new Document("state", "MERGED").append("merging.into", into)));
        assertThat(merge(buyer, into, guest).expect(200).json("/items")).hasSize(2);
    }

    @Test
    void only_with_both_proofs() {
        Guest guest = guest();
        Guest stranger = guest();
        Api buyer = api.as(TestTokens.customer());
        String into = buyer.post("/v1/carts", "{}").expect(201).text("/id");
        merge(buyer, into, new Guest(guest.cart(), stranger.token())).expectProblem(404, "CART_UNKNOWN");
        merge(buyer, into, new Guest(guest.cart(), "v1.forged")).expectProblem(404, "CART_UNKNOWN");
        buyer.post("/v1/carts/" + into + "/merge", Map.of("from", guest.cart())).expectProblem(404, "CART_UNKNOWN");
        merge(api.as(TestTokens.customer()), into, guest).expectProblem(404, "CART_UNKNOWN");
        merge(api, into, guest).expectProblem(401, "UNAUTHENTICATED");
        buyer.post("/v1/carts/" + into + "/merge", Map.of("from", "crt_x")).expectProblem(400, "INVALID_REQUEST");
    }

    @Test
    void carts_of_two_stores_stay_apart() {
        Guest guest = guest();
        Api buyer = api.as(TestTokens.customer());
        String into = buyer.post("/v1/carts", "{}").expect(201).text("/id");
        databases
                .getMongoDatabase()
                .getCollection("carts")
                .updateOne(
                        new Document("_id", into),
                        new Document(
                                "$set",
                                new Document("shop.store", Surrounding.OTHER.value()).append("shop.chosen", true)));
        merge(buyer, into, guest).expectProblem(409, "CART_STORE_MISMATCH");
        assertThat(api.with("Cart-Token", guest.token())
                        .get("/v1/carts/" + guest.cart())
                        .text("/state"))
                .isEqualTo("OPEN");
    }

    @Test
    void a_buyer_finds_the_carts_left_open() {
        Api buyer = api.as(TestTokens.customer());
        assertThat(buyer.get("/v1/carts").expect(200).json("/items")).isEmpty();
        Shopper.Filled older = new Shopper(buyer, false).fill();
        Shopper.Filled newer = new Shopper(buyer, false).fill();
        Answer page = buyer.get("/v1/carts?limit=1").expect(200);
        assertThat(page.text("/items/0/id")).isEqualTo(newer.cart());
        assertThat(page.text("/items/0/units")).isEqualTo("3");
        Answer rest =
                buyer.get("/v1/carts?limit=1&after=" + page.text("/nextCursor")).expect(200);
        assertThat(rest.text("/items/0/id")).isEqualTo(older.cart());
        api.get("/v1/carts").expectProblem(401, "UNAUTHENTICATED");
    }

    private static List<String> codes(Answer cart) {
        return cart.json("/problems")
                .valueStream()
                .map(p -> p.path("code").asString())
                .toList();
    }
}
