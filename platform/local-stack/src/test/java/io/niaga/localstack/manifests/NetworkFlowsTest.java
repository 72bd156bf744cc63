package io.niaga.localstack.manifests;

import static io.niaga.localstack.manifests.Yamls.at;
import static io.niaga.localstack.manifests.Yamls.list;
import static io.niaga.localstack.manifests.Yamls.map;
import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.localstack.topology.Need;
import io.niaga.localstack.topology.Ports;
import io.niaga.localstack.topology.Service;
import io.niaga.localstack.topology.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Policies let through what the topology says that the code does, and nothing else. */
class NetworkFlowsTest {
    private static final Ports PORTS = new Ports(8080);
    private static final int COLLECTOR = 4318;

    @Test
    void in_dev_every_flow_is_one_that_the_code_makes_and_every_such_flow_is_allowed() {
        NetworkFlows flows = new NetworkFlows(Overlays.of("dev"));
        Set<String> expected = new TreeSet<>(services());
        expected.addAll(backing("mongo:27017", "kafka:9092", "keycloak:8180"));
        expected.addAll(
                Set.of("kafka-topics > kafka:9092", "mongo > mongo:27017", "kafka > kafka:9092", "kafka > kafka:9093"));
        expected.addAll(jobs("mongo:27017"));
        Topology.services().stream()
                .filter(service -> service.needs().contains(Need.WEBHOOKS))
                .forEach(service -> expected.add(service.name() + " > gateway:8080"));
        assertThat(flows.halves()).isEmpty();
        assertThat(withoutNames(flows)).isEqualTo(expected);
        assertThat(flows.deniesTheRest()).isTrue();
    }

    @Test
    void in_prod_nothing_is_left_of_the_sandbox_and_the_platform_is_reached() {
        NetworkFlows flows = new NetworkFlows(Overlays.of("prod"));
        Set<String> expected = new TreeSet<>(services());
        expected.addAll(backing("net 10.20.0.0/16:27017", "namespace kafka:9092", "net 10.30.0.0/16:443"));
        expected.addAll(jobs("net 10.20.0.0/16:27017"));
        expected.addAll(Set.of(
                "kafka-topics > namespace kafka:9092",
                "keycloak-realm > net 10.30.0.0/16:443",
                "user-service > net 10.40.0.0/16:587"));
        assertThat(flows.halves()).isEmpty();
        assertThat(withoutNames(flows)).isEqualTo(expected);
        assertThat(flows.deniesTheRest()).isTrue();
    }

    @Test
    void the_collector_that_the_settings_name_as_an_example_is_one_that_is_reached() {
        String settings = Kustomize.read(Yamls.ROOT.resolve("k8s/base/settings.yaml"));
        assertThat(settings).contains("http://collector.monitoring:" + COLLECTOR + "/v1/traces");
    }

    @Test
    void a_flow_too_many_one_too_few_and_an_open_door_are_found() {
        List<Map<String, Object>> opened = Overlays.of("dev");
        list(at(policy(opened, "payment-service"), "spec", "ingress"))
                .getFirst()
                .put("from", List.of(Map.of("podSelector", Map.of())));
        assertThat(new NetworkFlows(opened).halves()).contains("search-service > payment-service:8084");
        List<Map<String, Object>> closed = Overlays.of("dev");
        map(policy(closed, "order-service").get("spec")).put("egress", new ArrayList<>());
        assertThat(new NetworkFlows(closed).halves()).contains("order-service > catalog-service:8081");
        List<Map<String, Object>> open = Overlays.of("dev");
        open.remove(policy(open, "default-deny"));
        assertThat(new NetworkFlows(open).deniesTheRest()).isFalse();
    }

    private static Map<String, Object> policy(List<Map<String, Object>> documents, String name) {
        return Overlays.find(documents, "NetworkPolicy", name);
    }

    /** Calls between services, the front door, who reads the metrics and where traces go. */
    private static Set<String> services() {
        Set<String> expected = new TreeSet<>();
        expected.add("namespace ingress-nginx > gateway:8080");
        for (Service service : Topology.services()) {
            expected.add("namespace monitoring > " + service.name() + ":" + service.managementPort(PORTS));
            expected.add(service.name() + " > namespace monitoring:" + COLLECTOR);
            service.calls()
                    .forEach(called -> expected.add(service.name() + " > " + called + "-service:"
                            + Topology.service(called + "-service").port(PORTS)));
        }
        return expected;
    }

    private static Set<String> backing(String database, String broker, String identity) {
        Set<String> expected = new TreeSet<>();
        for (Service service : Topology.services()) {
            if (service.needs().contains(Need.DATABASE)) {
                expected.add(service.name() + " > " + database);
            }
            if (service.needs().contains(Need.BROKER)) {
                expected.add(service.name() + " > " + broker);
            }
            expected.add(service.name() + " > " + identity);
        }
        return expected;
    }

    private static Set<String> jobs(String database) {
        Set<String> expected = new TreeSet<>();
        Overlays.all(Overlays.of("dev"), "Job").stream()
                .map(job -> String.valueOf(at(job, "metadata", "name")))
                .filter(name -> name.endsWith("-indexes"))
                .forEach(name -> expected.add(name + " > " + database));
        assertThat(expected).hasSize(7);
        return expected;
    }

    private static Set<String> withoutNames(NetworkFlows flows) {
        Set<String> rest = new TreeSet<>(flows.allowed());
        Set<String> names = new TreeSet<>(rest.stream()
                .filter(flow -> flow.endsWith(" > namespace kube-system:53"))
                .toList());
        assertThat(names).hasSizeGreaterThan(Topology.services().size());
        rest.removeAll(names);
        return rest;
    }
}
