package io.niaga.localstack.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The two verbs against a management port that answers as the services' do. */
class DeadLettersTest {
    private static final int USUAL_REPORTING = 9088;
    private static final int USUAL_GATEWAY = 8080;
    private static final String LETTER =
            "{\"id\":\"reporting-orders/niaga.order.v1/0/7\",\"group\":\"reporting-orders\",\"topic\":\"niaga.order.v1\","
                    + "\"partition\":0,\"offset\":7,\"key\":\"ord_1\",\"type\":\"order.confirmed.v9\","
                    + "\"reason\":\"UNKNOWN_VERSION\",\"error\":\"order.confirmed.v9\",\"state\":\"OPEN\"}";

    @TempDir
    Path root;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final List<String> asked = new ArrayList<>();
    private HttpServer reporting;
    private long left;

    @BeforeEach
    void serve() throws IOException {
        reporting = reporting();
        reporting.createContext("/actuator/deadletters", this::answer);
        reporting.start();
    }

    /** On a port that a base within bounds leads to. */
    private static HttpServer reporting() throws IOException {
        for (int port = 23_000; port < 24_000; port++) {
            try {
                return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1);
            } catch (IOException taken) {
                // The next one.
            }
        }
        throw new IOException("no free port");
    }

    @AfterEach
    void stop() {
        reporting.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        asked.add((exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath() + " " + body).strip());
        String answer = exchange.getRequestMethod().equals("POST")
                ? "{\"group\":\"reporting-orders\",\"received\":" + (2 - left) + ",\"open\":" + left
                        + ",\"stopped\":null}"
                : "{\"groups\":[{\"group\":\"reporting-orders\",\"open\":2,\"letters\":[" + LETTER + "]},"
                        + "{\"group\":\"reporting-payments\",\"open\":0,\"letters\":[]}]}";
        byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Test
    void what_waits_is_listed_by_service_and_group() {
        assertThat(run("dead-letters", "reporting-service")).isZero();
        assertThat(said())
                .contains(
                        "reporting-service reporting-orders: 2 wait",
                        "reporting-orders/niaga.order.v1/0/7 UNKNOWN_VERSION order.confirmed.v9 of ord_1",
                        "2 events wait.")
                .doesNotContain("reporting-payments");
    }

    @Test
    void as_json_every_group_is_there() {
        assertThat(run("dead-letters", "reporting-service", "--json")).isZero();
        JsonNode all = JsonMapper.shared().readTree(said());
        assertThat(all).hasSize(2);
        assertThat(all.get(0).path("service").asString()).isEqualTo("reporting-service");
        assertThat(all.get(0).path("letters")).hasSize(1);
    }

    @Test
    void a_redrive_asks_only_groups_in_which_something_waits() {
        assertThat(run("redrive", "reporting-service")).isZero();
        assertThat(asked)
                .contains("POST /actuator/deadletters/reporting-orders {}")
                .hasSize(2);
        assertThat(said()).contains("reporting-orders: 2 received, 0 still wait", "Nothing waits any more.");
    }

    @Test
    void one_key_of_one_group_can_be_named_in_both_spellings() {
        left = 1;
        assertThat(run("redrive", "reporting-service", "--group", "reporting-orders", "--key=ord_1"))
                .isEqualTo(1);
        assertThat(asked).contains("POST /actuator/deadletters/reporting-orders {\"key\":\"ord_1\"}");
        assertThat(said()).contains("1 received, 1 still wait");
    }

    @Test
    void a_group_or_service_that_is_not_there_is_the_callers_mistake() {
        assertThat(run("redrive", "reporting-service", "--group", "orders-reporting"))
                .isEqualTo(2);
        assertThat(run("redrive", "gateway")).isEqualTo(2);
        assertThat(run("redrive", "--key")).isEqualTo(2);
        assertThat(asked).noneMatch(call -> call.startsWith("POST"));
    }

    @Test
    void a_service_that_is_down_is_named_and_the_others_are_asked() {
        assertThat(run("dead-letters")).isEqualTo(3);
        assertThat(said()).contains("reporting-orders: 2 wait", "No answer from catalog-service,");
    }

    private int run(String... words) {
        int base = reporting.getAddress().getPort() - USUAL_REPORTING + USUAL_GATEWAY;
        Launcher launcher = new Launcher(
                root,
                root.resolve("keycloak-quarkus-dist-0.zip"),
                Map.of("NIAGA_PORT_BASE", String.valueOf(base)),
                new PrintStream(said, true, StandardCharsets.UTF_8));
        return launcher.run(List.of(words));
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }
}
