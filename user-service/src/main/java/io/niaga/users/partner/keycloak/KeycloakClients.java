package io.niaga.users.partner.keycloak;

import static io.niaga.users.account.keycloak.KeycloakCalls.reached;

import io.niaga.types.Role;
import io.niaga.types.UserId;
import io.niaga.users.partner.ApiClient;
import io.niaga.users.partner.ApiClientId;
import io.niaga.users.partner.ClientDirectory;
import io.niaga.users.partner.ClientSecret;
import io.niaga.users.partner.PartnerScope;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientResponseException;
import tools.jackson.databind.JsonNode;

/**
 * Programs as Keycloak's clients with a service account each, by their own ids. Only ids of ours are ever touched, although
 * the right that Keycloak asks for ({@code manage-clients}) reaches every client of the realm.
 */
public final class KeycloakClients implements ClientDirectory {
    private static final String CLIENT = "/clients/{id}";
    private final RestClient admin;

    public KeycloakClients(RestClient admin) {
        this.admin = admin;
    }

    @Override
    public UserId provide(ApiClient client) {
        return reached(() -> {
            make(client);
            UUID account = UUID.fromString(
                    get(CLIENT + "/service-account-user", client.id().uuid())
                            .path("id")
                            .asString());
            admin.post()
                    .uri("/users/{id}/role-mappings/realm", account)
                    .body(List.of(get("/roles/{role}", Role.PARTNER.wireName())))
                    .retrieve()
                    .toBodilessEntity();
            return UserId.ofSubject(account);
        });
    }

    private void make(ApiClient client) {
        try {
            admin.post().uri("/clients").body(representation(client)).retrieve().toBodilessEntity();
        } catch (RestClientResponseException refused) {
            // Made before, in one piece: scopes and service account are part of it.
            if (refused.getStatusCode().value() != 409) {
                throw refused;
            }
        }
    }

    private static Map<String, Object> representation(ApiClient client) {
        List<String> scopes = Stream.concat(
                        Stream.of("basic", "niaga-api"),
                        client.scopes().stream().map(PartnerScope::wireName))
                .toList();
        return Map.ofEntries(
                Map.entry("id", client.id().uuid().toString()),
                Map.entry("clientId", client.id().value()),
                Map.entry("name", client.name()),
                Map.entry("enabled", true),
                Map.entry("publicClient", false),
                Map.entry("clientAuthenticatorType", "client-secret"),
                Map.entry("serviceAccountsEnabled", true),
                Map.entry("standardFlowEnabled", false),
                Map.entry("implicitFlowEnabled", false),
                Map.entry("directAccessGrantsEnabled", false),
                Map.entry("fullScopeAllowed", true),
                Map.entry("attributes", Map.of("client_credentials.use_refresh_token", "false")),
                Map.entry("defaultClientScopes", scopes),
                Map.entry("optionalClientScopes", List.of()));
    }

    @Override
    public ClientSecret renewSecret(ApiClientId id) {
        JsonNode secret = reached(() -> body(admin.post().uri(CLIENT + "/client-secret", id.uuid())));
        return new ClientSecret(secret.path("value").asString());
    }

    @Override
    public void remove(ApiClientId id) {
        reached(() -> {
            try {
                return admin.delete().uri(CLIENT, id.uuid()).retrieve().toBodilessEntity();
            } catch (RestClientResponseException refused) {
                if (refused.getStatusCode().value() != 404) {
                    throw refused;
                }
                return refused;
            }
        });
    }

    private JsonNode get(String path, Object variable) {
        return body(admin.get().uri(path, variable));
    }

    private static JsonNode body(RestClient.RequestHeadersSpec<?> request) {
        JsonNode body = request.retrieve().body(JsonNode.class);
        if (body == null) {
            throw new IllegalStateException("the identity server answered without a body");
        }
        return body;
    }
}
