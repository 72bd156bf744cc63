package io.niaga.localstack.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.localstack.topology.Service;
import io.niaga.localstack.topology.Topology;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RealmTest {
    private static final Path FOLDER = Path.of("../../k8s");
    private final JsonNode realm = JsonMapper.shared().readTree(FOLDER.resolve("base/keycloak/niaga-realm.json"));
    private final JsonNode people =
            JsonMapper.shared().readTree(FOLDER.resolve("overlays/dev/keycloak/niaga-users-0.json"));

    @Test
    void tokens_live_five_minutes_and_refresh_tokens_are_used_once() {
        assertThat(realm.path("accessTokenLifespan").asInt()).isEqualTo(300);
        assertThat(realm.path("revokeRefreshToken").asBoolean()).isTrue();
        assertThat(realm.path("refreshTokenMaxReuse").asInt()).isZero();
        assertThat(realm.path("defaultSignatureAlgorithm").asString()).isEqualTo("RS256");
    }

    @Test
    void guessing_is_slowed_down_and_accounts_are_made_by_user_service_alone() {
        assertThat(realm.path("bruteForceProtected").asBoolean()).isTrue();
        assertThat(realm.path("registrationAllowed").asBoolean(true)).isFalse();
        assertThat(realm.path("passwordPolicy").asString()).contains("length(8)");
    }

    @Test
    void every_service_has_a_confidential_client_whose_secret_comes_from_outside() {
        for (Service service : Topology.services()) {
            JsonNode client = client(service.name());
            assertThat(client.path("publicClient").asBoolean(true)).isFalse();
            assertThat(client.path("serviceAccountsEnabled").asBoolean()).isTrue();
            assertThat(client.path("secret").asString()).isEqualTo("${" + service.secretVariable() + "}");
            assertThat(client.path("directAccessGrantsEnabled").asBoolean(true)).isFalse();
        }
        assertThat(accounts())
                .hasSize(Topology.services().size())
                .allSatisfy(account ->
                        assertThat(account.path("realmRoles").toString()).isEqualTo("[\"service\"]"));
    }

    @Test
    void the_password_grant_is_switched_on_from_outside_only() {
        JsonNode demo = client("niaga-demo");
        assertThat(demo.path("enabled").asString()).isEqualTo("${NIAGA_DEMO_SIGN_INS:false}");
        assertThat(demo.path("directAccessGrantsEnabled").asString()).isEqualTo("${NIAGA_DEMO_SIGN_INS:false}");
    }

    @Test
    void people_sign_in_with_a_code_that_only_the_frontend_can_use() {
        JsonNode frontend = client("niaga-frontend");
        assertThat(frontend.path("publicClient").asBoolean()).isTrue();
        assertThat(frontend.path("standardFlowEnabled").asBoolean()).isTrue();
        assertThat(frontend.at("/attributes/pkce.code.challenge.method").asString())
                .isEqualTo("S256");
        assertThat(frontend.path("redirectUris").toString()).isEqualTo("[\"${NIAGA_FRONTEND_URL}/*\"]");
        assertThat(List.of("implicitFlowEnabled", "directAccessGrantsEnabled", "serviceAccountsEnabled"))
                .allSatisfy(
                        flow -> assertThat(frontend.path(flow).asBoolean(true)).isFalse());
    }

    @Test
    void every_client_gives_the_audience_the_roles_and_the_groups() {
        for (JsonNode client : realm.path("clients")) {
            assertThat(client.path("defaultClientScopes").toString()).isEqualTo("[\"basic\",\"niaga-api\"]");
        }
        assertThat(realm.path("clientScopes").toString())
                .contains("\"included.custom.audience\":\"niaga-api\"", "\"full.path\":\"true\"");
    }

    @Test
    void partners_scopes_are_in_their_tokens_and_nobodys_by_default() {
        List<String> scopes = new ArrayList<>();
        for (JsonNode scope : realm.path("clientScopes")) {
            if (scope.path("name").asString().contains(":")) {
                scopes.add(scope.path("name").asString());
                assertThat(scope.path("attributes")
                                .path("include.in.token.scope")
                                .asString())
                        .isEqualTo("true");
                assertThat(scope.path("protocolMappers")).isEmpty();
            }
        }
        assertThat(scopes).containsExactly("orders:read", "stock:write", "prices:write");
        assertThat(List.of(realm.path("defaultDefaultClientScopes"), realm.path("defaultOptionalClientScopes")))
                .allSatisfy(byDefault -> assertThat(byDefault.toString()).doesNotContain(":"));
        assertThat(realm.path("roles").path("realm").toString()).contains("\"partner\"");
    }

    @Test
    void only_user_service_may_change_the_realm_and_only_people_and_clients_of_it() {
        for (JsonNode account : accounts()) {
            JsonNode rights = account.path("clientRoles").path("realm-management");
            if (account.path("serviceAccountClientId").asString().equals("user-service")) {
                assertThat(rights)
                        .extracting(JsonNode::asString)
                        .containsExactlyInAnyOrder(
                                "manage-users",
                                "manage-clients",
                                "view-users",
                                "query-users",
                                "query-groups",
                                "view-realm");
            } else {
                assertThat(rights).isEmpty();
            }
        }
    }

    @Test
    void a_mail_address_is_all_a_person_needs_to_sign_in() {
        String profile = realm.path("components")
                .path("org.keycloak.userprofile.UserProfileProvider")
                .path(0)
                .path("config")
                .path("kc.user.profile.config")
                .path(0)
                .asString();
        for (JsonNode attribute : JsonMapper.shared().readTree(profile).path("attributes")) {
            assertThat(attribute.has("required"))
                    .isEqualTo(attribute.path("name").asString().equals("email"));
        }
    }

    @Test
    void demo_people_have_fixed_ids_verified_mail_and_groups_of_the_demo_store() {
        List<String> names = new ArrayList<>();
        for (JsonNode person : people.path("users")) {
            names.add(person.path("username").asString());
            assertThat(UUID.fromString(person.path("id").asString()).version()).isEqualTo(7);
            assertThat(person.path("emailVerified").asBoolean()).isTrue();
            assertThat(person.path("lastName").asString()).isNotBlank();
            for (JsonNode group : person.path("groups")) {
                assertThat(group.asString()).startsWith("/stores/" + Topology.DEMO_STORE + "/");
            }
        }
        assertThat(names)
                .containsExactly("operator", "admin", "seller", "warehouse", "support", "marketer", "analyst", "buyer");
    }

    private JsonNode client(String id) {
        for (JsonNode client : realm.path("clients")) {
            if (client.path("clientId").asString().equals(id)) {
                return client;
            }
        }
        throw new AssertionError("no client " + id);
    }

    private List<JsonNode> accounts() {
        List<JsonNode> accounts = new ArrayList<>();
        realm.path("users").forEach(accounts::add);
        return accounts;
    }
}
