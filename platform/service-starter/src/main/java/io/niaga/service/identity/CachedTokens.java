package io.niaga.service.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jwt.JWTClaimsSet;
import io.niaga.types.Actor;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;

/**
 * Remembers tokens that were verified, by their SHA-256, for at most a minute and never past their expiry.
 *
 * <p>Bounded; what was refused is not remembered, and no token is kept as such.
 */
final class CachedTokens implements AccessTokens {
    private static final long MOST = 20_000;

    private record Hash(long a, long b, long c, long d) {}

    private record Believed(Actor actor, long untilMillis) {}

    private final VerifiedTokens verification;
    private final Clock clock;
    private final Cache<Hash, Believed> believed;

    CachedTokens(VerifiedTokens verification, Duration kept, Clock clock) {
        this.verification = verification;
        this.clock = clock;
        this.believed =
                Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(kept).build();
    }

    @Override
    public Actor verify(String token) {
        Hash hash = hash(token);
        Believed known = believed.getIfPresent(hash);
        if (known != null && clock.millis() < known.untilMillis()) {
            return known.actor();
        }
        JWTClaimsSet claims = verification.claims(token);
        Actor actor = ActorClaims.actor(claims);
        believed.put(
                hash, new Believed(actor, claims.getExpirationTime().toInstant().toEpochMilli()));
        return actor;
    }

    private static Hash hash(String token) {
        try {
            ByteBuffer digest = ByteBuffer.wrap(
                    MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
            return new Hash(digest.getLong(), digest.getLong(), digest.getLong(), digest.getLong());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
