package io.niaga.localstack.manifests;

import static io.niaga.localstack.manifests.Yamls.at;
import static io.niaga.localstack.manifests.Yamls.list;
import static io.niaga.localstack.manifests.Yamls.map;
import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.localstack.topology.Service;
import io.niaga.localstack.topology.Topology;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkloadRulesTest {
    @ParameterizedTest
    @ValueSource(strings = {"dev", "prod"})
    void every_workload_keeps_the_rules(String overlay) {
        assertThat(WorkloadRules.findings(Overlays.of(overlay))).isEmpty();
    }

    @Test
    void each_rule_finds_what_it_is_for() {
        assertFound(d -> container(d).remove("livenessProbe"), "livenessProbe asks nobody");
        assertFound(d -> map(at(container(d), "readinessProbe", "httpGet")).put("port", "http"), "readinessProbe asks");
        assertFound(
                d -> map(at(container(d), "startupProbe", "httpGet")).put("path", "/actuator/health/readiness"),
                "startupProbe asks nobody");
        assertFound(d -> list(container(d).get("ports")).getFirst().put("containerPort", 8099), "ports are");
        assertFound(d -> pod(d).put("terminationGracePeriodSeconds", 30), "is killed before it has finished");
        assertFound(d -> map(container(d).get("resources")).remove("limits"), "has no limit of memory");
        assertFound(d -> map(container(d).get("securityContext")).remove("readOnlyRootFilesystem"), "may write");
        assertFound(d -> map(pod(d).get("securityContext")).put("runAsNonRoot", false), "may run as root");
        assertFound(d -> pod(d).remove("automountServiceAccountToken"), "the cluster's token is mounted");
        assertFound(d -> pod(d).remove("topologySpreadConstraints"), "may all be in one place");
        assertFound(d -> container(d).put("image", "niaga/order-service:latest"), "image is not pinned");
        assertFound(
                d -> map(at(d, "spec", "template", "metadata", "labels")).put("app.kubernetes.io/name", "orders"),
                "its address leads nowhere");
        assertFound(
                d -> map(list(container(d).get("envFrom")).getFirst().get("configMapRef"))
                        .put("name", "nobody"),
                "is told by nobody, which is not there");
        assertFound(
                d -> secret(d, "NIAGA_CUSTOMER_KEY").put("key", "NIAGA_CUSTOMERS_KEY"),
                "is told NIAGA_CUSTOMERS_KEY by niaga-secrets, which does not say it");
        assertFound(
                d -> list(pod(d).get("volumes")).add(new HashMap<>(Map.of("configMap", Map.of("name", "nothing")))),
                "is told by nothing, which is not there");
    }

    private static Map<String, Object> secret(Map<String, Object> deployment, String variable) {
        return list(container(deployment).get("env")).stream()
                .filter(one -> variable.equals(one.get("name")))
                .map(one -> map(at(one, "valueFrom", "secretKeyRef")))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void the_broker_of_dev_has_room_beside_its_heap() {
        Map<String, Object> broker = Kustomize.containers(Overlays.find(Overlays.of("dev"), "StatefulSet", "kafka"))
                .getFirst();
        assertThat(at(broker, "resources", "limits", "memory")).isEqualTo("1Gi");
        assertThat(list(broker.get("env"))).contains(Map.of("name", "KAFKA_HEAP_OPTS", "value", "-Xmx512m -Xms512m"));
    }

    @Test
    void prod_scales_by_itself_behind_one_door_with_tls() {
        List<Map<String, Object>> prod = Overlays.of("prod");
        for (Service service : Topology.services()) {
            Map<String, Object> scaler = Overlays.find(prod, "HorizontalPodAutoscaler", service.name());
            assertThat(at(scaler, "spec", "scaleTargetRef", "name")).isEqualTo(service.name());
            assertThat((Integer) at(scaler, "spec", "minReplicas")).isGreaterThanOrEqualTo(2);
            assertThat(map(Overlays.find(prod, "Deployment", service.name()).get("spec")))
                    .as("who scales is asked by nobody else")
                    .doesNotContainKey("replicas");
        }
        Map<String, Object> door = map(Overlays.find(prod, "Ingress", "gateway").get("spec"));
        Map<String, Object> rule = list(door.get("rules")).getFirst();
        assertThat(list(door.get("tls")).getFirst().get("hosts")).isEqualTo(List.of(rule.get("host")));
        assertThat(list(at(rule, "http", "paths")))
                .extracting(path ->
                        at(path, "backend", "service", "name") + ":" + at(path, "backend", "service", "port", "name"))
                .containsOnly("gateway:http");
    }

    @Test
    void prod_believes_its_one_door_about_callers_and_has_names_of_its_own() {
        List<Map<String, Object>> prod = Overlays.of("prod");
        assertThat(told(prod, "gateway")).containsEntry("NIAGA_TRUSTED_PROXIES", "1");
        assertThat(told(prod, "gateway").get("NIAGA_CORS_ALLOWED_ORIGINS"))
                .asString()
                .startsWith("https://")
                .doesNotContain("localhost");
        assertThat(told(prod, "user-service")).containsKey("NIAGA_MAIL_FROM");
    }

    private static Map<Object, Object> told(List<Map<String, Object>> documents, String name) {
        return list(container(Overlays.find(documents, "Deployment", name)).get("env")).stream()
                .filter(variable -> variable.get("value") != null)
                .collect(Collectors.toMap(variable -> variable.get("name"), variable -> variable.get("value")));
    }

    @Test
    void prod_has_no_sandbox_no_demo_people_and_none_of_the_backing() {
        List<Map<String, Object>> prod = Overlays.of("prod");
        assertThat(prod).noneMatch(document -> document.get("kind").equals("StatefulSet"));
        assertThat(prod).noneMatch(document -> document.get("kind").equals("Secret"));
        assertThat(prod).noneMatch(document -> at(document, "metadata", "name").equals("niaga-demo-sign-ins"));
        assertThat(prod)
                .noneMatch(document -> Kustomize.containers(document).stream()
                        .filter(container -> container.get("env") != null)
                        .flatMap(container -> list(container.get("env")).stream())
                        .anyMatch(variable -> String.valueOf(variable.get("name"))
                                        .matches("NIAGA_SANDBOX_ENABLED|NIAGA_DEMO_SIGN_INS")
                                && "true".equals(variable.get("value"))));
    }

    private static void assertFound(Consumer<Map<String, Object>> damage, String finding) {
        List<Map<String, Object>> documents = Overlays.of("dev");
        damage.accept(Overlays.find(documents, "Deployment", "order-service"));
        assertThat(WorkloadRules.findings(documents))
                .as(finding)
                .anyMatch(found -> found.startsWith("order-service: " + finding));
    }

    private static Map<String, Object> pod(Map<String, Object> deployment) {
        return map(at(deployment, "spec", "template", "spec"));
    }

    private static Map<String, Object> container(Map<String, Object> deployment) {
        return Kustomize.containers(deployment).getFirst();
    }
}
