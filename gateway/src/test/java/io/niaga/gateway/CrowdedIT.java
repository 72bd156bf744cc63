package io.niaga.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** More requests than a service has room for; a slow one takes 3 s. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class CrowdedIT {
    private static final Backend BACKEND = new Backend();
    private static final int ROOM = 8;
    private final HttpClient http = HttpClient.newHttpClient();

    @Value("${local.server.port}")
    int port;

    @Autowired
    MeterRegistry meters;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        for (var upstream : io.niaga.gateway.routes.Upstream.values()) {
            registry.add("niaga.gateway.upstreams." + upstream.name().toLowerCase(Locale.ROOT), BACKEND::url);
        }
        registry.add("niaga.gateway.issuer", () -> "http://issuer.test");
        registry.add("niaga.gateway.jwks-uri", () -> BACKEND.url() + "/keys");
        registry.add("niaga.gateway.in-flight", () -> ROOM);
        registry.add("management.server.port", () -> "0");
    }

    @AfterAll
    static void stop() {
        BACKEND.close();
    }

    @Test
    void reads_are_sent_away_first_and_buying_goes_on() {
        List<CompletableFuture<HttpResponse<String>>> reads =
                IntStream.range(0, ROOM).mapToObj(i -> send("/v1/refunds/held")).toList();
        eventually(() -> inFlight("payment") == ROOM / 2 && shed("payment", "read") == ROOM / 2);
        // Half of the room is taken by reads: the back office and more reads wait outside, buying does not.
        assertThat(send("/v1/ledger/trial-balance").join().statusCode()).isEqualTo(503);
        assertThat(send("/v1/payments/pay_1").join().statusCode()).isEqualTo(200);
        // Another service has room of its own.
        assertThat(send("/v1/search").join().statusCode()).isEqualTo(200);

        BACKEND.release();
        List<HttpResponse<String>> answers =
                reads.stream().map(CompletableFuture::join).toList();
        assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(200, 503);
        answers.stream().filter(a -> a.statusCode() == 503).forEach(refused -> {
            assertThat(refused.body()).contains("\"code\":\"OVERLOADED\"");
            assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        });
        // By itself it is over.
        eventually(() -> inFlight("payment") == 0);
        assertThat(send("/v1/refunds/rfd_1").join().statusCode()).isEqualTo(200);
    }

    @Test
    void whoever_hangs_up_leaves() {
        List<CompletableFuture<HttpResponse<String>>> gone =
                IntStream.range(0, ROOM).mapToObj(i -> send("/v1/carts/held")).toList();
        eventually(() -> inFlight("order") == ROOM);
        assertThat(send("/v1/orders/ord_1").join().statusCode()).isEqualTo(503);
        gone.forEach(call -> call.cancel(true));
        eventually(() -> inFlight("order") == 0);
        BACKEND.release();
    }

    private CompletableFuture<HttpResponse<String>> send(String path) {
        return http.sendAsync(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .version(HttpClient.Version.HTTP_1_1)
                        .timeout(Duration.ofSeconds(20))
                        .build(),
                BodyHandlers.ofString());
    }

    private double inFlight(String service) {
        return meters.get("niaga.gateway.in.flight")
                .tag("service", service)
                .gauge()
                .value();
    }

    private double shed(String service, String lane) {
        return meters.get("niaga.gateway.shed")
                .tag("service", service)
                .tag("lane", lane)
                .counter()
                .count();
    }

    private static void eventually(java.util.function.BooleanSupplier condition) {
        Instant deadline = Instant.now().plusSeconds(10);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).as("within 10 s").isBefore(deadline);
            java.util.concurrent.locks.LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }
}
