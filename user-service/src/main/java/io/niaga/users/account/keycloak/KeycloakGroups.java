package io.niaga.users.account.keycloak;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientResponseException;
import tools.jackson.databind.JsonNode;

/** Groups are paths such as {@code /stores/<store>/<role>}; missing ones are made on the way. */
final class KeycloakGroups {
    private final RestClient admin;

    KeycloakGroups(RestClient admin) {
        this.admin = admin;
    }

    /** Makes the user's groups below the prefix exactly the wanted ones. */
    void set(UUID user, String prefix, List<String> wanted) {
        Map<String, String> held = new HashMap<>();
        JsonNode groups = admin.get()
                .uri("/users/{id}/groups?briefRepresentation=true&max=1000", user)
                .retrieve()
                .body(JsonNode.class);
        if (groups != null) {
            groups.forEach(g -> held.put(g.path("path").asString(), g.path("id").asString()));
        }
        for (String path : wanted) {
            if (!held.containsKey(path)) {
                admin.put()
                        .uri("/users/{user}/groups/{group}", user, idOf(path))
                        .retrieve()
                        .toBodilessEntity();
            }
        }
        held.forEach((path, id) -> {
            if (path.startsWith(prefix) && !wanted.contains(path)) {
                admin.delete()
                        .uri("/users/{user}/groups/{group}", user, id)
                        .retrieve()
                        .toBodilessEntity();
            }
        });
    }

    private String idOf(String path) {
        return byPath(path).orElseGet(() -> {
            int slash = path.lastIndexOf('/');
            make(path.substring(0, slash), path.substring(slash + 1));
            return byPath(path).orElseThrow();
        });
    }

    private Optional<String> byPath(String path) {
        try {
            JsonNode group = admin.get().uri("/group-by-path" + path).retrieve().body(JsonNode.class);
            return Optional.ofNullable(group).map(g -> g.path("id").asString());
        } catch (RestClientResponseException missing) {
            if (missing.getStatusCode().value() == 404) {
                return Optional.empty();
            }
            throw missing;
        }
    }

    private void make(String parent, String name) {
        Map<String, String> group = Map.of("name", name);
        try {
            if (parent.isEmpty()) {
                admin.post().uri("/groups").body(group).retrieve().toBodilessEntity();
            } else {
                admin.post()
                        .uri("/groups/{id}/children", idOf(parent))
                        .body(group)
                        .retrieve()
                        .toBodilessEntity();
            }
        } catch (RestClientResponseException madeMeanwhile) {
            if (madeMeanwhile.getStatusCode().value() != 409) {
                throw madeMeanwhile;
            }
        }
    }
}
