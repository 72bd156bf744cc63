package io.niaga.service.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.service.sample.Sample;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

class ManagementPortIT {
    private static HttpResponse<String> get(String path) {
        return Sample.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + Sample.managementPort() + path)));
    }

    @Test
    void says_whether_it_has_started_is_ready_and_lives() {
        for (String group : new String[] {"startup", "readiness", "liveness"}) {
            HttpResponse<String> health = get("/actuator/health/" + group);
            assertThat(health.statusCode()).isEqualTo(200);
            assertThat(health.body()).contains("\"status\":\"UP\"");
        }
        assertThat(get("/actuator/health/readiness").body()).contains("database");
        assertThat(get("/actuator/health/liveness").body()).doesNotContain("database");
    }

    @Test
    void shows_metrics_and_nothing_that_could_be_changed() {
        Sample.get("/v1/me");
        assertThat(get("/actuator/prometheus").body())
                .contains("http_server_requests", "mongodb_driver", "application=\"sample-service\"")
                .contains("niaga_identity_key_failures_total", "niaga_identity_token_failures_total")
                .contains("reason=\"certificate\"", "reason=\"unreachable\"", "reason=\"answer\"");
        for (String closed : new String[] {"env", "beans", "heapdump", "loggers", "shutdown", "configprops"}) {
            assertThat(get("/actuator/" + closed).statusCode()).as(closed).isEqualTo(404);
        }
    }
}
