package io.niaga.service.clients;

import feign.Client;
import feign.Request;
import feign.Response;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.micrometer.tagged.TaggedBulkheadMetrics;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;

/**
 * The HTTP side of all Feign clients: each name has its own connections, breaker (opens at 50 % failures of the last 20
 * calls, for 5 s) and bulkhead.
 */
final class Remotes implements Client, AutoCloseable {
    private final ClientsProperties properties;
    private final ServiceToken token;
    private final MeterRegistry meters;
    private final Map<String, RemoteCalls> calls = new ConcurrentHashMap<>();
    private final Map<String, CloseableHttpClient> connections = new ConcurrentHashMap<>();
    private final BulkheadRegistry bulkheads = BulkheadRegistry.ofDefaults();
    private final CircuitBreakerRegistry breakers = CircuitBreakerRegistry.of(CircuitBreakerConfig.custom()
            .slidingWindowType(CircuitBreakerConfig.SlidingWindowType.COUNT_BASED)
            .slidingWindowSize(20)
            .minimumNumberOfCalls(20)
            .failureRateThreshold(50)
            .waitDurationInOpenState(Duration.ofSeconds(5))
            .permittedNumberOfCallsInHalfOpenState(3)
            .build());

    Remotes(ClientsProperties properties, ServiceToken token, MeterRegistry meters) {
        this.properties = properties;
        this.token = token;
        this.meters = meters;
        TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(breakers).bindTo(meters);
        TaggedBulkheadMetrics.ofBulkheadRegistry(bulkheads).bindTo(meters);
    }

    @Override
    public Response execute(Request request, Request.Options ignored) {
        String name = request.requestTemplate().feignTarget().name();
        Response response = calls.computeIfAbsent(name, this::callsTo).call(request);
        if (response.status() == 401) {
            token.forget();
            throw new RemoteUnavailable(name, "it does not know us", false, null);
        }
        if (response.status() == 429) {
            throw new RemoteUnavailable(name, "we ask it too often", false, null);
        }
        return response;
    }

    private RemoteCalls callsTo(String name) {
        ClientsProperties.Remote remote = properties.of(name);
        CloseableHttpClient http = HttpConnections.to(remote);
        connections.put(name, http);
        return new RemoteCalls(
                name,
                new Addresses(remote.url()),
                http,
                breakers.circuitBreaker(name),
                bulkheads.bulkhead(
                        name,
                        BulkheadConfig.custom()
                                .maxConcurrentCalls(remote.concurrency())
                                .maxWaitDuration(Duration.ZERO)
                                .build()),
                meters);
    }

    @Override
    public void close() throws IOException {
        for (CloseableHttpClient http : connections.values()) {
            http.close();
        }
    }
}
