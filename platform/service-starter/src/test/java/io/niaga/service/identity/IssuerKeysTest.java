package io.niaga.service.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.niaga.service.sample.Tokens;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.MalformedURLException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

class IssuerKeysTest {
    private static final RSAKey NEXT = Tokens.key("k2");

    private final AtomicReference<String> published = new AtomicReference<>();
    private final HttpServer server = server();

    private HttpServer server() {
        try {
            HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            http.createContext("/", exchange -> {
                String keys = published.get();
                byte[] body = (keys == null ? "" : keys).getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(keys == null ? 503 : 200, body.length == 0 ? -1 : body.length);
                exchange.getResponseBody().write(body);
                exchange.close();
            });
            http.start();
            return http;
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private VerifiedTokens verification() throws MalformedURLException {
        IdentityProperties properties = new IdentityProperties(
                Tokens.ISSUER,
                URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/"),
                "niaga-api",
                Duration.ofSeconds(30),
                Duration.ofSeconds(60));
        return new VerifiedTokens(
                new IdentityAutoConfiguration()
                        .issuerKeys(
                                properties,
                                new StaticListableBeanFactory(Map.of("meters", meters))
                                        .getBeanProvider(MeterRegistry.class)),
                properties,
                Clock.systemUTC());
    }

    private double failures(String reason) {
        return meters.get("niaga.identity.key.failures")
                .tag("reason", reason)
                .counter()
                .count();
    }

    private static String signedBy(RSAKey key) {
        return Tokens.sign(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(),
                Tokens.claims().build(),
                key);
    }

    @Test
    void while_the_issuer_was_never_reached_nobody_is_called_a_liar() throws MalformedURLException {
        VerifiedTokens tokens = verification();
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> tokens.verify(Tokens.person())).hasMessage("SERVICE_UNAVAILABLE");
        }
        assertThat(failures("answer")).isPositive();
        assertThat(failures("certificate")).isZero();
        server.stop(0);
        assertThatThrownBy(() -> verification().verify(Tokens.person())).hasMessage("SERVICE_UNAVAILABLE");
        assertThat(failures("unreachable")).isPositive();
    }

    @Test
    void a_new_key_is_believed_as_soon_as_it_is_published() throws MalformedURLException {
        VerifiedTokens tokens = verification();
        published.set(new JWKSet(Tokens.KEY.toPublicJWK()).toString());
        assertThat(tokens.verify(Tokens.person())).isNotNull();
        published.set(new JWKSet(NEXT.toPublicJWK()).toString());
        assertThat(tokens.verify(signedBy(NEXT))).isNotNull();
        assertThatThrownBy(() -> tokens.verify(Tokens.person())).hasMessage("UNAUTHENTICATED");
    }

    @Test
    void known_keys_outlive_an_outage_of_the_issuer() throws MalformedURLException {
        VerifiedTokens tokens = verification();
        published.set(new JWKSet(Tokens.KEY.toPublicJWK()).toString());
        tokens.verify(Tokens.person());
        published.set(null);
        assertThatThrownBy(() -> tokens.verify(signedBy(NEXT))).hasMessage("UNAUTHENTICATED");
        assertThat(tokens.verify(Tokens.person())).isNotNull();
    }
}
