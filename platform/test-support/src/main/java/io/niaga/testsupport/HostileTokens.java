package io.niaga.testsupport;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Tokens that claim to be an operator's and must be refused with 401, each by the reason that is its name. */
public final class HostileTokens {
    private HostileTokens() {}

    /** All of them, by reason, in a fixed order. */
    public static Map<String, String> all() {
        TokenDraft good = TestTokens.custom().role("operator");
        Map<String, String> tokens = new LinkedHashMap<>();
        tokens.put("no token at all", "nonsense");
        tokens.put("three dots", "...");
        tokens.put("algorithm none", good.header("alg", "none").unsigned() + ".");
        tokens.put("signature missing", good.unsigned() + ".");
        tokens.put("signed with the public key as a secret", withPublicKeyAsSecret(good));
        tokens.put("signed by a stranger under a known key's name", good.signed(SigningKey.UNKNOWN));
        tokens.put("unknown key", good.header("kid", SigningKey.UNKNOWN.id()).signed(SigningKey.UNKNOWN));
        tokens.put("claims changed after signing", tampered(good));
        tokens.put("expired", good.expiresIn(Duration.ofMinutes(-2)).text());
        tokens.put(
                "not valid yet",
                good.claim("nbf", FakeClock.SHARED.instant().plusSeconds(120).getEpochSecond())
                        .text());
        tokens.put("no expiry", good.without("exp").text());
        tokens.put(
                "another issuer",
                good.claim("iss", "http://localhost:8180/realms/other").text());
        tokens.put("no issuer", good.without("iss").text());
        tokens.put("another audience", good.claim("aud", List.of("account")).text());
        tokens.put("no audience", good.without("aud").text());
        tokens.put("an ID token", good.claim("typ", "ID").text());
        tokens.put("a refresh token", good.claim("typ", "Refresh").text());
        tokens.put("no type", good.without("typ").text());
        tokens.put("no subject", good.without("sub").text());
        tokens.put("a subject that is no UUID", good.claim("sub", "operator").text());
        return tokens;
    }

    private static String tampered(TokenDraft good) {
        String signature = good.text().substring(good.text().lastIndexOf('.'));
        return good.role("service").unsigned() + signature;
    }

    private static String withPublicKeyAsSecret(TokenDraft good) {
        try {
            String unsigned = good.header("alg", "HS256").unsigned();
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SigningKey.PUBLISHED.publicKey().getEncoded(), "HmacSHA256"));
            byte[] signature = mac.doFinal(unsigned.getBytes(StandardCharsets.US_ASCII));
            return unsigned + "." + Base64Url.encode(signature);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
