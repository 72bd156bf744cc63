package io.niaga.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

class DrainIT {
    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void a_gateway_that_is_told_to_stop_serves_on_and_ends_each_connection_with_its_answer() throws Exception {
        try (Backend backend = new Backend()) {
            ConfigurableApplicationContext gateway = SpringApplication.run(
                    GatewayApplication.class,
                    "--server.port=0",
                    "--management.server.port=0",
                    "--niaga.gateway.upstreams.order=" + backend.url(),
                    "--niaga.gateway.jwks-uri=" + backend.url() + "/keys",
                    "--niaga.gateway.drain=8s");
            URI cart = URI.create("http://127.0.0.1:"
                    + gateway.getEnvironment().getRequiredProperty("local.server.port") + "/v1/carts/crt_1");
            URI ready = URI.create("http://127.0.0.1:"
                    + gateway.getEnvironment().getRequiredProperty("local.management.port")
                    + "/actuator/health/readiness");
            assertThat(get(cart).headers().firstValue("Connection")).isEmpty();

            Thread stopping = Thread.ofPlatform().start(gateway::close);
            Instant deadline = Instant.now().plus(Duration.ofSeconds(6));
            while (get(ready).statusCode() != 503 && Instant.now().isBefore(deadline)) {
                Thread.onSpinWait();
            }
            assertThat(get(ready).statusCode()).isEqualTo(503);
            for (int i = 0; i < 3; i++) {
                HttpResponse<String> answer = get(cart);
                assertThat(answer.statusCode()).isEqualTo(200);
                assertThat(answer.headers().firstValue("Connection")).contains("close");
            }
            stopping.join();
            assertThatThrownBy(() -> get(cart)).isInstanceOf(ConnectException.class);
        }
    }

    private HttpResponse<String> get(URI url) throws Exception {
        return http.send(HttpRequest.newBuilder(url).build(), HttpResponse.BodyHandlers.ofString());
    }
}
