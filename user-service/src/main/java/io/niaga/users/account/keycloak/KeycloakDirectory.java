package io.niaga.users.account.keycloak;

import static io.niaga.users.account.keycloak.KeycloakCalls.reached;

import io.niaga.types.CommonProblem;
import io.niaga.types.Role;
import io.niaga.types.StoreId;
import io.niaga.types.UserId;
import io.niaga.users.account.Directory;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientResponseException;
import tools.jackson.databind.JsonNode;

/** Keycloak through its admin API, as this service's own client. */
public final class KeycloakDirectory implements Directory {
    private final RestClient admin;
    private final KeycloakPeople people;
    private final KeycloakGroups groups;

    /** @param admin calls the realm's admin API with this service's token */
    public KeycloakDirectory(RestClient admin) {
        this.admin = admin;
        this.people = new KeycloakPeople(admin);
        this.groups = new KeycloakGroups(admin);
    }

    @Override
    public UserId register(String email, String password, String name) {
        UserId id = UserId.ofSubject(make(Registration.of(email, password, name)));
        try {
            makeCustomer(id);
        } catch (RuntimeException failed) {
            forget(id, failed);
            throw failed;
        }
        return id;
    }

    private UUID make(Map<String, Object> person) {
        try {
            URI location = reached(() -> admin.post()
                    .uri("/users")
                    .body(person)
                    .retrieve()
                    .toBodilessEntity()
                    .getHeaders()
                    .getLocation());
            String path = location == null ? "" : location.getPath();
            return UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
        } catch (RestClientResponseException refused) {
            throw Registration.refusal(refused);
        }
    }

    /** Whom nobody told of their registration can register again; if this fails too, they are made a customer at first sight. */
    private void forget(UserId id, RuntimeException failed) {
        try {
            admin.delete().uri("/users/{id}", id.subject()).retrieve().toBodilessEntity();
        } catch (RuntimeException away) {
            failed.addSuppressed(away);
        }
    }

    @Override
    public void makeCustomer(UserId id) {
        reached(() -> {
            JsonNode role = admin.get()
                    .uri("/roles/{role}", Role.CUSTOMER.wireName())
                    .retrieve()
                    .body(JsonNode.class);
            return admin.post()
                    .uri("/users/{id}/role-mappings/realm", id.subject())
                    .body(List.of(Objects.requireNonNull(role)))
                    .retrieve()
                    .toBodilessEntity();
        });
    }

    @Override
    public Optional<Person> find(UserId id) {
        return people.find(id);
    }

    @Override
    public List<Person> find(Collection<UserId> ids) {
        return people.find(ids);
    }

    @Override
    public List<Person> withEmail(String email) {
        return people.withEmail(email);
    }

    @Override
    public void setRoles(UserId id, StoreId store, Set<Role> roles) {
        List<String> wanted = new ArrayList<>();
        roles.forEach(role -> wanted.add("/stores/" + store + "/" + role.wireName()));
        try {
            reached(() -> {
                groups.set(id.subject(), "/stores/" + store + "/", wanted);
                return wanted;
            });
        } catch (RestClientResponseException refused) {
            throw refused.getStatusCode().value() == 404 ? CommonProblem.NOT_FOUND.now() : refused;
        }
    }
}
