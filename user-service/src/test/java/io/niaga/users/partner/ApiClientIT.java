package io.niaga.users.partner;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.deleteRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static io.niaga.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.testsupport.Answer;
import io.niaga.testsupport.Api;
import io.niaga.testsupport.FakeClock;
import io.niaga.testsupport.NiagaIT;
import io.niaga.testsupport.TestTokens;
import io.niaga.types.Role;
import io.niaga.types.StoreId;
import io.niaga.types.TypeId;
import io.niaga.users.Keycloak;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@NiagaIT
class ApiClientIT {
    private static final String ADMIN = "/admin/realms/niaga";
    private static final String CLIENTS = "/v1/api-clients";

    @Autowired
    Api api;

    @Autowired
    RemoveApiClient remove;

    @Autowired
    FakeClock clock;

    private StoreId store;
    private StoreId other;
    private Api operator;
    private Api administrator;

    @DynamicPropertySource
    static void keycloak(DynamicPropertyRegistry registry) {
        registry.add("niaga.user.directory-url", Keycloak::url);
    }

    @BeforeEach
    void two_stores() {
        Keycloak.takesClients();
        Keycloak.SERVER.resetRequests();
        operator = api.as(TestTokens.operator());
        store = opened();
        other = opened();
        administrator = api.as(TestTokens.member(Role.ADMINISTRATOR, store));
    }

    private StoreId opened() {
        StoreId id = StoreId.of(new TypeId("sto", UUID.randomUUID()).toString());
        operator.put(
                        "/v1/stores/" + id,
                        Map.of(
                                "name",
                                "Toko",
                                "currency",
                                "IDR",
                                "languages",
                                List.of("id"),
                                "timeZone",
                                "Asia/Jakarta",
                                "countryCode",
                                "ID",
                                "taxRate",
                                "11.00"))
                .expect(201);
        return id;
    }

