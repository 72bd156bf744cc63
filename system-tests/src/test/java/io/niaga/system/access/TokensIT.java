package io.niaga.system.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.system.harness.SystemIT;
import io.niaga.testsupport.Answer;
import io.niaga.testsupport.Api;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Who shows something that is not a valid token of ours gets 401 or 404, never more, at the gateway and at each service. */
@SystemIT
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TokensIT {
    /** One path per service that an operator may read. */
    private static final Map<String, String> READABLE = Map.of(
            "catalog-service", "/v1/stores/" + Site.STORE + "/products",
            "user-service", "/v1/audit-entries?store=" + Site.STORE,
            "order-service", "/v1/orders?store=" + Site.STORE,
            "payment-service", "/v1/ledger/trial-balance?currency=IDR",
            "fulfillment-service", "/v1/stock?store=" + Site.STORE,
            "loyalty-service", "/v1/coupons?store=" + Site.STORE,
            "search-service", "/v1/products",
            "reporting-service", "/v1/reports/sales?store=" + Site.STORE + "&from=2026-11-01&to=2026-11-02");

    private final World world = World.shared();
    private final Site site = world.site;
    private int tried;

    @AfterAll
    void report() {
        System.out.printf("tokens: %d calls with tokens that are not to be believed%n", tried);
    }

    @Test
    void tokens_that_are_not_to_be_believed_are_401_everywhere() throws InterruptedException {
        world.actors.awaitExpiry();
        List<String> wrong = new ArrayList<>();
        try (Canary canary = new Canary()) {
            Map<String, String> forgeries = new Forgeries(world, canary).all();
            READABLE.forEach((service, path) -> {
                site.stack()
                        .service(service)
                        .as(world.actors.token("operator"))
                        .get(path)
                        .expect(200);
                forgeries.forEach((why, token) -> {
                    expect401(
                            wrong,
                            "gateway " + path + ": " + why,
                            site.gateway().as(token).get(path));
                    expect401(
                            wrong,
                            service + path + ": " + why,
                            site.stack().service(service).as(token).get(path));
                });
            });
            canary.assertUnvisited();
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void a_token_counts_only_as_one_bearer_token_in_its_header() {
        String token = world.actors.token("operator");
        String path = "/v1/ledger/trial-balance?currency=IDR";
        Api nobody = site.gateway();
        List<String> wrong = new ArrayList<>();
        expect401(wrong, "in the query", nobody.get(path + "&access_token=" + token));
        expect401(
                wrong,
                "in a cookie",
                nobody.with("Cookie", "access_token=" + token).get(path));
        expect401(
                wrong,
                "as Basic",
                nobody.with("Authorization", "Basic " + token).get(path));
        expect401(wrong, "without scheme", nobody.with("Authorization", token).get(path));
        expect401(
                wrong,
                "twice",
                nobody.with("Authorization", "Bearer " + token + ", Bearer " + token)
                        .get(path));
        expect401(wrong, "as cart token", nobody.with("Cart-Token", token).get(path));
        expect401(
                wrong,
                "of an operator named by nobody",
                nobody.with("On-Behalf-Of", "usr_01kavf8g00e008000000000001").get(path));
        assertThat(wrong).isEmpty();
    }

    @Test
    void guests_tokens_open_only_what_they_were_given_for() {
        Shopper shopper = new Shopper(site.gateway());
        Answer placed = shopper.bought(world.value("sku"), "CARD");
        String order = placed.text("/id");
        String right = placed.header("Order-Token").orElseThrow();
        Answer opened =
                site.gateway().post("/v1/carts", Map.of("storeId", Site.STORE)).expect(201);
        String cart = opened.text("/id");
        String cartToken = opened.header("Cart-Token").orElseThrow();
        List<String> wrong = new ArrayList<>();
        guestForgeries("cart", cart, cartToken, right)
                .forEach((why, token) -> expectClosed(
                        wrong,
                        "cart: " + why,
                        site.gateway().with("Cart-Token", token).get("/v1/carts/" + cart)));
        guestForgeries("order", order, right, cartToken).forEach((why, token) -> {
            Api guest = site.gateway().with("Order-Token", token);
            String payment = "/v1/payments/" + placed.text("/payment/id");
            expectClosed(wrong, "order: " + why, guest.get("/v1/orders/" + order));
            expectClosed(wrong, "payment: " + why, guest.get(payment));
            expectClosed(wrong, "pay: " + why, guest.post(payment + "/confirmation", "{\"token\":\"tok_success\"}"));
        });
        assertThat(wrong).isEmpty();
        site.gateway().with("Order-Token", right).get("/v1/orders/" + order).expect(200);
        site.gateway().with("Cart-Token", cartToken).get("/v1/carts/" + cart).expect(200);
    }

    private Map<String, String> guestForgeries(String purpose, String id, String right, String another) {
        byte[] key = java.util.Base64.getDecoder().decode(site.secret("NIAGA_GUEST_TOKEN_KEYS"));
        long later = Instant.now().plus(Duration.ofDays(1)).getEpochSecond();
        long before = Instant.now().minus(Duration.ofMinutes(1)).getEpochSecond();
        String[] parts = right.split("\\.");
        Map<String, String> tokens = new LinkedHashMap<>();
        tokens.put("ended", guestToken(key, purpose, id, before));
        tokens.put("for another purpose", guestToken(key, purpose.equals("cart") ? "order" : "cart", id, later));
        tokens.put("of something else", another);
        tokens.put("with another key", guestToken(new byte[32], purpose, id, later));
        tokens.put("prolonged", parts[0] + "." + id + "." + later + "." + parts[3]);
        tokens.put("cut", right.substring(0, right.length() - 1));
        tokens.put("without signature", parts[0] + "." + id + "." + parts[2] + ".");
        tokens.put("of another version", "v2" + right.substring(2));
        tokens.put("with another part", right + ".x");
        tokens.put("twice", right + "," + right);
        tokens.put("empty", "");
        tokens.put("long", "v1." + "x".repeat(5000));
        tokens.put("expiry overflows", parts[0] + "." + id + ".99999999999999999999." + parts[3]);
        tokens.put("expiry of words", parts[0] + "." + id + ".never." + parts[3]);
        tokens.put("upper case", right.toUpperCase(java.util.Locale.ROOT));
        return tokens;
    }

    private static String guestToken(byte[] key, String purpose, String id, long expires) {
        return "v1." + id + "." + expires + "." + Jose.mac("HmacSHA256", key, purpose + "|" + id + "|" + expires);
    }

    private void expect401(List<String> wrong, String what, Answer answer) {
        tried++;
        if (answer.status() != 401) {
            wrong.add(what + ": " + answer);
        } else {
            answer.expectProblem();
        }
    }

    private void expectClosed(List<String> wrong, String what, Answer answer) {
        tried++;
        if (answer.status() != 401 && answer.status() != 404) {
            wrong.add(what + ": " + answer);
        } else {
            answer.expectProblem();
        }
    }
}
