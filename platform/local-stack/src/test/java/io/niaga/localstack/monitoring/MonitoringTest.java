package io.niaga.localstack.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.niaga.localstack.topology.Ports;
import io.niaga.localstack.topology.Service;
import io.niaga.localstack.topology.Topology;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Rules and dashboards are well-formed, and every metric they name is one that the services expose. */
class MonitoringTest {
    private static final Set<String> ALERT = Set.of("alert", "expr", "for", "labels", "annotations");
    private static final Path ROOT = Path.of("../..");

    @Test
    void every_alert_says_how_urgent_it_is_what_it_means_and_what_to_do() {
        for (Queries.Rule rule : Queries.rules()) {
            if (!rule.isAlert()) {
                assertThat(rule.said()).containsOnlyKeys("record", "expr");
                continue;
            }
            assertThat(ALERT).as(rule.name()).containsAll(rule.said().keySet());
            assertThat(rule.part("labels").get("severity")).as(rule.name()).isIn("page", "ticket");
            assertThat(String.valueOf(rule.part("annotations").get("summary"))).hasSizeGreaterThan(20);
            Path page = ROOT.resolve(String.valueOf(rule.part("annotations").get("runbook")));
            assertThat(page).as(rule.name()).exists();
            assertThat(Queries.read(page)).as(page + " says what to do").contains("`" + rule.name() + "`");
        }
    }

    @Test
    void every_name_is_given_once() {
        Set<String> names = new HashSet<>();
        Queries.rules()
                .forEach(rule ->
                        assertThat(names.add(rule.name())).as(rule.name()).isTrue());
        Set<String> ids = new HashSet<>();
        for (JsonNode dashboard : Queries.dashboards()) {
            assertThat(ids.add(dashboard.path("uid").asString())).isTrue();
            Set<Integer> panels = new HashSet<>();
            dashboard.path("panels").forEach(panel -> {
                assertThat(panels.add(panel.path("id").asInt())).isTrue();
                assertThat(panel.at("/datasource/uid").asString()).isEqualTo("${datasource}");
                assertThat(panel.path("targets")).isNotEmpty();
            });
        }
    }

    @Test
    void every_metric_and_label_is_one_that_a_service_exposes() {
        assertThat(findings(Queries.all(), MetricsPage.committed())).isEmpty();
    }

    @Test
    void a_metric_that_nobody_exposes_and_a_label_it_does_not_have_are_found() {
        MetricsPage page = MetricsPage.committed();
        assertThat(findings(List.of(new Queries.Query("here", "rate(niaga_orders_lost_total[5m])")), page))
                .containsExactly("here: nobody exposes niaga_orders_lost_total");
        assertThat(findings(List.of(new Queries.Query("here", "niaga_outbox_pending{topic=\"x\"}")), page))
                .containsExactly("here: niaga_outbox_pending has no label topic");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sum(rate(a[5m])",
                "rate(a[5 minutes])",
                "sum by application (a)",
                "a{b=c}",
                "smu(a)",
                "a ++ b",
                "a > > 1",
                "a{b=\"c\"} b"
            })
    void an_expression_that_prometheus_would_refuse_is_refused(String expression) {
        assertThatThrownBy(() -> PromQl.of(expression)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void series_that_hide_others_in_a_sum_are_refused() {
        assertThatThrownBy(() -> PromQl.of("sum by (a) (increase(b_total[5m]) or increase(c_total[5m])) > 0"))
                .hasMessageContaining("unexpected or");
        assertThat(PromQl.of("sum by (a) (b) > 0 or sum by (a) (c) > 0").metrics())
                .containsOnlyKeys("b", "c");
    }

    @Test
    void a_service_that_vanished_with_its_targets_is_missed() {
        String told = Queries.rules().stream()
                .filter(rule -> rule.name().equals("ServiceGone"))
                .map(rule -> String.valueOf(rule.said().get("expr")))
                .collect(Collectors.joining());
        assertThat(told).contains("last_over_time", "unless").doesNotContain("up{");
        assertThat(PromQl.of(told).grouped()).containsExactly("application");
    }

    @Test
    void in_a_cluster_pods_are_found_by_their_annotations_under_the_name_that_is_asked_for() {
        String settings = Queries.read(Queries.FOLDER.resolve("prometheus-pods.yml"));
        String job = "job_name: niaga";
        assertThat(settings).contains(job);
        assertThat(Queries.read(Queries.FOLDER.resolve("prometheus.yml"))).contains(job);
        assertThat(Queries.all().stream()
                        .flatMap(query -> Pattern.compile("job=~?(\"[^\"]*\")")
                                .matcher(query.expression())
                                .results())
                        .map(asked -> asked.group(1)))
                .isNotEmpty()
                .containsOnly("\"niaga\"");
        for (Service service : Topology.services()) {
            String deployment = Queries.read(ROOT.resolve("k8s/base/" + service.name() + "/deployment.yaml"));
            assertThat(Pattern.compile("prometheus\\.io/([a-z]+):")
                            .matcher(deployment)
                            .results()
                            .map(found -> found.group(1)))
                    .hasSize(3)
                    .allSatisfy(name -> assertThat(settings)
                            .contains("[__meta_kubernetes_pod_annotation_prometheus_io_" + name + "]"));
        }
    }

    @Test
    void prometheus_asks_every_service_where_it_listens() {
        String settings = Queries.read(Queries.FOLDER.resolve("prometheus.yml"));
        Set<String> asked = settings.lines()
                .map(String::strip)
                .filter(line -> line.matches("- [a-z-]+:[0-9]+"))
                .map(line -> line.substring(2))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(asked)
                .isEqualTo(Topology.services().stream()
                        .map(service -> service.name() + ":" + service.managementPort(new Ports(8080)))
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    private static List<String> findings(List<Queries.Query> queries, MetricsPage page) {
        Set<String> recorded = Queries.rules().stream()
                .filter(rule -> !rule.isAlert())
                .map(Queries.Rule::name)
                .collect(Collectors.toSet());
        List<String> findings = new ArrayList<>();
        for (Queries.Query query : queries) {
            for (Map.Entry<String, Set<String>> used :
                    PromQl.of(query.expression()).metrics().entrySet()) {
                if (recorded.contains(used.getKey()) || used.getKey().equals("up")) {
                    continue;
                }
                Set<String> labels = page.labelsOf(used.getKey());
                if (labels.isEmpty()) {
                    findings.add(query.place() + ": nobody exposes " + used.getKey());
                } else {
                    used.getValue().stream()
                            .filter(label -> !labels.contains(label))
                            .forEach(label ->
                                    findings.add(query.place() + ": " + used.getKey() + " has no label " + label));
                }
            }
        }
        return findings;
    }
}
