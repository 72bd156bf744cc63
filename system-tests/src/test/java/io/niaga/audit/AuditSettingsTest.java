package io.niaga.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AuditSettingsTest {
    @Test
    void a_stack_is_found_by_its_port_base() {
        AuditSettings settings = AuditSettings.of(List.of(), Map.of("NIAGA_PORT_BASE", "28080"));
        assertThat(settings.gateway()).isEqualTo("http://localhost:28080");
        assertThat(settings.mongo()).isEqualTo("mongodb://127.0.0.1:47017");
        assertThat(settings.kafka()).isEqualTo("127.0.0.1:29092");
        assertThat(settings.tokens()).startsWith("http://localhost:28180/realms/niaga/");
        assertThat(settings.patience()).isEqualTo(Audit.Patience.USUAL);
        assertThat(settings.json()).isFalse();
    }

    @Test
    void words_and_variables_win() {
        AuditSettings settings = AuditSettings.of(
                List.of("--json", "--settle=60", "--grace=PT1M", "--no-api"),
                Map.of("NIAGA_MONGODB_URI", "mongodb://elsewhere", "NIAGA_KAFKA_BOOTSTRAP_SERVERS", "kafka:9092"));
        assertThat(settings.mongo()).isEqualTo("mongodb://elsewhere");
        assertThat(settings.kafka()).isEqualTo("kafka:9092");
        assertThat(settings.gateway()).isEmpty();
        assertThat(settings.json()).isTrue();
        assertThat(settings.patience()).isEqualTo(new Audit.Patience(Duration.ofMinutes(1), Duration.ofMinutes(1)));
    }

    @Test
    void what_is_not_understood_is_said_and_nothing_is_audited() {
        for (String word : List.of("--jsn", "orders", "--settle=soon")) {
            assertThatThrownBy(() -> AuditSettings.of(List.of(word), Map.of()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(word);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int code = AuditMain.run(List.of("--jsn"), Map.of(), new PrintStream(out, true, StandardCharsets.UTF_8));
        assertThat(code).isEqualTo(2);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("--jsn is unknown here");
    }

    @Test
    void a_report_is_one_line_each_for_people_and_for_machines() {
        Violation violation = new Violation(Check.STOCK_RESERVED, List.of("sto_1/A/whs_1"), "the row says 2");
        Report report = new Report(List.of(violation), Map.of("orders", 3L), List.of("x"), 0, Duration.ofMillis(1500));
        assertThat(printed(report, false))
                .containsExactly(
                        "stock-reserved sto_1/A/whs_1: the row says 2",
                        "Not judged: x.",
                        "Looked at 3 orders.",
                        Check.values().length + " checks, 1 violations, 1.5 s.");
        List<JsonNode> lines = printed(report, true).stream()
                .map(line -> JsonMapper.shared().readTree(line))
                .toList();
        assertThat(lines).hasSize(2);
        assertThat(lines.getFirst().path("check").asString()).isEqualTo("stock-reserved");
        assertThat(lines.getFirst().path("rule").asInt()).isEqualTo(2);
        assertThat(lines.getFirst().path("ids").get(0).asString()).isEqualTo("sto_1/A/whs_1");
        assertThat(lines.getLast().path("violations").asInt()).isEqualTo(1);
        assertThat(lines.getLast().path("looked").path("orders").asInt()).isEqualTo(3);
    }

    private static List<String> printed(Report report, boolean json) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Printed(new PrintStream(out, true, StandardCharsets.UTF_8), json).print(report);
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
