package io.niaga.service.identity;

import static io.niaga.service.sample.Sample.get;
import static io.niaga.service.sample.Sample.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.service.sample.Sample;
import io.niaga.service.sample.Tokens;
import io.niaga.types.TypeId;
import io.niaga.types.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ActorIT {
    private static final String STORE = "sto_01kavf8g00e4ttm0nbdjqsmn0n";
    private static final String OTHER_STORE = "sto_01kavf8g00e4ttm0nbdjqsmn0p";
    private static final String SOMEBODY =
            UserId.ofSubject(UUID.fromString(Tokens.SUBJECT)).value();

    private static int status(String path, String token) {
        return get(path, "Authorization", "Bearer " + token).statusCode();
    }

    @Test
    void without_any_token_one_is_an_anonymous_guest() {
        assertThat(json(get("/v1/me")).path("kind").asString()).isEqualTo("Guest");
        assertThat(get("/v1/mine").statusCode()).isEqualTo(401);
        assertThat(get("/v1/mine").headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
    }

    @Test
    void a_token_makes_one_the_person_of_its_subject() {
        JsonNode me = json(get("/v1/mine", "Authorization", "Bearer " + Tokens.person()));
        assertThat(me.path("id").asString()).isEqualTo(SOMEBODY);
    }

    @Test
    void a_guest_holds_what_the_shown_tokens_prove() {
        GuestTokens tokens = Sample.bean(GuestTokens.class);
        TypeId cart = TypeId.parse("crt", "crt_01kavf8g00e4ttm0nbdjqsmn0n");
        TypeId order = TypeId.parse("ord", "ord_01kavf8g00e4ttm0nbdjqsmn0n");
        Instant later = Instant.now().plus(Duration.ofHours(1));
        String cartToken = tokens.issue(GuestTokens.CART, cart, later);
        String orderToken = tokens.issue(GuestTokens.ORDER, order, later);
        JsonNode me = json(get("/v1/me", "Cart-Token", cartToken, "Order-Token", orderToken));
        assertThat(me.path("holds"))
                .extracting(JsonNode::asString)
                .containsExactlyInAnyOrder(cart.toString(), order.toString());
        assertThat(json(get("/v1/me", "Order-Token", cartToken)).path("holds")).isEmpty();
        assertThat(json(get("/v1/me", "Cart-Token", "v1.x.9.y")).path("holds")).isEmpty();
        String expired = tokens.issue(GuestTokens.CART, cart, Instant.now().minusSeconds(1));
        assertThat(json(get("/v1/me", "Cart-Token", expired)).path("holds")).isEmpty();
    }

    @Test
    void only_services_come_inside_and_only_they_are_believed_for_whom_they_act() {
        assertThat(get("/internal/v1/ping").statusCode()).isEqualTo(401);
        assertThat(status("/internal/v1/ping", Tokens.person())).isEqualTo(403);
        assertThat(status("/internal", Tokens.person())).isEqualTo(403);
        assertThat(status("/internal/v1/nothing", Tokens.person())).isEqualTo(403);
        assertThat(get("/%69nternal/v1/ping", "Authorization", "Bearer " + Tokens.person())
                        .statusCode())
                .isEqualTo(403);
        String service = "Bearer " + Tokens.service("order-service");
        JsonNode ping = json(get("/internal/v1/ping", "Authorization", service, "On-Behalf-Of", SOMEBODY));
        assertThat(ping.path("client").asString()).isEqualTo("order-service");
        assertThat(ping.path("for").asString()).isEqualTo(SOMEBODY);
        JsonNode me = json(get("/v1/me", "On-Behalf-Of", SOMEBODY));
        assertThat(me.path("person").asString()).isEmpty();
        JsonNode odd = json(get("/internal/v1/ping", "Authorization", service, "On-Behalf-Of", "admin"));
        assertThat(odd.path("for").asString()).isEmpty();
    }

    @Test
    void rights_come_from_the_table_and_end_at_the_store() {
        assertThat(status("/v1/stores/" + STORE + "/stock", Tokens.person("/stores/" + STORE + "/seller")))
                .isEqualTo(200);
        assertThat(status("/v1/stores/" + OTHER_STORE + "/stock", Tokens.person("/stores/" + STORE + "/seller")))
                .isEqualTo(404);
        assertThat(status("/v1/stores/" + STORE + "/stock", Tokens.person("/stores/" + STORE + "/analyst")))
                .isEqualTo(403);
        assertThat(status("/v1/stores/" + STORE + "/stock", Tokens.person())).isEqualTo(403);
        assertThat(get("/v1/stores/" + STORE + "/stock").statusCode()).isEqualTo(401);
    }

    @Test
    void group_paths_that_say_something_else_grant_nothing() {
        for (String group : new String[] {
            "/stores/" + STORE,
            "/stores/x/seller",
            "/stores/" + STORE + "/operator",
            "/stores/" + STORE + "/seller/extra",
            "stores/" + STORE + "/seller",
            "/stores//seller",
            "/stores/" + STORE + "/SELLER"
        }) {
            assertThat(status("/v1/stores/" + STORE + "/stock", Tokens.person(group)))
                    .as(group)
                    .isEqualTo(403);
        }
    }

    @Test
    void a_partner_may_what_role_scope_and_store_allow_together() {
        String here = "/stores/" + STORE + "/partner";
        String path = "/v1/stores/" + STORE + "/stock";
        assertThat(status(path, Tokens.partner("stock:write", here))).isEqualTo(200);
        assertThat(status(path, Tokens.partner("email  stock:write profile", here)))
                .isEqualTo(200);
        for (String scopes : new String[] {"", "orders:read", "STOCK:WRITE", "stock:write,orders:read", "*"}) {
            assertThat(status(path, Tokens.partner(scopes, here))).as(scopes).isEqualTo(403);
        }
        assertThat(status(path, Tokens.partner("stock:write"))).isEqualTo(403);
        assertThat(status("/v1/stores/" + OTHER_STORE + "/stock", Tokens.partner("stock:write", here)))
                .isEqualTo(404);
        assertThat(status("/internal/v1/ping", Tokens.partner("stock:write", here)))
                .isEqualTo(403);
        assertThat(status("/v1/mine", Tokens.partner("stock:write", here))).isEqualTo(403);
        JsonNode me = json(get("/v1/me", "Authorization", "Bearer " + Tokens.partner("stock:write", here)));
        assertThat(me.path("kind").asString()).isEqualTo("Partner");
        assertThat(me.path("label").asString()).isEqualTo("cli_1");
        assertThat(me.path("person").asString()).isEmpty();
    }

    @Test
    void a_partner_holds_no_role_of_people_and_people_hold_none_of_partners() {
        String path = "/v1/stores/" + STORE + "/stock";
        String seller = "/stores/" + STORE + "/seller";
        assertThat(status(path, Tokens.partner("stock:write", seller))).isEqualTo(403);
        assertThat(status(path, Tokens.person("/stores/" + STORE + "/partner"))).isEqualTo(403);
        var inSession = Tokens.partnerClaims("stock:write", "/stores/" + STORE + "/partner")
                .claim("sid", "5e55");
        assertThat(status(path, Tokens.sign(inSession))).isEqualTo(403);
        var both = Tokens.partnerClaims("stock:write", seller)
                .claim("realm_access", java.util.Map.of("roles", java.util.List.of("partner", "service", "operator")));
        assertThat(status("/internal/v1/ping", Tokens.sign(both))).isEqualTo(403);
    }

    @Test
    void a_verified_token_is_not_verified_again() {
        VerifiedTokens verification = new VerifiedTokens(
                (selector, context) -> selector.select(new com.nimbusds.jose.jwk.JWKSet(Tokens.KEY)),
                Sample.bean(IdentityProperties.class),
                java.time.Clock.systemUTC());
        CachedTokens cached = new CachedTokens(verification, Duration.ofSeconds(60), java.time.Clock.systemUTC());
        String token = Tokens.person();
        assertThat(cached.verify(token)).isSameAs(cached.verify(token));
    }

    @Test
    void a_verified_token_is_not_believed_past_its_expiry() {
        Instant start = Instant.now();
        java.util.concurrent.atomic.AtomicReference<Instant> now =
                new java.util.concurrent.atomic.AtomicReference<>(start);
        java.time.InstantSource source = now::get;
        java.time.Clock clock = source.withZone(java.time.ZoneOffset.UTC);
        VerifiedTokens verification = new VerifiedTokens(
                (selector, context) -> selector.select(new com.nimbusds.jose.jwk.JWKSet(Tokens.KEY)),
                Sample.bean(IdentityProperties.class),
                clock);
        CachedTokens cached = new CachedTokens(verification, Duration.ofSeconds(60), clock);
        String token = Tokens.person();
        cached.verify(token);
        now.set(start.plusSeconds(400));
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> cached.verify(token))
                .hasMessage("UNAUTHENTICATED");
    }
}
