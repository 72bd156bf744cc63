package io.niaga.service.clients;

import io.niaga.service.identity.IdentityFailures;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.entity.UrlEncodedFormEntity;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ParseException;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.message.BasicNameValuePair;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * This service's own access token (client credentials), fetched when needed and again shortly before it expires; while the
 * identity server is away, the one it has is shown to its end.
 */
public final class ServiceToken implements AutoCloseable {
    private static final Duration MARGIN = Duration.ofSeconds(30);
    /** What a request may take on its way, and clocks may differ. */
    private static final Duration ON_THE_WAY = Duration.ofSeconds(5);
    /** Between two questions for another one while there is one to show. */
    private static final Duration PAUSE = Duration.ofSeconds(5);
    /** The same while there is none. */
    private static final Duration SILENCE = Duration.ofSeconds(1);
    /** More patient than a call: it is fetched once in minutes, and without it no call is made at all. */
    private static final ClientsProperties.Remote PATIENT =
            new ClientsProperties.Remote(null, Duration.ofSeconds(2), Duration.ofSeconds(5), 64);

    /** Shown until {@code until}, another is asked for from {@code renewal} on. */
    private record Held(String token, Instant renewal, Instant until) {}

    private final ServiceTokenProperties properties;
    private final CloseableHttpClient http;
    private final JsonMapper json;
    private final Clock clock;
    private final IdentityFailures failures;
    private final ReentrantLock fetching = new ReentrantLock();
    private volatile @Nullable Held held;
    /** Only touched by whoever fetches; set while there is no token to show. */
    private Instant silentUntil = Instant.EPOCH;

    ServiceToken(ServiceTokenProperties properties, JsonMapper json, Clock clock, IdentityFailures failures) {
        this.properties = properties;
        this.json = json;
        this.clock = clock;
        this.failures = failures;
        this.http = HttpConnections.to(PATIENT);
    }

    /**
     * The token to show. Whoever finds that another is needed fetches it; meanwhile the others show the one there is, or wait.
     *
     * @throws RemoteUnavailable when there is none to show and the identity server gave none
     */
    public String bearer() {
        Held now = held;
        if (now != null && clock.instant().isBefore(now.renewal())) {
            return now.token();
        }
        if (!fetching.tryLock()) {
            if (now != null && clock.instant().isBefore(now.until())) {
                return now.token();
            }
            fetching.lock();
        }
        try {
            Held meanwhile = held;
            if (meanwhile != null && clock.instant().isBefore(meanwhile.renewal())) {
                return meanwhile.token();
            }
            Held renewed = renewed(meanwhile);
            held = renewed;
            return renewed.token();
        } finally {
            fetching.unlock();
        }
    }

    private Held renewed(@Nullable Held last) {
        if (clock.instant().isBefore(silentUntil)) {
            // Those who waited for the same answer do not ask one after the other.
            throw new RemoteUnavailable("identity", "it gave no token a moment ago", false, null);
        }
        try {
            return fetch();
        } catch (RemoteUnavailable away) {
            Instant now = clock.instant();
            if (last == null || !now.isBefore(last.until())) {
                silentUntil = now.plus(SILENCE);
                throw away;
            }
            Instant again = now.plus(PAUSE);
            return new Held(last.token(), again.isBefore(last.until()) ? again : last.until(), last.until());
        }
    }

    /** After it was refused: the next call fetches another. */
    public void forget() {
        held = null;
    }

    private Held fetch() {
        if (properties.clientId().isEmpty() || properties.clientSecret().isEmpty()) {
            throw new IllegalStateException("niaga.service-token.client-id and .client-secret are not set");
        }
        HttpPost request = new HttpPost(properties.uri());
        request.setEntity(new UrlEncodedFormEntity(
                List.of(
                        new BasicNameValuePair("grant_type", "client_credentials"),
                        new BasicNameValuePair("client_id", properties.clientId()),
                        new BasicNameValuePair("client_secret", properties.clientSecret())),
                StandardCharsets.UTF_8));
        try {
            return http.execute(request, this::held);
        } catch (IOException unreachable) {
            failures.failed(unreachable);
            throw new RemoteUnavailable("identity", unreachable.getClass().getSimpleName(), false, unreachable);
        } catch (JacksonException unreachable) {
            failures.answered();
            throw new RemoteUnavailable("identity", unreachable.getClass().getSimpleName(), false, unreachable);
        }
    }

    private Held held(ClassicHttpResponse answer) throws IOException, ParseException {
        String body = EntityUtils.toString(answer.getEntity());
        if (answer.getCode() != 200) {
            failures.answered();
            throw new RemoteUnavailable("identity", "no token for us, it answered " + answer.getCode(), false, null);
        }
        JsonNode token = json.readTree(body);
        Duration lifetime = Duration.ofSeconds(token.path("expires_in").asLong(60));
        Duration margin = least(MARGIN, lifetime.dividedBy(2));
        Instant end = clock.instant().plus(lifetime);
        return new Held(token.path("access_token").asString(), end.minus(margin), end.minus(least(ON_THE_WAY, margin)));
    }

    private static Duration least(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    @Override
    public void close() throws IOException {
        http.close();
    }
}