    private static Map<String, Object> body(String name, List<StoreId> stores, String... scopes) {
        return new HashMap<>(Map.of(
                "name", name,
                "stores", stores.stream().map(StoreId::value).toList(),
                "scopes", List.of(scopes)));
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private Answer issued() {
        return administrator
                .once(key())
                .post(CLIENTS, body("Pasar", List.of(store), "orders:read", "stock:write"))
                .expect(201);
    }

    private static UUID uuid(Answer client) {
        return ApiClientId.of(client.text("/id")).uuid();
    }

    @Test
    void a_program_is_made_and_its_secret_shown_once() {
        Answer made = issued();
        String id = made.text("/id");
        assertThat(made.location()).isEqualTo(CLIENTS + "/" + id);
        assertThat(made.text("/clientId")).isEqualTo(id);
        assertThat(made.text("/secret")).isEqualTo("s3cr3t-1");
        assertThat(made.text("/state")).isEqualTo("ACTIVE");
        Keycloak.SERVER.verify(postRequestedFor(urlPathEqualTo(ADMIN + "/clients"))
                .withRequestBody(matchingJsonPath("$.id", equalTo(uuid(made).toString())))
                .withRequestBody(matchingJsonPath("$.clientId", equalTo(id)))
                .withRequestBody(matchingJsonPath("$.publicClient", equalTo("false")))
                .withRequestBody(matchingJsonPath("$.standardFlowEnabled", equalTo("false")))
                .withRequestBody(matchingJsonPath("$.directAccessGrantsEnabled", equalTo("false")))
                .withRequestBody(matchingJsonPath("$.optionalClientScopes.length()", equalTo("0")))
                .withRequestBody(matchingJsonPath(
                        "$.defaultClientScopes",
                        equalToJson("[\"basic\",\"niaga-api\",\"orders:read\",\"stock:write\"]"))));
        Keycloak.SERVER.verify(postRequestedFor(urlPathMatching(".*/role-mappings/realm"))
                .withRequestBody(equalToJson("[{\"id\":\"r9\",\"name\":\"partner\"}]")));
        Keycloak.SERVER.verify(1, putRequestedFor(urlPathMatching(".*/users/.*/groups/.*")));
        Answer read = administrator.get(CLIENTS + "/" + id).expect(200);
        assertThat(read.json("/secret").isNull()).isTrue();
        assertThat(read.etag()).isEqualTo(made.etag());
        assertThat(administrator.get(CLIENTS + "?store=" + store).expect(200).text("/items/0/name"))
                .isEqualTo("Pasar");
    }

    @Test
    void a_repeated_request_makes_no_second_one_and_does_not_show_the_secret_again() {
        String key = key();
        Map<String, Object> body = body("Pasar", List.of(store), "orders:read");
        Answer first = administrator.once(key).post(CLIENTS, body).expect(201);
        Answer again = administrator.once(key).post(CLIENTS, body).expect(201);
        assertThat(again.text("/id")).isEqualTo(first.text("/id"));
        assertThat(again.json("/secret").isNull()).isTrue();
        assertThat(again.header("Idempotency-Replayed")).contains("true");
        body.put("name", "Other");
        administrator.once(key).post(CLIENTS, body).expectProblem(422, "IDEMPOTENCY_KEY_REUSED");
        administrator.post(CLIENTS, body).expectProblem(400, "IDEMPOTENCY_KEY_REQUIRED");
    }

    @Test
    void cut_off_half_way_the_same_request_goes_on_with_the_same_id() {
        String key = key();
        Map<String, Object> body = body("Pasar", List.of(store), "orders:read");
        Keycloak.SERVER.stubFor(
                post(urlPathMatching(".*/client-secret")).willReturn(aResponse().withStatus(500)));
        administrator.once(key).post(CLIENTS, body).expectProblem(503, "SERVICE_UNAVAILABLE");
        Answer making = administrator.get(CLIENTS + "?store=" + store).expect(200);
        assertThat(making.text("/items/0/state")).isEqualTo("MAKING");
        Keycloak.takesClients();
        Keycloak.SERVER.stubFor(
                post(urlPathEqualTo(ADMIN + "/clients")).willReturn(aResponse().withStatus(409)));
        Answer made = administrator.once(key).post(CLIENTS, body).expect(201);
        assertThat(made.text("/id")).isEqualTo(making.text("/items/0/id"));
        assertThat(made.text("/secret")).isEqualTo("s3cr3t-1");
        assertThat(administrator.get(CLIENTS + "?store=" + store).json("/items").size())
                .isEqualTo(1);
    }

    @Test
    void a_token_of_ours_that_was_revoked_is_shown_once_more_and_then_another() {
        String secret = CLIENTS + "/" + issued().text("/id") + "/secret";
        Keycloak.revokesToken();
        administrator.post(secret).expectProblem(503, "SERVICE_UNAVAILABLE");
        administrator.post(secret).expect(200);
    }

    @Test
    void another_secret_is_given_and_the_one_before_stops() {
        Answer made = issued();
        Answer renewed =
                administrator.post(CLIENTS + "/" + made.text("/id") + "/secret").expect(200);
        assertThat(renewed.text("/secret")).isEqualTo("s3cr3t-1");
        assertThat(renewed.etag()).isNotEqualTo(made.etag());
        Keycloak.SERVER.verify(
                2, postRequestedFor(urlPathEqualTo(ADMIN + "/clients/" + uuid(made) + "/client-secret")));
    }

    @Test
    void one_that_ends_gets_no_tokens_even_if_the_identity_server_is_away_for_a_while() {
        Answer made = issued();
        String path = CLIENTS + "/" + made.text("/id");
        Keycloak.refuses(503);
        administrator.delete(path).expectProblem(503, "SERVICE_UNAVAILABLE");
        assertThat(administrator.get(path).expect(200).text("/state")).isEqualTo("REMOVING");
        administrator.post(path + "/secret").expectProblem(404, "NOT_FOUND");
        Keycloak.takesClients();
        remove.sweep();
        Keycloak.SERVER.verify(deleteRequestedFor(urlPathEqualTo(ADMIN + "/clients/" + uuid(made))));
        administrator.get(path).expectProblem(404, "NOT_FOUND");
        administrator.delete(path).expectProblem(404, "NOT_FOUND");
        assertThat(administrator.get(CLIENTS + "?store=" + store).json("/items").isEmpty())
                .isTrue();
        Answer second = issued();
        administrator.delete(CLIENTS + "/" + second.text("/id")).expect(204);
    }

    @Test
    void one_that_was_never_finished_ends_after_a_day() {
        Keycloak.refuses(500);
        administrator
                .once(key())
                .post(CLIENTS, body("Pasar", List.of(store), "orders:read"))
                .expectProblem(503, "SERVICE_UNAVAILABLE");
        Keycloak.takesClients();
        remove.sweep();
        assertThat(administrator.get(CLIENTS + "?store=" + store).text("/items/0/state"))
                .isEqualTo("MAKING");
        clock.advance(Duration.ofHours(25));
        remove.sweep();
        Api later = api.as(TestTokens.member(Role.ADMINISTRATOR, store));
        assertThat(later.get(CLIENTS + "?store=" + store)
                        .expect(200)
                        .json("/items")
                        .isEmpty())
                .isTrue();
    }

    @Test
    void administrators_give_their_own_stores_only_and_see_no_others() {
        administrator
                .once(key())
                .post(CLIENTS, body("x", List.of(store, other), "orders:read"))
                .expectProblem(404, "NOT_FOUND");
        Answer both = operator.once(key())
                .post(CLIENTS, body("Both", List.of(store, other), "orders:read"))
                .expect(201);
        assertThat(both.json("/stores").size()).isEqualTo(2);
        String path = CLIENTS + "/" + both.text("/id");
        assertThat(administrator.get(path).expect(200).json("/stores").toString())
                .isEqualTo("[\"" + store + "\"]");
        administrator.delete(path).expectProblem(403, "FORBIDDEN");
        administrator.post(path + "/secret").expectProblem(403, "FORBIDDEN");
        StoreId third = opened();
        Api stranger = api.as(TestTokens.member(Role.ADMINISTRATOR, third));
        stranger.get(path).expectProblem(404, "NOT_FOUND");
        stranger.delete(path).expectProblem(404, "NOT_FOUND");
        stranger.get(CLIENTS + "?store=" + store).expectProblem(404, "NOT_FOUND");
        administrator.get(CLIENTS).expectProblem(404, "NOT_FOUND");
        operator.get(CLIENTS).expect(200);
        operator.delete(path).expect(204);
    }

    @Test
    void nobody_else_comes_near_not_even_the_program_itself() {
        String path = CLIENTS + "/" + issued().text("/id");
        Map<String, Object> body = body("x", List.of(store), "orders:read");
        for (Api somebody : List.of(
                api.as(TestTokens.member(Role.SELLER, store)),
                api.as(TestTokens.member(Role.ANALYST, store)),
                api.as(TestTokens.customer()),
                api.as(TestTokens.partner(store, "orders:read", "stock:write", "prices:write")))) {
            somebody.once(key()).post(CLIENTS, body).expectProblem(403, "FORBIDDEN");
            somebody.get(path).expectProblem(403, "FORBIDDEN");
            somebody.post(path + "/secret").expectProblem(403, "FORBIDDEN");
            somebody.delete(path).expectProblem(403, "FORBIDDEN");
            somebody.get(CLIENTS + "?store=" + store).expectProblem(403, "FORBIDDEN");
        }
        api.once(key()).post(CLIENTS, body).expectProblem(401, "UNAUTHENTICATED");
        api.get(path).expectProblem(401, "UNAUTHENTICATED");
        api.delete(path).expectProblem(401, "UNAUTHENTICATED");
    }

    @Test
    void what_makes_no_sense_is_refused_and_nobody_is_asked() {
        StoreId unknown = StoreId.of(new TypeId("sto", UUID.randomUUID()).toString());
        Answer nowhere = operator.once(key())
                .post(CLIENTS, body("x", List.of(store, unknown), "orders:read"))
                .expectProblem(400, "INVALID_REQUEST");
        assertThat(nowhere.text("/errors/0/pointer")).isEqualTo("/stores/1");
        operator.once(key())
                .post(CLIENTS, body("x", List.of(store), "everything"))
                .expectProblem(400, "SCOPE_UNKNOWN");
        for (Map<String, Object> body : List.of(
                body("", List.of(store), "orders:read"),
                body(" ", List.of(store), "orders:read"),
                body("a\u0007b", List.of(store), "orders:read"),
                body("x".repeat(81), List.of(store), "orders:read"),
                body("x", List.of(), "orders:read"),
                body("x", List.of(store)))) {
            operator.once(key()).post(CLIENTS, body).expectProblem(400, "INVALID_REQUEST");
        }
        operator.get(CLIENTS + "/cli_x").expectProblem(404, "NOT_FOUND");
        Keycloak.SERVER.verify(0, postRequestedFor(urlPathMatching(".*/clients.*")));
    }

    @Test
    void a_store_has_only_so_many() {
        for (int i = 0; i < IssueApiClient.MOST; i++) {
            issued();
        }
        administrator
                .once(key())
                .post(CLIENTS, body("One more", List.of(store), "orders:read"))
                .expectProblem(409, "TOO_MANY_API_CLIENTS");
    }

    @Test
    void what_was_done_is_audited_without_the_secret() {
        Answer made = issued();
        administrator.post(CLIENTS + "/" + made.text("/id") + "/secret").expect(200);
        administrator.delete(CLIENTS + "/" + made.text("/id")).expect(204);
        String query = "/v1/audit-entries?store=" + store + "&resource=" + made.text("/id");
        eventually(() -> assertThat(
                        administrator.get(query).expect(200).json("/items").size())
                .isEqualTo(3));
        Answer entries = administrator.get(query);
        assertThat(entries.body()).doesNotContain("s3cr3t").contains("orders:read,stock:write", "/secret", "REMOVING");
    }
}
