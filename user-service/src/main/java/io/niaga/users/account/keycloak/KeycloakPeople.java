package io.niaga.users.account.keycloak;

import static io.niaga.users.account.keycloak.KeycloakCalls.reached;

import io.niaga.types.UserId;
import io.niaga.users.account.Directory.Person;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientResponseException;
import tools.jackson.databind.JsonNode;

/** Whom Keycloak knows. */
final class KeycloakPeople {
    /** Keycloak takes request lines of 4096 bytes; an id has 36, and a space before it three. */
    private static final int AT_ONCE = 50;

    private final RestClient admin;

    KeycloakPeople(RestClient admin) {
        this.admin = admin;
    }

    Optional<Person> find(UserId id) {
        try {
            JsonNode found = reached(() ->
                    admin.get().uri("/users/{id}", id.subject()).retrieve().body(JsonNode.class));
            return Optional.ofNullable(found).map(user -> person(id, user));
        } catch (RestClientResponseException refused) {
            if (refused.getStatusCode().value() == 404) {
                return Optional.empty();
            }
            throw refused;
        }
    }

    List<Person> find(Collection<UserId> ids) {
        List<UserId> all = List.copyOf(ids);
        List<Person> found = new ArrayList<>();
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            String some = all.subList(from, Math.min(from + AT_ONCE, all.size())).stream()
                    .map(id -> id.subject().toString())
                    .collect(Collectors.joining(" "));
            found.addAll(search("/users?briefRepresentation=true&search=id:{ids}", some));
        }
        return found;
    }

    List<Person> withEmail(String email) {
        return search("/users?briefRepresentation=true&exact=true&max=2&email={email}", email).stream()
                .filter(person -> person.email().equalsIgnoreCase(email))
                .toList();
    }

    private List<Person> search(String uri, String sought) {
        JsonNode users = reached(() -> admin.get().uri(uri, sought).retrieve().body(JsonNode.class));
        List<Person> found = new ArrayList<>();
        if (users != null) {
            users.forEach(user -> found.add(
                    person(UserId.ofSubject(UUID.fromString(user.path("id").asString())), user)));
        }
        return found;
    }

    private static Person person(UserId id, JsonNode user) {
        boolean verified = user.path("emailVerified").asBoolean(false);
        return new Person(id, user.path("email").asString(""), verified, name(user));
    }

    private static String name(JsonNode user) {
        return Stream.of("firstName", "lastName")
                .map(field -> user.path(field).asString(""))
                .filter(part -> !part.isBlank() && !part.equals(Registration.NO_NAME))
                .collect(Collectors.joining(" "));
    }
}
