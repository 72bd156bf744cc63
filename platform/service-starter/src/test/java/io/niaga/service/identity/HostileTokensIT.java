package io.niaga.service.identity;

import static io.niaga.service.sample.Tokens.KEY;
import static io.niaga.service.sample.Tokens.claims;
import static io.niaga.service.sample.Tokens.sign;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.niaga.service.problem.ProblemShape;
import io.niaga.service.sample.Sample;
import io.niaga.service.sample.Tokens;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class HostileTokensIT {
    private static final RSAKey STRANGER = Tokens.key("k1");

    static Stream<Arguments> hostile() throws JOSEException {
        JWTClaimsSet good = claims().build();
        return Stream.of(
                row("no signature", unsigned("none")),
                row("no signature, spelt otherwise", unsigned("nOnE")),
                row("signed with the public key as a secret", symmetric()),
                row("another key under the known name", sign(header().build(), good, STRANGER)),
                row("an embedded key", sign(header().jwk(STRANGER.toPublicJWK()).build(), good, STRANGER)),
                row(
                        "a key by address",
                        sign(
                                header().jwkURL(URI.create("http://127.0.0.1:1/keys"))
                                        .build(),
                                good,
                                STRANGER)),
                row(
                        "a certificate by address",
                        sign(
                                header().x509CertURL(URI.create("http://127.0.0.1:1/c"))
                                        .build(),
                                good,
                                STRANGER)),
                row(
                        "an unknown key",
                        sign(
                                new JWSHeader.Builder(JWSAlgorithm.RS256)
                                        .keyID("k9")
                                        .build(),
                                good,
                                STRANGER)),
                row(
                        "a path as key",
                        sign(
                                new JWSHeader.Builder(JWSAlgorithm.RS256)
                                        .keyID("../../etc/passwd")
                                        .build(),
                                good,
                                KEY)),
                row(
                        "a query as key",
                        sign(
                                new JWSHeader.Builder(JWSAlgorithm.RS256)
                                        .keyID("' OR 1=1 --")
                                        .build(),
                                good,
                                KEY)),
                row(
                        "a very long key name",
                        sign(
                                new JWSHeader.Builder(JWSAlgorithm.RS256)
                                        .keyID("k".repeat(5000))
                                        .build(),
                                good,
                                KEY)),
                row("no key name", sign(new JWSHeader.Builder(JWSAlgorithm.RS256).build(), good, KEY)),
                row(
                        "another algorithm",
                        sign(
                                new JWSHeader.Builder(JWSAlgorithm.RS512)
                                        .keyID("k1")
                                        .build(),
                                good,
                                KEY)),
                row(
                        "an unknown critical header",
                        sign(
                                header().criticalParams(Set.of("x"))
                                        .customParam("x", 1)
                                        .build(),
                                good,
                                KEY)),
                row(
                        "another type of object",
                        sign(header().type(new JOSEObjectType("logout+jwt")).build(), good, KEY)),
                row("expired", sign(claims().expirationTime(in(-61)))),
                row("without expiry", sign(claims().expirationTime(null))),
                row("not valid yet", sign(claims().notBeforeTime(in(61)))),
                row("issued in the future", sign(claims().issueTime(in(3600)))),
                row("another issuer", sign(claims().issuer("http://issuer.test/realms/other"))),
                row("the issuer with a slash", sign(claims().issuer(Tokens.ISSUER + "/"))),
                row("without issuer", sign(claims().issuer(null))),
                row("another audience", sign(claims().audience("account"))),
                row("without audience", sign(claims().audience((String) null))),
                row("an ID token", sign(claims().claim("typ", "ID"))),
                row("a refresh token", sign(claims().claim("typ", "Refresh"))),
                row("without type", sign(claims().claim("typ", null))),
                row("a subject that is no person", sign(claims().subject("admin"))),
                row("without subject", sign(claims().subject(null))),
                row("roles as text", sign(claims().claim("realm_access", "operator"))),
                row("roles as text within", sign(claims().claim("realm_access", Map.of("roles", "operator")))),
                row("groups as text", sign(claims().claim("groups", "/stores/x/administrator"))),
                row("a changed payload", tampered()),
                row("a flipped signature bit", flipped(sign(claims()))),
                row("a cut signature", sign(claims()).substring(0, 600)),
                row("two parts", "a.b"),
                row("five parts", "a.b.c.d.e"),
                row("empty", ""),
                row("a thousand dots", ".".repeat(1000)),
                row("not base64", "ä.ö.ü"),
                row("deep JSON", encoded("[".repeat(3000)) + "." + encoded("{}") + ".x"),
                row("very large", sign(claims().claim("x", "x".repeat(9_000)))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile")
    void is_not_believed(String name, String token) {
        HttpResponse<String> answer =
                Sample.get("/v1/me", "Authorization", "Bearer " + token.replaceAll("[^ -~]", "?"));
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(ProblemShape.of(answer).path("code").asString()).isEqualTo("UNAUTHENTICATED");
        assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer error=\"invalid_token\"");
    }

    @Test
    void two_tokens_or_another_scheme_are_refused_and_one_in_the_query_is_not_seen() {
        String token = Tokens.person();
        assertThat(Sample.get("/v1/me", "Authorization", "Bearer " + token, "Authorization", "Bearer " + token)
                        .statusCode())
                .isEqualTo(401);
        assertThat(Sample.get("/v1/me", "Authorization", "Basic YTpi").statusCode())
                .isEqualTo(401);
        assertThat(Sample.json(Sample.get("/v1/me?access_token=" + token))
                        .path("kind")
                        .asString())
                .isEqualTo("Guest");
    }

    @Test
    void more_than_a_header_may_hold_is_refused() {
        assertThat(Sample.get("/v1/me", "Authorization", "Bearer " + "x".repeat(100_000))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void unknown_keys_do_not_make_us_ask_for_keys_again_and_again() {
        int before = Tokens.KEY_SET_CALLS.get();
        for (int i = 0; i < 50; i++) {
            JWSHeader unknown =
                    new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("u" + i).build();
            assertThat(Sample.get("/v1/me", "Authorization", "Bearer " + sign(unknown, claims().build(), STRANGER))
                            .statusCode())
                    .isEqualTo(401);
        }
        assertThat(Tokens.KEY_SET_CALLS.get() - before).isLessThanOrEqualTo(3);
        assertThat(Sample.get("/v1/me", "Authorization", "Bearer " + Tokens.person())
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void clocks_may_differ_a_little() {
        assertThat(Sample.get("/v1/me", "Authorization", "Bearer " + sign(claims().expirationTime(in(-10))))
                        .statusCode())
                .isEqualTo(200);
        assertThat(Sample.get("/v1/me", "Authorization", "bearer " + sign(claims().notBeforeTime(in(10))))
                        .statusCode())
                .isEqualTo(200);
    }

    private static Arguments row(String name, String token) {
        return Arguments.of(name, token);
    }

    private static JWSHeader.Builder header() {
        return new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("k1");
    }

    private static Date in(long seconds) {
        return Date.from(Instant.now().plusSeconds(seconds));
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String unsigned(String algorithm) {
        return encoded("{\"alg\":\"" + algorithm + "\",\"kid\":\"k1\"}") + "."
                + encoded(claims().build().toString()) + ".";
    }

    private static String symmetric() throws JOSEException {
        SignedJWT jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("k1").build(), claims().build());
        jwt.sign(new MACSigner(KEY.toRSAPublicKey().getEncoded()));
        return jwt.serialize();
    }

    private static String tampered() {
        String[] parts = sign(claims()).split("\\.");
        JWTClaimsSet operator = claims().claim("realm_access", Map.of("roles", List.of("operator")))
                .build();
        return parts[0] + "." + encoded(operator.toString()) + "." + parts[2];
    }

    private static String flipped(String token) {
        int at = token.length() - 20;
        return token.substring(0, at) + (token.charAt(at) == 'A' ? 'B' : 'A') + token.substring(at + 1);
    }
}
