package io.niaga.localstack.manifests;

import static io.niaga.localstack.manifests.Yamls.at;
import static io.niaga.localstack.manifests.Yamls.list;
import static io.niaga.localstack.manifests.Yamls.map;
import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.localstack.topology.Addresses;
import io.niaga.localstack.topology.Environment;
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

/** What a process is told is a setting of its service, and what a service cannot do without it is told. */
class ConfigurationKeysTest {
    private static final Ports PORTS = new Ports(8080);

    @Test
    void every_variable_is_a_setting_of_its_service_and_every_required_one_is_given() {
        ConfigurationPage page = ConfigurationPage.committed();
        Environment local = new Environment(PORTS, Addresses.local(PORTS, "mongodb://", "/index"), name -> name);
        Map<String, Object> compose = map(Yamls.one("docker-compose.yml").get("services"));
        for (Service service : Topology.services()) {
            assertThat(findings(page, service, local.of(service).keySet())).isEmpty();
            assertThat(findings(
                            page,
                            service,
                            map(at(compose, service.name(), "environment")).keySet()))
                    .isEmpty();
            for (String overlay : Overlays.ALL) {
                List<Map<String, Object>> documents = Overlays.of(overlay);
                assertThat(findings(page, service, deployed(documents, service)))
                        .as(overlay)
                        .isEmpty();
                if (service.needs().contains(Need.DATABASE) && !service.needs().contains(Need.INDEX)) {
                    assertThat(findings(page, service, told(documents, "Job", service.name() + "-indexes")))
                            .as(overlay + ", its indexes")
                            .isEmpty();
                }
            }
        }
    }

    @Test
    void a_setting_that_was_renamed_is_found() {
        String text = Kustomize.read(Yamls.ROOT.resolve("docs/configuration.md"));
        ConfigurationPage renamed = new ConfigurationPage(text.replace("NIAGA_CUSTOMER_KEY", "NIAGA_CUSTOMERS_KEY"));
        Service order = Topology.service("order-service");
        assertThat(findings(renamed, order, deployed(Overlays.of("prod"), order)))
                .containsExactly(
                        "order-service is told NIAGA_CUSTOMER_KEY, which it does not listen to",
                        "order-service is not told NIAGA_CUSTOMERS_KEY, which it needs");
    }

    private static List<String> findings(ConfigurationPage page, Service service, Set<String> told) {
        List<String> findings = new ArrayList<>();
        Set<String> known = page.variablesOf(service.shortName());
        told.stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> findings.add(service.name() + " is told " + name + ", which it does not listen to"));
        page.requiredBy(service.shortName()).stream()
                .filter(name -> !told.contains(name))
                .forEach(name -> findings.add(service.name() + " is not told " + name + ", which it needs"));
        return findings;
    }

    private static Set<String> deployed(List<Map<String, Object>> documents, Service service) {
        return told(documents, "Deployment", service.name());
    }

    private static Set<String> told(List<Map<String, Object>> documents, String kind, String name) {
        Map<String, Object> container =
                Kustomize.containers(Overlays.find(documents, kind, name)).getFirst();
        Set<String> names = new TreeSet<>();
        list(container.get("env")).forEach(variable -> names.add(String.valueOf(variable.get("name"))));
        // The JVM's own.
        names.remove("JAVA_TOOL_OPTIONS");
        for (Map<String, Object> source : list(container.get("envFrom"))) {
            Object settings = at(source, "configMapRef", "name");
            names.addAll(map(Overlays.find(documents, "ConfigMap", String.valueOf(settings))
                            .get("data"))
                    .keySet());
        }
        return names;
    }
}
