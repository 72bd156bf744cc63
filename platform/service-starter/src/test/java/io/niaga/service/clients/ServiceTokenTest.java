package io.niaga.service.clients;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.niaga.service.identity.IdentityFailures;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** A token of five minutes, of an identity server that comes and goes. */
class ServiceTokenTest {
    private static final String TOKENS = "/token";
    private final WireMockServer identity = new WireMockServer(options().dynamicPort());
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-28T10:00:00Z"));

    @BeforeEach
    void start() {
        identity.start();
        issues("first");
    }

    @AfterEach
    void stop() {
        identity.stop();
    }

    private void issues(String token) {
        identity.stubFor(
                post(urlEqualTo(TOKENS)).willReturn(okJson("{\"access_token\":\"" + token + "\",\"expires_in\":300}")));
    }

    private void isAway() {
        identity.stubFor(post(urlEqualTo(TOKENS)).willReturn(aResponse().withStatus(503)));
    }

    private void passes(Duration time) {
        now.updateAndGet(then -> then.plus(time));
    }

    private ServiceToken token() {
        InstantSource clock = now::get;
        URI uri = URI.create(identity.baseUrl() + TOKENS);
        return new ServiceToken(
                new ServiceTokenProperties(uri, "order-service", "secret"),
                JsonMapper.shared(),
                clock.withZone(ZoneOffset.UTC),
                IdentityFailures.ofTokens(new SimpleMeterRegistry()));
    }

    private int asked() {
        return identity.findAll(postRequestedFor(urlEqualTo(TOKENS))).size();
    }

    @Test
    void another_is_fetched_half_a_minute_before_its_end() throws Exception {
        try (ServiceToken token = token()) {
            assertThat(token.bearer()).isEqualTo("first");
            issues("second");
            passes(Duration.ofSeconds(269));
            assertThat(token.bearer()).isEqualTo("first");
            passes(Duration.ofSeconds(2));
            assertThat(token.bearer()).isEqualTo("second");
        }
    }

    @Test
    void while_there_is_no_other_it_is_shown_to_its_end_and_another_asked_for_now_and_then() throws Exception {
        try (ServiceToken token = token()) {
            token.bearer();
            isAway();
            passes(Duration.ofSeconds(271));
            for (int i = 0; i < 10; i++) {
                assertThat(token.bearer()).isEqualTo("first");
            }
            assertThat(asked()).isEqualTo(2);
            passes(Duration.ofSeconds(6));
            assertThat(token.bearer()).isEqualTo("first");
            assertThat(asked()).isEqualTo(3);
            passes(Duration.ofSeconds(20));
            assertThatThrownBy(token::bearer).isInstanceOf(RemoteUnavailable.class);
            int before = asked();
            assertThatThrownBy(token::bearer).isInstanceOf(RemoteUnavailable.class);
            assertThat(asked()).as("not asked again at once").isEqualTo(before);
            issues("second");
            passes(Duration.ofSeconds(2));
            assertThat(token.bearer()).isEqualTo("second");
        }
    }

    @Test
    void while_one_fetches_the_others_show_what_there_is() throws Exception {
        try (ServiceToken token = token()) {
            token.bearer();
            identity.stubFor(post(urlEqualTo(TOKENS))
                    .willReturn(okJson("{\"access_token\":\"second\",\"expires_in\":300}")
                            .withFixedDelay(2_000)));
            passes(Duration.ofSeconds(271));
            CompletableFuture<String> fetching = CompletableFuture.supplyAsync(token::bearer);
            await().until(() -> asked() == 2);
            assertThat(token.bearer()).isEqualTo("first");
            assertThat(fetching.get()).isEqualTo("second");
            assertThat(token.bearer()).isEqualTo("second");
        }
    }

    @Test
    void one_that_was_refused_is_not_shown_again() throws Exception {
        try (ServiceToken token = token()) {
            token.bearer();
            token.forget();
            isAway();
            assertThatThrownBy(token::bearer).isInstanceOf(RemoteUnavailable.class);
        }
    }
}
