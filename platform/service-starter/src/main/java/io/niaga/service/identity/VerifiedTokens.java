package io.niaga.service.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import io.niaga.types.Actor;
import io.niaga.types.CommonProblem;
import io.niaga.types.ProblemException;
import java.text.ParseException;
import java.time.Clock;

/** Verifies tokens one by one: RS256 with a key the issuer publishes, then every claim that matters. */
final class VerifiedTokens implements AccessTokens {
    private static final int LONGEST = 12_000;

    private final DefaultJWTProcessor<SecurityContext> signatures = new DefaultJWTProcessor<>();
    private final ClaimRules rules;
    private volatile boolean keysWereRead;

    VerifiedTokens(JWKSource<SecurityContext> keys, IdentityProperties properties, Clock clock) {
        signatures.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.RS256, keys));
        signatures.setJWSTypeVerifier(
                new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null));
        signatures.setJWTClaimsSetVerifier((claims, context) -> {});
        rules = new ClaimRules(properties, clock);
    }

    @Override
    public Actor verify(String token) {
        return ActorClaims.actor(claims(token));
    }

    /** The claims of a token that is to be believed. */
    JWTClaimsSet claims(String token) {
        if (token.length() > LONGEST) {
            throw refused("the token is too long");
        }
        try {
            SignedJWT jwt = SignedJWT.parse(token);
            if (jwt.getHeader().getKeyID() == null) {
                throw refused("the token names no key");
            }
            JWTClaimsSet claims = signatures.process(jwt, null);
            keysWereRead = true;
            rules.check(claims);
            return claims;
        } catch (KeySourceException failure) {
            throw withoutKey(failure);
        } catch (ParseException | BadJOSEException | JOSEException notOurs) {
            throw refused("the token is not valid");
        } catch (IllegalArgumentException | IllegalStateException hostile) {
            throw refused("the token is malformed");
        }
    }

    /** A key that is asked for too often is not the issuer's; but as long as no key was ever read, we cannot tell. */
    private ProblemException withoutKey(KeySourceException failure) {
        return failure instanceof RateLimitReachedException && keysWereRead
                ? refused("the token's key is not known")
                : CommonProblem.SERVICE_UNAVAILABLE.with("reason", "the identity server's keys cannot be read");
    }

    static ProblemException refused(String reason) {
        return CommonProblem.UNAUTHENTICATED.with("reason", reason);
    }
}
