package io.niaga.service.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.service.problem.ProblemShape;
import io.niaga.service.sample.Sample;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

class AbsentDatabaseIT {
    private static final ServletWebServerApplicationContext SERVICE =
            Sample.start("--spring.mongodb.uri=mongodb://127.0.0.1:" + freePort());

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @AfterAll
    static void stop() {
        SERVICE.close();
    }

    private static HttpRequest.Builder request(int port, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    private static int managementPort() {
        return Integer.parseInt(SERVICE.getEnvironment().getRequiredProperty("local.management.port"));
    }

    @Test
    void what_needs_it_is_an_honest_503_in_bounded_time_and_the_rest_works() {
        int port = SERVICE.getWebServer().getPort();
        Instant start = Instant.now();
        HttpResponse<String> answer = Sample.send(request(port, "/v1/orders")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "k")
                .POST(HttpRequest.BodyPublishers.ofString("{\"item\":\"a\",\"quantity\":1}")));
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(ProblemShape.of(answer).path("code").asString()).isEqualTo("SERVICE_UNAVAILABLE");
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(20));
        assertThat(Sample.send(request(port, "/v1/me")).statusCode()).isEqualTo(200);
    }

    @Test
    void the_service_lives_but_is_not_ready() {
        HttpResponse<String> ready = Sample.send(request(managementPort(), "/actuator/health/readiness"));
        assertThat(ready.statusCode()).isEqualTo(503);
        assertThat(ready.body()).contains("\"database\":{\"status\":\"DOWN\"}");
        assertThat(Sample.send(request(managementPort(), "/actuator/health/liveness"))
                        .statusCode())
                .isEqualTo(200);
    }
}
