package io.niaga.service.clients;

import feign.Request;
import feign.Response;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;

/** Calls to one remote: through its breaker and bulkhead, over its own connections, with the whole answer read. */
final class RemoteCalls {
    private static final int LARGEST_ANSWER = 16 * 1024 * 1024;

    private final String name;
    private final Addresses addresses;
    private final CloseableHttpClient http;
    private final CircuitBreaker breaker;
    private final Bulkhead bulkhead;
    private final MeterRegistry meters;

    RemoteCalls(
            String name,
            Addresses addresses,
            CloseableHttpClient http,
            CircuitBreaker breaker,
            Bulkhead bulkhead,
            MeterRegistry meters) {
        this.name = name;
        this.addresses = addresses;
        this.http = http;
        this.breaker = breaker;
        this.bulkhead = bulkhead;
        this.meters = meters;
    }

    /** The answer below 500; everything else is {@link RemoteUnavailable}. */
    Response call(Request request) {
        if (!bulkhead.tryAcquirePermission()) {
            throw new RemoteUnavailable(name, "too many calls are under way", false, null);
        }
        try {
            if (!breaker.tryAcquirePermission()) {
                throw new RemoteUnavailable(name, "it failed too often lately", false, null);
            }
            return timed(request);
        } finally {
            bulkhead.onComplete();
        }
    }

    private Response timed(Request request) {
        long start = System.nanoTime();
        String outcome = "unavailable";
        try {
            Response response = sent(request);
            if (response.status() >= 500) {
                throw new RemoteUnavailable(name, "it answered " + response.status(), true, null);
            }
            breaker.onSuccess(System.nanoTime() - start, TimeUnit.NANOSECONDS);
            outcome = response.status() < 400 ? "success" : "refused";
            return response;
        } catch (IOException failure) {
            RemoteUnavailable unavailable =
                    new RemoteUnavailable(name, failure.getClass().getSimpleName(), !neverSent(failure), failure);
            breaker.onError(System.nanoTime() - start, TimeUnit.NANOSECONDS, unavailable);
            throw unavailable;
        } catch (RuntimeException failure) {
            breaker.onError(System.nanoTime() - start, TimeUnit.NANOSECONDS, failure);
            throw failure;
        } finally {
            Timer.builder("niaga.client.requests")
                    .description("Calls of other services, by how they ended")
                    .tag("client", name)
                    .tag("outcome", outcome)
                    .register(meters)
                    .record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
        }
    }

    /** A refused connection has carried nothing: another address may be asked at once, whatever the method. */
    private Response sent(Request request) throws IOException {
        int address = addresses.next();
        try {
            return sent(request, address);
        } catch (ConnectException refused) {
            addresses.away(address);
            if (addresses.isOne()) {
                throw refused;
            }
            return sent(request, addresses.next());
        }
    }

    private Response sent(Request request, int address) throws IOException {
        String url = addresses.at(address, request.url());
        return http.execute(apacheRequest(request, url), answer -> feignResponse(request, answer));
    }

    private static boolean neverSent(IOException failure) {
        return failure instanceof ConnectException
                || failure instanceof ConnectTimeoutException
                || failure instanceof ConnectionRequestTimeoutException
                || failure instanceof UnknownHostException
                || failure instanceof NoRouteToHostException;
    }

    private static HttpUriRequestBase apacheRequest(Request request, String url) {
        HttpUriRequestBase apache = new HttpUriRequestBase(request.httpMethod().name(), URI.create(url));
        request.headers().forEach((header, values) -> {
            if (!header.equalsIgnoreCase("Content-Length") && !header.equalsIgnoreCase("Content-Type")) {
                values.forEach(value -> apache.addHeader(header, value));
            }
        });
        byte[] body = request.body();
        if (body != null) {
            apache.setEntity(new ByteArrayEntity(body, contentType(request)));
        }
        return apache;
    }

    private static ContentType contentType(Request request) {
        Collection<String> types = request.headers().getOrDefault("Content-Type", List.of());
        return types.isEmpty()
                ? ContentType.APPLICATION_JSON
                : ContentType.parse(types.iterator().next());
    }

    private static Response feignResponse(Request request, ClassicHttpResponse answer) throws IOException {
        Map<String, Collection<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        Arrays.stream(answer.getHeaders()).forEach(h -> headers.merge(h.getName(), List.of(h.getValue()), (a, b) -> a));
        byte[] body =
                answer.getEntity() == null ? new byte[0] : EntityUtils.toByteArray(answer.getEntity(), LARGEST_ANSWER);
        return Response.builder()
                .request(request)
                .status(answer.getCode())
                .headers(headers)
                .body(body)
                .build();
    }
}
