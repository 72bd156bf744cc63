package io.niaga.service.identity;

import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the claims of an access token must say, beyond its signature. */
final class ClaimRules {
    private final String issuer;
    private final String audience;
    private final Duration skew;
    private final Clock clock;

    ClaimRules(IdentityProperties properties, Clock clock) {
        this.issuer = properties.issuer();
        this.audience = properties.audience();
        this.skew = properties.skew();
        this.clock = clock;
    }

    void check(JWTClaimsSet claims) {
        Instant now = clock.instant();
        require(issuer.equals(claims.getIssuer()), "the token is another issuer's");
        require(audiences(claims).contains(audience), "the token is not meant for this API");
        // The identity server marks access tokens; its refresh and ID tokens carry the same signature.
        require("Bearer".equals(claims.getClaim("typ")), "the token is not an access token");
        require(isAfter(claims.getExpirationTime(), now.minus(skew)), "the token has expired");
        require(
                claims.getNotBeforeTime() == null || !isAfter(claims.getNotBeforeTime(), now.plus(skew)),
                "the token is not valid yet");
        require(
                claims.getIssueTime() == null || !isAfter(claims.getIssueTime(), now.plus(skew)),
                "the token is from the future");
    }

    private static List<String> audiences(JWTClaimsSet claims) {
        List<String> audiences = claims.getAudience();
        return audiences == null ? List.of() : audiences;
    }

    private static boolean isAfter(@Nullable Date date, Instant instant) {
        return date != null && date.toInstant().isAfter(instant);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw VerifiedTokens.refused(otherwise);
        }
    }
}
