package io.niaga.service.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.niaga.service.sample.Sample;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

class DrainIT {
    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void a_service_that_is_told_to_stop_serves_on_and_ends_each_connection_with_its_answer() throws Exception {
        ServletWebServerApplicationContext service =
                Sample.start("--niaga.shutdown.drain=8s", "--spring.mongodb.uri=mongodb://127.0.0.1:1");
        String base = "http://127.0.0.1:" + service.getWebServer().getPort();
        String ready = "http://127.0.0.1:" + service.getEnvironment().getRequiredProperty("local.management.port")
                + "/actuator/health/readiness";
        assertThat(connection(base)).isEmpty();

        Thread stopping = Thread.ofPlatform().start(service::close);
        Awaitility.await().until(() -> get(ready).body().contains("OUT_OF_SERVICE"));
        for (int i = 0; i < 3; i++) {
            assertThat(connection(base)).contains("close");
        }
        stopping.join();
        assertThatThrownBy(() -> get(base + "/v1/me")).isInstanceOf(ConnectException.class);
    }

    private Optional<String> connection(String base) throws Exception {
        HttpResponse<String> answer = get(base + "/v1/me");
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.headers().firstValue("Connection");
    }

    private HttpResponse<String> get(String url) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString());
    }
}
