package io.niaga.users;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.deleteRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static io.niaga.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.events.Topics;
import io.niaga.events.audit.AuditRecordedV1;
import io.niaga.events.orders.OrderExpiredV1;
import io.niaga.events.orders.OrderTotalsV1;
import io.niaga.testsupport.Answer;
import io.niaga.testsupport.Api;
import io.niaga.testsupport.Neighbours;
import io.niaga.testsupport.NiagaIT;
import io.niaga.testsupport.TestEvents;
import io.niaga.testsupport.TestTokens;
import io.niaga.testsupport.Told;
import io.niaga.types.Money;
import io.niaga.types.Role;
import io.niaga.types.StoreId;
import io.niaga.types.TypeId;
import io.niaga.types.UserId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@NiagaIT
class UserIT {
    @Autowired
    Api api;

    private StoreId store;
    private Api operator;
    private Api administrator;

    @DynamicPropertySource
    static void keycloak(DynamicPropertyRegistry registry) {
        registry.add("niaga.user.directory-url", Keycloak::url);
    }

    @BeforeEach
    void somebody() {
        store = StoreId.of(new TypeId("sto", UUID.randomUUID()).toString());
        operator = api.as(TestTokens.operator());
        administrator = api.as(TestTokens.member(Role.ADMINISTRATOR, store));
    }

    private static Map<String, Object> settings() {
        return new HashMap<>(Map.of(
                "name", "Toko Uji",
                "currency", "IDR",
                "languages", List.of("id", "en"),
                "timeZone", "Asia/Jakarta",
                "countryCode", "ID",
                "taxRate", "11.00"));
    }

    private String path() {
        return "/v1/stores/" + store;
    }

    @Test
    void a_person_registers_and_is_told_once_without_personal_data() {
        UUID subject = UUID.randomUUID();
        Keycloak.takes(subject);
        Answer registered = api.post(
                        "/v1/users", Map.of("email", "budi@example.com", "password", "rahasia-123", "name", "Budi"))
                .expect(201);
        String id = UserId.ofSubject(subject).value();
        assertThat(registered.text("/id")).isEqualTo(id);
        assertThat(registered.body()).doesNotContain("rahasia-123");
        Keycloak.SERVER.verify(postRequestedFor(urlPathEqualTo("/admin/realms/niaga/users"))
                .withRequestBody(matchingJsonPath("$.firstName", equalTo("Budi")))
                .withRequestBody(matchingJsonPath("$.lastName", equalTo("-"))));
        eventually(() -> assertThat(TestEvents.told(Topics.USER, id))
                .extracting(Told::type)
                .containsExactly("account.registered.v1"));
        assertThat(api.as(TestTokens.customer(UserId.of(id)))
                        .get("/v1/me")
                        .expect(200)
                        .text("/name"))
                .isEqualTo("Budi");
    }

    @ParameterizedTest
    @CsvSource({"409,409,EMAIL_TAKEN", "400,400,PASSWORD_REFUSED", "500,503,SERVICE_UNAVAILABLE"})
    void what_the_identity_server_refuses_is_told_in_our_words(int theirs, int status, String code) {
        Keycloak.refuses(theirs);
        api.post("/v1/users", Map.of("email", "a@example.com", "password", "12345678"))
                .expectProblem(status, code);
    }

    @Test
    void a_token_of_ours_that_was_revoked_is_shown_once_more_and_then_another() {
        UUID subject = UUID.randomUUID();
        Keycloak.takes(UUID.randomUUID());
        Keycloak.knows(subject);
        Map<String, String> budi = Map.of("email", "budi@example.com", "password", "rahasia-123", "name", "Budi");
        api.post("/v1/users", budi).expect(201);
        Keycloak.revokesToken();
        Api person = api.as(TestTokens.customer(UserId.ofSubject(subject)));
        person.get("/v1/me").expectProblem(503, "SERVICE_UNAVAILABLE");
        person.get("/v1/me").expect(200);
    }

