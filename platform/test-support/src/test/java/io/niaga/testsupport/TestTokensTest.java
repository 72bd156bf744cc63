package io.niaga.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.types.Role;
import io.niaga.types.StoreId;
import io.niaga.types.UserId;
import java.nio.charset.StandardCharsets;
import java.security.Signature;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class TestTokensTest {
    private static final StoreId STORE = StoreId.of("sto_01kavf8g00e4ttm0nbdjqsmn0n");

    @Test
    void a_member_has_the_groups_of_the_store() throws Exception {
        String token = TestTokens.member(Role.SELLER, STORE);
        JsonNode claims = part(token, 1);
        assertThat(claims.at("/groups/0").asString()).isEqualTo("/stores/" + STORE + "/seller");
        assertThat(claims.at("/aud/0").asString()).isEqualTo("niaga-api");
        assertThat(claims.at("/iss").asString()).isEqualTo(TestIdentity.issuer());
        assertThat(claims.at("/typ").asString()).isEqualTo("Bearer");
        assertThat(part(token, 0).at("/typ").asString()).isEqualTo("JWT");
        assertThat(verifies(token)).isTrue();
        assertThat(TestTokens.userOf(token)).isEqualTo(TestTokens.userOf(TestTokens.member(Role.SELLER, STORE)));
    }

    @Test
    void a_customer_has_the_id_that_was_asked_for() {
        UserId id = UserId.ofSubject(UUID.randomUUID());
        String token = TestTokens.customer(id);
        assertThat(TestTokens.userOf(token)).isEqualTo(id);
        assertThat(part(token, 1).at("/realm_access/roles/0").asString()).isEqualTo("customer");
    }

    @Test
    void a_partner_speaks_for_itself_in_its_store_with_its_scopes() {
        JsonNode claims = part(TestTokens.partner(STORE, "orders:read", "stock:write"), 1);
        assertThat(claims.at("/azp").asString()).startsWith("cli_");
        assertThat(claims.at("/scope").asString()).isEqualTo("orders:read stock:write");
        assertThat(claims.at("/realm_access/roles/0").asString()).isEqualTo("partner");
        assertThat(claims.at("/groups/0").asString()).isEqualTo("/stores/" + STORE + "/partner");
        assertThat(claims.has("sid")).isFalse();
    }

    @Test
    void the_published_key_is_the_one_that_signs() {
        JsonNode key = Api.at("").get(TestIdentity.keySetUri()).expect(200).json("/keys/0");
        assertThat(key.at("/kid").asString())
                .isEqualTo(part(TestTokens.operator(), 0).at("/kid").asString());
        byte[] modulus = Base64.getUrlDecoder().decode(key.at("/n").asString());
        assertThat(modulus).hasSize(256);
        assertThat(TestIdentity.keySetReads()).isPositive();
    }

    @Test
    void a_client_gets_its_token_by_its_credentials() {
        Api form = Api.at("").with("Content-Type", "application/x-www-form-urlencoded");
        String body = "grant_type=client_credentials&client_id=order-service&client_secret=x";
        String token = form.post(TestIdentity.tokenUri(), body).expect(200).text("/access_token");
        assertThat(part(token, 1).at("/azp").asString()).isEqualTo("order-service");
        assertThat(part(token, 1).at("/realm_access/roles/0").asString()).isEqualTo("service");
        String basic = Base64.getEncoder().encodeToString("user-service:x".getBytes(StandardCharsets.UTF_8));
        String other = form.with("Authorization", "Basic " + basic)
                .post(TestIdentity.tokenUri(), "grant_type=client_credentials")
                .text("/access_token");
        assertThat(part(other, 1).at("/client_id").asString()).isEqualTo("user-service");
        form.post(TestIdentity.tokenUri(), "grant_type=password").expect(400);
    }

    @Test
    void hostile_tokens_differ_from_a_good_one_in_what_their_name_says() throws Exception {
        Map<String, String> hostile = HostileTokens.all();
        assertThat(hostile).hasSizeGreaterThanOrEqualTo(20);
        for (String broken :
                new String[] {"claims changed after signing", "signed by a stranger under a known key's name"}) {
            assertThat(verifies(hostile.get(broken))).as(broken).isFalse();
        }
        assertThat(verifies(hostile.get("expired"))).isTrue();
        assertThat(TestTokens.custom(Map.of("scope", "x"))).isNotEqualTo(hostile.get("expired"));
    }

    private static JsonNode part(String token, int index) {
        return Json.read(Base64.getUrlDecoder().decode(token.split("\\.")[index]));
    }

    private static boolean verifies(String token) throws Exception {
        int dot = token.lastIndexOf('.');
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initVerify(SigningKey.PUBLISHED.publicKey());
        signature.update(token.substring(0, dot).getBytes(StandardCharsets.US_ASCII));
        return signature.verify(Base64.getUrlDecoder().decode(token.substring(dot + 1)));
    }
}
