package io.niaga.testsupport;

import io.niaga.types.Role;
import io.niaga.types.StoreId;
import io.niaga.types.TypeId;
import io.niaga.types.UserId;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Access tokens as Keycloak 26 makes them, signed by a key of this JVM that {@link TestIdentity} publishes.
 *
 * <p>{@link #custom} gives a {@link TokenDraft} to bend; {@link HostileTokens} has the ones that must be refused.
 */
public final class TestTokens {
    private TestTokens() {}

    /** The platform's operator. */
    public static String operator() {
        return person("operator").role("operator").text();
    }

    /** A customer with that id. */
    public static String customer(UserId id) {
        return person(id.subject()).role("customer").text();
    }

    /** A customer nobody has seen before. */
    public static String customer() {
        return person(UUID.randomUUID()).role("customer").text();
    }

    /** The one who holds that role in that store; the same person each time. */
    public static String member(Role role, StoreId store) {
        if (!role.isOfStaff()) {
            throw new IllegalArgumentException(role + " is no role of a store's staff");
        }
        return person(role.wireName() + " of " + store)
                .group("/stores/" + store + "/" + role.wireName())
                .text();
    }

    /** A service of the platform, by client credentials. */
    public static String service(String clientId) {
        return TokenDraft.of(subject("service-account-" + clientId))
                .claim("azp", clientId)
                .claim("client_id", clientId)
                .claim("preferred_username", "service-account-" + clientId)
                .without("sid")
                .role("service")
                .text();
    }

    /** A partner's program in that store, with these scopes: {@code partner(store, "orders:read")}; the same each time. */
    public static String partner(StoreId store, String... scopes) {
        String clientId = new TypeId("cli", subject("partner of " + store)).toString();
        return TokenDraft.of(subject("service-account-" + clientId))
                .claim("azp", clientId)
                .claim("client_id", clientId)
                .without("sid")
                .role("partner")
                .group("/stores/" + store + "/partner")
                .claim("scope", String.join(" ", scopes))
                .text();
    }

    /** A person without any role, to add to: {@code custom().role("customer").expiresIn(Duration.ofSeconds(-90)).text()}. */
    public static TokenDraft custom() {
        return person(UUID.randomUUID());
    }

    /** A person's token with these claims in place of the usual ones. */
    public static String custom(Map<String, Object> claims) {
        TokenDraft draft = custom();
        for (Map.Entry<String, Object> claim : claims.entrySet()) {
            draft = draft.claim(claim.getKey(), claim.getValue());
        }
        return draft.text();
    }

    /** Whose token it is. */
    public static UserId userOf(String token) {
        String payload = new String(
                Base64.getUrlDecoder().decode(List.of(token.split("\\.", -1)).get(1)), StandardCharsets.UTF_8);
        return UserId.ofSubject(UUID.fromString(Json.read(payload).path("sub").asString()));
    }

    private static TokenDraft person(String name) {
        return person(subject(name)).claim("preferred_username", name);
    }

    private static TokenDraft person(UUID subject) {
        return TokenDraft.of(subject);
    }

    private static UUID subject(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