    @ParameterizedTest
    @CsvSource({
        "Toko Budi & Anak, Toko Budi, Anak",
        "Budi (Ayah), Budi, Ayah",
        "A/B [C] {D} <E> $%!#?§;*~|^=\\, A B C D, E",
        "(?!), -, -"
    })
    void people_are_called_what_they_write_whatever_the_identity_server_takes(String name, String first, String last) {
        UUID subject = UUID.randomUUID();
        Keycloak.takes(subject);
        Map<String, String> person = Map.of("email", "budi@example.com", "password", "rahasia-123", "name", name);
        assertThat(api.post("/v1/users", person).expect(201).text("/name")).isEqualTo(name);
        Keycloak.SERVER.verify(postRequestedFor(urlPathEqualTo("/admin/realms/niaga/users"))
                .withRequestBody(matchingJsonPath("$.firstName", equalTo(first)))
                .withRequestBody(matchingJsonPath("$.lastName", equalTo(last))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"o'brien@example.com", "a+b&c@example.com", "budi.@example.com"})
    void a_mail_address_that_the_identity_server_refuses_is_at_fault_itself(String email) {
        Keycloak.takes(UUID.randomUUID());
        Answer refused = api.post("/v1/users", Map.of("email", email, "password", "rahasia-123"));
        assertThat(refused.expectProblem(400, "INVALID_REQUEST").text("/errors/0/pointer"))
                .isEqualTo("/email");
    }

    @ParameterizedTest
    @ValueSource(strings = {"firstName", "lastName"})
    void a_name_that_the_identity_server_refuses_is_at_fault_itself(String field) {
        Keycloak.takes(UUID.randomUUID());
        Keycloak.refusesField(field);
        Answer refused = api.post("/v1/users", Map.of("email", "a@example.com", "password", "rahasia-123"));
        assertThat(refused.expectProblem(400, "INVALID_REQUEST").text("/errors/0/pointer"))
                .isEqualTo("/name");
    }

    @Test
    void a_password_that_is_the_mail_address_is_refused_as_a_password() {
        Keycloak.takes(UUID.randomUUID());
        api.post("/v1/users", Map.of("email", "budi@example.com", "password", "budi@example.com"))
                .expectProblem(400, "PASSWORD_REFUSED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a@b", "@example.com", "a b@example.com", "a@example.com\\r\\nBcc: x@example.com"})
    void what_is_no_mail_address_is_refused_before_anybody_is_asked(String email) {
        String body = "{\"email\":\"" + email + "\",\"password\":\"12345678\"}";
        api.send("POST", "/v1/users", "application/json", body.getBytes(StandardCharsets.UTF_8))
                .expectProblem(400, "INVALID_REQUEST");
    }

    @Test
    void someone_the_identity_server_knows_is_welcomed_at_first_sight() {
        UUID subject = UUID.randomUUID();
        Keycloak.SERVER.resetAll();
        Keycloak.knows(subject);
        Api person = api.as(TestTokens.customer(UserId.ofSubject(subject)));
        Answer me = person.get("/v1/me").expect(200);
        assertThat(me.text("/email")).isEqualTo("budi@example.com");
        Answer changed = person.matching(me)
                .patch("/v1/me", Map.of("name", "Budi S.", "language", "en"))
                .expect(200);
        assertThat(changed.text("/name")).isEqualTo("Budi S.");
        person.matching(me).patch("/v1/me", Map.of("name", "late")).expectProblem(412, "STALE_VERSION");
        person.patch("/v1/me", Map.of("language", "klingon!")).expectProblem(400, "INVALID_REQUEST");
        person.patch("/v1/me", "null").expectProblem(400, "INVALID_REQUEST");
        person.patch("/v1/me", Map.of("email", "x@example.com")).expectProblem(400, "UNKNOWN_FIELD");
        api.get("/v1/me").expectProblem(401, "UNAUTHENTICATED");
    }

    @Test
    void who_could_not_be_made_a_customer_is_not_registered_and_can_register_again() {
        UUID subject = UUID.randomUUID();
        Map<String, String> budi = Map.of("email", "budi@example.com", "password", "rahasia-123");
        Keycloak.takes(subject);
        Keycloak.givesNoRoles();
        api.post("/v1/users", budi).expectProblem(503, "SERVICE_UNAVAILABLE");
        Keycloak.SERVER.verify(1, deleteRequestedFor(urlPathEqualTo("/admin/realms/niaga/users/" + subject)));
        Keycloak.takes(subject);
        api.post("/v1/users", budi).expect(201);
    }

    @Test
    void who_has_no_role_yet_is_made_a_customer_first_and_once_and_nobody_else_is() {
        UUID subject = UUID.randomUUID();
        String roles = "/admin/realms/niaga/users/" + subject + "/role-mappings/realm";
        Keycloak.SERVER.resetAll();
        Keycloak.knows(subject);
        Keycloak.givesNoRoles();
        Api person = api.as(TestTokens.custom().claim("sub", subject.toString()).text());
        person.get("/v1/me").expectProblem(503, "SERVICE_UNAVAILABLE");
        Keycloak.SERVER.resetAll();
        Keycloak.knows(subject);
        person.get("/v1/me").expect(200);
        person.get("/v1/me").expect(200);
        Keycloak.SERVER.verify(
                1,
                postRequestedFor(urlPathEqualTo(roles))
                        .withRequestBody(matchingJsonPath("$[0].name", equalTo("customer"))));
        String seller = TestTokens.member(Role.SELLER, StoreId.of("sto_01h455vb4pex5vsknk084sn02q"));
        Keycloak.SERVER.resetAll();
        Keycloak.knows(TestTokens.userOf(seller).subject());
        api.as(seller).get("/v1/me").expect(200);
        Keycloak.SERVER.verify(0, postRequestedFor(urlPathMatching(".*/role-mappings/realm")));
    }

    @Test
    void addresses_are_kept_replaced_and_forgotten() {
        UUID subject = UUID.randomUUID();
        Keycloak.SERVER.resetAll();
        Keycloak.knows(subject);
        Api person = api.as(TestTokens.customer(UserId.ofSubject(subject)));
        Map<String, Object> home = home();
        String id = person.post("/v1/me/addresses", home).expect(201).text("/id");
        Map<String, Object> moved = new HashMap<>(home);
        moved.put("postalCode", "10220");
        person.put("/v1/me/addresses/" + id, moved).expect(200);
        assertThat(person.get("/v1/me/addresses").expect(200).text("/items/0/postalCode"))
                .isEqualTo("10220");
        person.delete("/v1/me/addresses/" + id).expect(204);
        person.delete("/v1/me/addresses/" + id).expectProblem(404, "NOT_FOUND");
        person.put("/v1/me/addresses/adr_x", moved).expectProblem(404, "NOT_FOUND");
        moved.put("country", "Indonesia");
        person.post("/v1/me/addresses", moved).expectProblem(400, "INVALID_REQUEST");
        for (int i = 0; i < 20; i++) {
            person.post("/v1/me/addresses", home).expect(201);
        }
        person.post("/v1/me/addresses", home).expectProblem(409, "TOO_MANY_ADDRESSES");
    }

    @Test
    void a_kept_address_is_where_its_answer_says_and_kept_once_for_a_key() {
        Api person = someone();
        Answer added = person.once("home").post("/v1/me/addresses", home()).expect(201);
        Answer again = person.once("home").post("/v1/me/addresses", home()).expect(201);
        assertThat(again.header("Idempotency-Replayed")).hasValue("true");
        assertThat(again.text("/id")).isEqualTo(added.text("/id"));
        assertThat(person.get("/v1/me/addresses").expect(200).json("/items")).hasSize(1);
        Answer shown = person.get(added.location()).expect(200);
        assertThat(shown.json()).isEqualTo(added.json());
        assertThat(shown.etag()).isEqualTo(added.etag());
        Answer moved = person.matching(added)
                .put(added.location(), with(home(), "postalCode", "10220"))
                .expect(200);
        assertThat(person.get(added.location()).expect(200).etag()).isEqualTo(moved.etag());
        person.matching(added).put(added.location(), home()).expectProblem(412, "STALE_VERSION");
        Map<String, Object> other = with(home(), "recipient", "Siti");
        person.once("home").post("/v1/me/addresses", other).expectProblem(422, "IDEMPOTENCY_KEY_REUSED");
        someone().get(added.location()).expectProblem(404, "NOT_FOUND");
    }

    @ParameterizedTest
    @CsvSource({"country, XX", "postalCode, 1011", "recipient, ' '", "recipient, 'Budi\nSiti'", "villageCode, 31.71"})
    void an_address_that_nothing_can_be_sent_to_is_not_kept(String field, String value) {
        Answer refused = someone().post("/v1/me/addresses", with(home(), field, value));
        assertThat(refused.expectProblem(400, "INVALID_REQUEST").text("/errors/0/pointer"))
                .isEqualTo("/" + field);
    }

    private Api someone() {
        UUID subject = UUID.randomUUID();
        Keycloak.knows(subject);
        return api.as(TestTokens.customer(UserId.ofSubject(subject)));
    }

    private static Map<String, Object> home() {
        return Map.of(
                "recipient", "Budi",
                "phone", "+6281234567890",
                "lines", List.of("Jl. Merdeka 1"),
                "villageCode", "31.71.01.1001",
                "postalCode", "10110",
                "country", "ID");
    }

    private static Map<String, Object> with(Map<String, Object> address, String field, String value) {
        Map<String, Object> other = new HashMap<>(address);
        other.put(field, value);
        return other;
    }

    @Test
    void an_operator_opens_a_store_and_its_administrator_changes_it() {
        operator.with("If-Match", "*").put(path(), settings()).expectProblem(412, "STALE_VERSION");
        operator.put(path(), settings()).expect(201);
        Answer again = operator.put(path(), settings()).expect(200);
        assertThat(again.json("/taxIncluded").asBoolean()).isTrue();
        assertThat(api.get(path()).expect(200).text("/name")).isEqualTo("Toko Uji");
        administrator.patch(path(), Map.of("name", "Toko Baru")).expectProblem(428, "PRECONDITION_REQUIRED");
        Answer renamed = administrator
                .matching(again)
                .patch(path(), Map.of("name", "Toko Baru"))
                .expect(200);
        assertThat(renamed.text("/name")).isEqualTo("Toko Baru");
        administrator.matching(again).patch(path(), Map.of("name", "Late")).expectProblem(412, "STALE_VERSION");
        administrator
                .matching(renamed)
                .patch(path(), Map.of("currency", "USD"))
                .expectProblem(409, "CURRENCY_IS_FIXED");
        administrator
                .matching(renamed)
                .patch(path(), Map.of("timeZone", "Mars"))
                .expectProblem(400, "INVALID_REQUEST");
        administrator.matching(renamed).patch(path(), "null").expectProblem(400, "INVALID_REQUEST");
        eventually(() -> assertThat(TestEvents.told(Topics.USER, store.value()))
                .extracting(Told::type)
                .containsExactly("store.state.v1", "store.state.v1"));
        eventually(() -> assertThat(operator.get("/v1/audit-entries?resource=" + store)
                        .expect(200)
                        .json("/items")
                        .size())
                .isEqualTo(2));
        assertThat(api.get("/v1/stores?limit=1").expect(200).json("/items").size())
                .isEqualTo(1);
    }

    @Test
    void nobody_else_opens_or_changes_a_store() {
        administrator.put(path(), settings()).expectProblem(403, "FORBIDDEN");
        api.put(path(), settings()).expectProblem(401, "UNAUTHENTICATED");
        api.as(TestTokens.customer()).put(path(), settings()).expectProblem(403, "FORBIDDEN");
        operator.put(path(), settings()).expect(201);
        api.as(TestTokens.member(Role.SELLER, store))
                .with("If-Match", "\"1\"")
                .patch(path(), Map.of("name", "x"))
                .expectProblem(403, "FORBIDDEN");
        StoreId other = StoreId.of(new TypeId("sto", UUID.randomUUID()).toString());
        api.as(TestTokens.member(Role.ADMINISTRATOR, other))
                .with("If-Match", "\"1\"")
                .patch(path(), Map.of("name", "x"))
                .expectProblem(404, "NOT_FOUND");
    }

    @Test
    void roles_are_given_mirrored_and_taken_away() {
        operator.put(path(), settings()).expect(201);
        UUID subject = UUID.randomUUID();
        Keycloak.SERVER.resetAll();
        Keycloak.knows(subject);
        String member = path() + "/members/" + UserId.ofSubject(subject);
        Keycloak.lists(subject);
        administrator
                .put(member, Map.of("roles", List.of("seller", "warehouse")))
                .expect(200);
        Keycloak.SERVER.verify(2, putRequestedFor(urlPathMatching(".*/users/" + subject + "/groups/g1")));
        assertThat(administrator
                        .get(path() + "/members")
                        .expect(200)
                        .json("/items/0/roles")
                        .toString())
                .contains("seller", "warehouse");
        administrator.put(member, Map.of("roles", List.of("operator"))).expectProblem(400, "ROLE_UNKNOWN");
        administrator.put(member, Map.of("roles", List.of())).expectProblem(400, "INVALID_REQUEST");
        Answer now = administrator.get(member).expect(200);
        Map<String, Object> seller = Map.of("roles", List.of("seller"));
        administrator.put(member, seller).expectProblem(428, "PRECONDITION_REQUIRED");
        administrator.matching(now).put(member, seller).expect(200);
        administrator.matching(now).put(member, seller).expect(200);
        administrator.delete(member).expectProblem(428, "PRECONDITION_REQUIRED");
        administrator.matching(now).delete(member).expectProblem(412, "STALE_VERSION");
        Answer list = administrator.get(path() + "/members").expect(200);
        administrator.matching(list).delete(member).expect(204);
        administrator.matching(list).delete(member).expectProblem(404, "NOT_FOUND");
        administrator.get(member).expectProblem(404, "NOT_FOUND");
        administrator
                .put(path() + "/members/" + UserId.ofSubject(UUID.randomUUID()), Map.of("roles", List.of("seller")))
                .expectProblem(404, "MEMBER_UNKNOWN");
        api.as(TestTokens.member(Role.SELLER, store)).get(path() + "/members").expectProblem(403, "FORBIDDEN");
    }

    @Test
    void who_has_an_account_is_appointed_by_their_mail_address_and_known_to_who_manages_members() {
        operator.put(path(), settings()).expect(201);
        UUID subject = UUID.randomUUID();
        Keycloak.SERVER.resetAll();
        Keycloak.knows(subject);
        Keycloak.knowsMail("budi+toko@example.com", subject);
        String members = path() + "/members";
        Map<String, Object> seller = Map.of("email", "Budi+Toko@example.com", "roles", List.of("seller"));
        administrator.post(members, seller).expectProblem(400, "IDEMPOTENCY_KEY_REQUIRED");
        assertThat(Keycloak.SERVER.getAllServeEvents()).isEmpty();
        Answer added = administrator.once("budi").post(members, seller).expect(201);
        assertThat(added.location()).isEqualTo(members + "/" + UserId.ofSubject(subject));
        assertThat(added.text("/name")).isEqualTo("Budi Santoso");
        assertThat(added.text("/maskedEmail")).isEqualTo("b***@example.com");
        Keycloak.SERVER.verify(1, putRequestedFor(urlPathMatching(".*/users/" + subject + "/groups/g1")));
        Answer again = administrator.once("budi").post(members, seller).expect(201);
        assertThat(again.header("Idempotency-Replayed")).hasValue("true");
        administrator.once("other").post(members, seller).expect(201);
        Keycloak.knowsNoMail();
        administrator.once("budi").post(members, seller).expect(201);
        Keycloak.knowsMail("budi+toko@example.com", subject);
        Answer shown = administrator.get(added.location()).expect(200);
        assertThat(shown.json()).isEqualTo(added.json());
        assertThat(shown.etag()).isEqualTo(added.etag());
        Map<String, Object> support = Map.of("email", "budi+toko@example.com", "roles", List.of("support"));
        administrator.once("more").post(members, support).expectProblem(409, "MEMBER_KNOWN");
        eventually(() -> assertThat(operator.get("/v1/audit-entries?resource=" + store)
                        .expect(200)
                        .body())
                .contains("/members/" + UserId.ofSubject(subject))
                .doesNotContain("example.com"));
    }

    @Test
    void nobody_and_no_one_of_several_is_appointed_and_not_by_who_may_not() {
        operator.put(path(), settings()).expect(201);
        Keycloak.SERVER.resetAll();
        Keycloak.knowsMail("two@example.com", UUID.randomUUID(), UUID.randomUUID());
        String members = path() + "/members";
        Map<String, Object> two = Map.of("email", "two@example.com", "roles", List.of("seller"));
        administrator.once("1").post(members, two).expectProblem(409, "MEMBER_AMBIGUOUS");
        Map<String, Object> nobody = Map.of("email", "no@example.com", "roles", List.of("seller"));
        administrator.once("2").post(members, nobody).expectProblem(404, "MEMBER_UNKNOWN");
        Map<String, Object> operators = Map.of("email", "no@example.com", "roles", List.of("operator"));
        administrator.once("3").post(members, operators).expectProblem(400, "ROLE_UNKNOWN");
        int asked = Keycloak.SERVER.getAllServeEvents().size();
        Api sellers = api.as(TestTokens.member(Role.SELLER, store));
        sellers.once("4").post(members, nobody).expectProblem(403, "FORBIDDEN");
        assertThat(Keycloak.SERVER.getAllServeEvents()).hasSize(asked);
    }

    @Test
    void who_registered_with_an_address_that_nobody_has_proven_is_not_appointed_by_it() {
        operator.put(path(), settings()).expect(201);
        UUID subject = UUID.randomUUID();
        Keycloak.SERVER.resetAll();
        Keycloak.knows(subject);
        Keycloak.knowsUnverified("boss@example.com", subject);
        Map<String, Object> boss = Map.of("email", "boss@example.com", "roles", List.of("administrator"));
        administrator.once("1").post(path() + "/members", boss).expectProblem(409, "MEMBER_UNVERIFIED");
        String member = path() + "/members/" + UserId.ofSubject(subject);
        administrator.get(member).expectProblem(404, "NOT_FOUND");
        administrator.put(member, Map.of("roles", List.of("administrator"))).expect(200);
    }

    @Test
    void a_page_of_members_asks_the_identity_server_once() {
        operator.put(path(), settings()).expect(201);
        UUID[] three = {UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID()};
        Keycloak.SERVER.resetAll();
        for (UUID subject : three) {
            Keycloak.knows(subject);
            administrator
                    .put(path() + "/members/" + UserId.ofSubject(subject), Map.of("roles", List.of("seller")))
                    .expect(200);
        }
        Keycloak.lists(three[0], three[1]);
        Answer first = administrator.get(path() + "/members?limit=2").expect(200);
        assertThat(first.json("/items").size()).isEqualTo(2);
        Keycloak.SERVER.verify(1, getRequestedFor(urlPathEqualTo("/admin/realms/niaga/users")));
        Answer rest = administrator
                .get(path() + "/members?limit=2&after=" + first.text("/nextCursor"))
                .expect(200);
        List<String> seen = new ArrayList<>();
        first.json("/items").forEach(m -> seen.add(m.path("userId").asString()));
        rest.json("/items").forEach(m -> seen.add(m.path("userId").asString()));
        assertThat(seen)
                .containsExactlyElementsOf(Arrays.stream(three)
                        .map(subject -> UserId.ofSubject(subject).value())
                        .sorted()
                        .toList());
        assertThat(rest.json("/nextCursor").isNull()).isTrue();
        Keycloak.lists(three);
        List<String> names = new ArrayList<>();
        administrator
                .get(path() + "/members")
                .expect(200)
                .json("/items")
                .forEach(m -> names.add(
                        m.path("name").asString() + m.path("maskedEmail").asString()));
        assertThat(names).containsOnly("Budi Santosob***@example.com").hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Member", "MemberRoles", "MemberAppointment"})
    void the_roles_that_are_documented_are_those_of_staff(String schema) {
        List<String> documented = new ArrayList<>();
        api.get("/v1/openapi/user")
                .expect(200)
                .json("/components/schemas/" + schema + "/properties/roles/items/enum")
                .forEach(role -> documented.add(role.asString()));
        assertThat(documented)
                .containsExactlyElementsOf(Arrays.stream(Role.values())
                        .filter(Role::isOfStaff)
                        .map(Role::wireName)
                        .toList());
    }

    @Test
    void a_member_who_left_while_the_identity_server_was_away_loses_the_role_at_the_next_try() {
        operator.put(path(), settings()).expect(201);
        UUID subject = UUID.randomUUID();
        Keycloak.SERVER.resetAll();
        Keycloak.isAway();
        String member = path() + "/members/" + UserId.ofSubject(subject);
        administrator.put(member, Map.of("roles", List.of("administrator"))).expectProblem(503, "SERVICE_UNAVAILABLE");
        Keycloak.SERVER.resetAll();
        Keycloak.knows(subject);
        administrator.put(member, Map.of("roles", List.of("administrator"))).expect(200);
        Keycloak.isAway();
        administrator.with("If-Match", "*").delete(member).expectProblem(503, "SERVICE_UNAVAILABLE");
        Keycloak.SERVER.resetAll();
        Keycloak.knows(subject);
        Keycloak.isIn(subject, "/stores/" + store + "/administrator");
        administrator.delete(member).expectProblem(404, "NOT_FOUND");
        Keycloak.SERVER.verify(1, deleteRequestedFor(urlPathMatching(".*/users/" + subject + "/groups/g7")));
    }

    @Test
    void audit_entries_of_all_services_are_kept_once_and_shown_to_whom_they_concern() {
        String resource = "prd_" + UUID.randomUUID();
        AuditRecordedV1 entry = new AuditRecordedV1(
                "aud_" + UUID.randomUUID(),
                "usr_x",
                null,
                "product:write",
                resource,
                store.value(),
                List.of(new AuditRecordedV1.Change("/price", "1", "2")),
                "campaign",
                "trace",
                Instant.now());
        TestEvents.tell(Topics.AUDIT, resource, AuditRecordedV1.TYPE, 1, entry);
        TestEvents.tell(Topics.AUDIT, resource, AuditRecordedV1.TYPE, 1, entry);
        String query = "/v1/audit-entries?store=" + store + "&resource=" + resource;
        eventually(() -> assertThat(
                        administrator.get(query).expect(200).json("/items").size())
                .isEqualTo(1));
        assertThat(administrator.get(query).text("/items/0/changes/0/to")).isEqualTo("2");
        administrator.get("/v1/audit-entries").expectProblem(404, "NOT_FOUND");
        api.as(TestTokens.customer()).get(query).expectProblem(403, "FORBIDDEN");
    }

    private OrderExpiredV1 expired(TypeId order) {
        Money zero = Money.of("0.00", "IDR");
        OrderTotalsV1 totals = new OrderTotalsV1(zero, zero, zero, zero, zero);
        return new OrderExpiredV1(order.toString(), "N-1", store.value(), null, totals, Instant.now(), Instant.now());
    }

    @Test
    void without_a_mail_server_letters_are_recorded_as_suppressed_never_as_sent() {
        TypeId order = new TypeId("ord", UUID.randomUUID());
        Neighbours.server()
                .stubFor(get(urlPathEqualTo("/order/internal/v1/orders/" + order + "/contact"))
                        .willReturn(okJson("""
                                                {"number":"N-1","storeName":"Toko","language":"en","email":"budi@example.com","phone":null,"recipient":"Budi","lines":[{"name":"Kemeja","sku":"K","quantity":2,"total":{"amount":"2.00","currency":"IDR"}}],"totals":{"total":{"amount":"2.00","currency":"IDR"}}}""")));
        TestEvents.tell(Topics.ORDER, order.toString(), OrderExpiredV1.TYPE, 3, expired(order));
        TestEvents.tell(Topics.ORDER, order.toString(), OrderExpiredV1.TYPE, 3, expired(order));
        Api support = api.as(TestTokens.member(Role.SUPPORT, store));
        String query = "/v1/notifications?orderId=" + order;
        eventually(() -> assertThat(support.get(query).expect(200).text("/items/0/state"))
                .isEqualTo("SUPPRESSED"));
        Answer shown = support.get(query);
        assertThat(shown.json("/items").size()).isEqualTo(1);
        assertThat(shown.text("/items/0/reason")).isEqualTo("NO_TRANSPORT");
        assertThat(shown.text("/items/0/recipient")).isEqualTo("b***@example.com");
        assertThat(shown.text("/items/0/subject")).isEqualTo("Your order N-1 has expired");
        for (String about : List.of("orderId=" + order, "store=" + store)) {
            String inState = "/v1/notifications?" + about + "&state=";
            assertThat(support.get(inState + "SUPPRESSED")
                            .expect(200)
                            .json("/items")
                            .size())
                    .isEqualTo(1);
            assertThat(support.get(inState + "FAILED")
                            .expect(200)
                            .json("/items")
                            .isEmpty())
                    .isTrue();
            support.get(inState + "failed").expectProblem(400, "INVALID_PARAMETER");
        }
        assertThat(support.get("/v1/notifications?store=" + store)
                        .expect(200)
                        .json("/items")
                        .size())
                .isEqualTo(1);
        api.as(TestTokens.member(Role.SELLER, store)).get(query).expectProblem(403, "FORBIDDEN");
        support.get("/v1/notifications").expectProblem(400, "INVALID_PARAMETER");
    }

    @Test
    void a_letter_about_an_order_that_is_not_there_fails_and_says_so() {
        TypeId order = new TypeId("ord", UUID.randomUUID());
        String problem =
                "{\"type\":\"/problems/NOT_FOUND\",\"title\":\"x\",\"status\":404,\"detail\":\"x\",\"code\":\"NOT_FOUND\"}";
        Neighbours.server()
                .stubFor(get(urlPathEqualTo("/order/internal/v1/orders/" + order + "/contact"))
                        .willReturn(aResponse()
                                .withStatus(404)
                                .withHeader("Content-Type", "application/problem+json")
                                .withBody(problem)));
        TestEvents.send(
                Topics.ORDER,
                order.toString(),
                TestEvents.envelope(order.toString(), OrderExpiredV1.TYPE, 1),
                "{".getBytes(StandardCharsets.UTF_8));
        TestEvents.tell(Topics.ORDER, order.toString(), OrderExpiredV1.TYPE, 3, expired(order));
        eventually(() -> assertThat(operator.get("/v1/notifications?orderId=" + order)
                        .expect(200)
                        .text("/items/0/reason"))
                .isEqualTo("ORDER_UNKNOWN"));
    }
}
