package io.niaga.testsupport;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A token before it is signed: header and claims, by default those of Keycloak 26 for a signed-in person. Immutable.
 */
public final class TokenDraft {
    private final Map<String, Object> header;
    private final Map<String, Object> claims;

    private TokenDraft(Map<String, Object> header, Map<String, Object> claims) {
        this.header = header;
        this.claims = claims;
    }

    static TokenDraft of(UUID subject) {
        Map<String, Object> header = new LinkedHashMap<>();
        header.put("alg", "RS256");
        header.put("typ", "JWT");
        header.put("kid", SigningKey.PUBLISHED.id());
        Instant now = FakeClock.SHARED.instant();
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("exp", now.plusSeconds(300).getEpochSecond());
        claims.put("iat", now.getEpochSecond());
        claims.put("jti", "onrtro:" + UUID.randomUUID());
        claims.put("iss", TestIdentity.issuer());
        claims.put("aud", List.of("niaga-api"));
        claims.put("sub", subject.toString());
        claims.put("typ", "Bearer");
        claims.put("azp", "niaga-demo");
        claims.put("sid", UUID.randomUUID().toString());
        claims.put("acr", "1");
        claims.put("realm_access", Map.of("roles", List.of()));
        claims.put("scope", "openid");
        claims.put("groups", List.of());
        return new TokenDraft(header, claims);
    }

    /** With one more realm role. */
    public TokenDraft role(String role) {
        Object roles = claims.getOrDefault("realm_access", Map.of()) instanceof Map<?, ?> access
                ? access.get("roles")
                : List.of();
        return claim("realm_access", Map.of("roles", with(roles, role)));
    }

    /** With one more group, a full path: {@code /stores/sto_…/seller}. */
    public TokenDraft group(String path) {
        return claim("groups", with(claims.get("groups"), path));
    }

    public TokenDraft claim(String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(claims);
        more.put(name, value);
        return new TokenDraft(header, more);
    }

    public TokenDraft without(String claim) {
        Map<String, Object> fewer = new LinkedHashMap<>(claims);
        fewer.remove(claim);
        return new TokenDraft(header, fewer);
    }

    public TokenDraft header(String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(header);
        more.put(name, value);
        return new TokenDraft(more, claims);
    }

    /** Its end, from now; negative for one that is over. */
    public TokenDraft expiresIn(Duration time) {
        return claim("exp", FakeClock.SHARED.instant().plus(time).getEpochSecond());
    }

    /** Signed with the published key. */
    public String text() {
        return signed(SigningKey.PUBLISHED);
    }

    String signed(SigningKey key) {
        return key.sign(unsigned());
    }

    /** Header and claims, without a signature and without the dot before it. */
    String unsigned() {
        return Base64Url.encode(Json.write(header)) + "." + Base64Url.encode(Json.write(claims));
    }

    private static List<Object> with(@Nullable Object before, String added) {
        List<Object> all = new ArrayList<>(before instanceof List<?> list ? list : List.of());
        all.add(added);
        return all;
    }
}
