package io.niaga.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class IssuerKeysTest {
    private static final Duration PAUSE = Duration.ofMillis(300);
    private static final Duration LONG = Duration.ofMinutes(1);

    private final AtomicInteger asked = new AtomicInteger();
    private volatile Mono<JWKSet> published = Mono.just(keys("k1"));

    private IssuerKeys issuer(Duration betweenQuestions) {
        return new IssuerKeys(
                Mono.defer(() -> {
                    asked.incrementAndGet();
                    return published;
                }),
                betweenQuestions);
    }

    private static JWKSet keys(String... ids) {
        return new JWKSet(List.of(ids).stream()
                .<JWK>map(id ->
                        new OctetSequenceKey.Builder(new byte[32]).keyID(id).build())
                .toList());
    }

    private static SignedJWT signedWith(String key) {
        return new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key).build(), new JWTClaimsSet.Builder().build());
    }

    private static List<String> found(IssuerKeys issuer, String key) {
        return issuer.of(signedWith(key)).map(JWK::getKeyID).collectList().block(Duration.ofSeconds(10));
    }

    @Test
    void keys_that_nobody_has_are_asked_for_once_in_a_while() {
        published = published.delayElement(Duration.ofMillis(100));
        IssuerKeys issuer = issuer(LONG);
        Flux.range(0, 200)
                .flatMap(i -> issuer.of(signedWith("forged-" + i)), 200)
                .blockLast(Duration.ofSeconds(10));
        for (int i = 200; i < 400; i++) {
            assertThat(found(issuer, "forged-" + i)).containsExactly("k1");
        }
        assertThat(asked).hasValue(1);
        assertThat(found(issuer, "k1")).containsExactly("k1");
    }

    @Test
    void a_new_key_is_known_after_that_while_whoever_asks_meanwhile() {
        IssuerKeys issuer = issuer(PAUSE);
        assertThat(found(issuer, "k1")).containsExactly("k1");
        published = Mono.just(keys("k2", "k1"));
        Instant deadline = Instant.now().plusSeconds(10);
        while (!found(issuer, "k2").contains("k2")) {
            assertThat(Instant.now()).as("within 10 s").isBefore(deadline);
            found(issuer, "forged");
        }
        assertThat(asked).hasValue(2);
        assertThat(found(issuer, "k1")).containsExactly("k2", "k1");
    }

    @Test
    void known_keys_outlive_an_outage_and_do_not_wait_for_its_end() {
        IssuerKeys issuer = issuer(PAUSE);
        assertThat(found(issuer, "k1")).containsExactly("k1");
        for (Mono<JWKSet> outage :
                List.of(Mono.<JWKSet>error(new java.net.ConnectException("away")), Mono.<JWKSet>never())) {
            published = outage;
            int before = asked.get();
            Instant deadline = Instant.now().plusSeconds(10);
            while (asked.get() == before) {
                assertThat(Instant.now()).as("within 10 s").isBefore(deadline);
                assertThat(found(issuer, "forged")).containsExactly("k1");
            }
            assertThat(found(issuer, "k1")).containsExactly("k1");
        }
    }

    @Test
    void who_never_answered_is_asked_again_and_nobody_waits_in_between() {
        published = Mono.error(new java.net.ConnectException("away"));
        IssuerKeys issuer = issuer(PAUSE);
        assertThat(found(issuer, "k1")).isEmpty();
        published = Mono.just(keys("k1"));
        Instant deadline = Instant.now().plusSeconds(10);
        while (found(issuer, "k1").isEmpty()) {
            assertThat(Instant.now()).as("within 10 s").isBefore(deadline);
        }
        assertThat(asked).hasValue(2);
    }
}
