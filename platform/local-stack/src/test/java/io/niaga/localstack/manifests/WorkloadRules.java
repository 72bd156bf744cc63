package io.niaga.localstack.manifests;

import static io.niaga.localstack.manifests.Yamls.at;
import static io.niaga.localstack.manifests.Yamls.list;
import static io.niaga.localstack.manifests.Yamls.map;

import io.niaga.localstack.secrets.Secrets;
import io.niaga.localstack.topology.Ports;
import io.niaga.localstack.topology.Service;
import io.niaga.localstack.topology.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What every pod and every service of an overlay must have; the findings say what is missing where. */
final class WorkloadRules {
    private static final List<String> WITH_PODS = List.of("Deployment", "StatefulSet", "Job");
    private static final Ports PORTS = new Ports(8080);
    private final List<Map<String, Object>> documents;
    private final List<String> findings = new ArrayList<>();

    private WorkloadRules(List<Map<String, Object>> documents) {
        this.documents = documents;
    }

    static List<String> findings(List<Map<String, Object>> documents) {
        WorkloadRules rules = new WorkloadRules(documents);
        documents.stream()
                .filter(document -> WITH_PODS.contains(String.valueOf(document.get("kind"))))
                .forEach(rules::pod);
        Topology.services().forEach(rules::service);
        rules.references();
        return rules.findings;
    }

    private void require(boolean holds, String where, String what) {
        if (!holds) {
            findings.add(where + ": " + what);
        }
    }

    private void pod(Map<String, Object> document) {
        String name = String.valueOf(at(document, "metadata", "name"));
        Map<String, Object> pod = map(at(document, "spec", "template", "spec"));
        require(Boolean.FALSE.equals(pod.get("automountServiceAccountToken")), name, "the cluster's token is mounted");
        require(Boolean.TRUE.equals(within(pod, "securityContext", "runAsNonRoot")), name, "may run as root");
        require(
                "RuntimeDefault".equals(within(pod, "securityContext", "seccompProfile", "type")),
                name,
                "has no seccomp profile");
        for (Map<String, Object> container : list(pod.get("containers"))) {
            require(
                    Boolean.FALSE.equals(within(container, "securityContext", "allowPrivilegeEscalation")),
                    name,
                    "may raise its privileges");
            require(
                    List.of("ALL").equals(within(container, "securityContext", "capabilities", "drop")),
                    name,
                    "keeps capabilities");
            require(within(container, "resources", "requests", "cpu") != null, name, "requests no cpu");
            require(within(container, "resources", "requests", "memory") != null, name, "requests no memory");
            require(within(container, "resources", "limits", "memory") != null, name, "has no limit of memory");
            require(
                    String.valueOf(container.get("image")).matches("[a-z./-]+:(local|v?[0-9]+\\.[0-9]+\\.[0-9]+)"),
                    name,
                    "image is not pinned: " + container.get("image"));
        }
    }

    private void service(Service service) {
        String name = service.name();
        Map<String, Object> deployment = Overlays.find(documents, "Deployment", name);
        Map<String, Object> pod = map(at(deployment, "spec", "template", "spec"));
        Map<String, Object> container = list(pod.get("containers")).getFirst();
        Map<Object, Object> ports = list(container.get("ports")).stream()
                .collect(Collectors.toMap(port -> port.get("name"), port -> port.get("containerPort")));
        require(
                Map.of("http", service.port(PORTS), "management", service.managementPort(PORTS))
                        .equals(ports),
                name,
                "ports are " + ports);
        probe(name, container, "startupProbe", "liveness", ports.keySet());
        probe(name, container, "readinessProbe", "readiness", ports.keySet());
        probe(name, container, "livenessProbe", "liveness", ports.keySet());
        require(
                Boolean.TRUE.equals(within(container, "securityContext", "readOnlyRootFilesystem")),
                name,
                "may write into its image");
        require(
                number(pod.get("terminationGracePeriodSeconds")) >= Shutdown.longest(documents),
                name,
                "is killed before it has finished");
        require(
                spread(pod, name).equals(Set.of("topology.kubernetes.io/zone", "kubernetes.io/hostname")),
                name,
                "may all be in one place");
        Object account = pod.get("serviceAccountName");
        require(
                name.equals(account)
                        && Boolean.FALSE.equals(
                                Overlays.find(documents, "ServiceAccount", name).get("automountServiceAccountToken")),
                name,
                "has no account of its own without a token");
        exposed(service, map(at(deployment, "spec", "template", "metadata", "labels")));
    }

    private void probe(String name, Map<String, Object> container, String kind, String group, Set<Object> ports) {
        Object get = within(container, kind, "httpGet");
        boolean asks = get != null
                && ("/actuator/health/" + group).equals(map(get).get("path"))
                && "management".equals(map(get).get("port"))
                && ports.contains("management");
        require(asks, name, kind + " asks nobody");
    }

    private static Set<Object> spread(Map<String, Object> pod, String name) {
        return pod.get("topologySpreadConstraints") == null
                ? Set.of()
                : list(pod.get("topologySpreadConstraints")).stream()
                        .filter(constraint -> Map.of("app.kubernetes.io/name", name)
                                .equals(within(constraint, "labelSelector", "matchLabels")))
                        .map(constraint -> constraint.get("topologyKey"))
                        .collect(Collectors.toSet());
    }

    private void exposed(Service service, Map<String, Object> labels) {
        Map<String, Object> address = Overlays.find(documents, "Service", service.name());
        Map<String, Object> port = list(at(address, "spec", "ports")).getFirst();
        require(
                labels.entrySet()
                                .containsAll(
                                        map(at(address, "spec", "selector")).entrySet())
                        && port.get("port").equals(service.port(PORTS))
                        && "http".equals(port.get("targetPort")),
                service.name(),
                "its address leads nowhere");
        Map<String, Object> budget = Overlays.find(documents, "PodDisruptionBudget", service.name());
        require(
                labels.entrySet()
                        .containsAll(map(at(budget, "spec", "selector", "matchLabels"))
                                .entrySet()),
                service.name(),
                "its disruption budget covers nobody");
    }

    /** Everything a pod is told or mounts is there, by key where it names one. */
    private void references() {
        Map<String, Set<String>> maps = keys("ConfigMap");
        Map<String, Set<String>> secrets = keys("Secret");
        // Where nobody makes it here the platform does: what compose-env writes, and the address of its database.
        secrets.computeIfAbsent(
                "niaga-secrets",
                name -> Stream.concat(Secrets.names().stream(), Stream.of("NIAGA_MONGODB_URI"))
                        .collect(Collectors.toSet()));
        for (Map<String, Object> document : documents) {
            if (WITH_PODS.contains(String.valueOf(document.get("kind")))) {
                String name = String.valueOf(at(document, "metadata", "name"));
                look(at(document, "spec", "template", "spec"), name, maps, secrets);
            }
        }
    }

    private void look(Object node, String where, Map<String, Set<String>> maps, Map<String, Set<String>> secrets) {
        if (node instanceof List<?> several) {
            several.forEach(one -> look(one, where, maps, secrets));
        } else if (node instanceof Map<?, ?>) {
            map(node).forEach((key, value) -> {
                switch (key) {
                    case "configMapRef", "configMapKeyRef", "configMap" -> named(where, map(value), maps);
                    case "secretRef", "secretKeyRef", "secret" -> named(where, map(value), secrets);
                    default -> look(value, where, maps, secrets);
                }
            });
        }
    }

    private void named(String where, Map<String, Object> reference, Map<String, Set<String>> there) {
        String name = String.valueOf(reference.getOrDefault("name", reference.get("secretName")));
        require(there.containsKey(name), where, "is told by " + name + ", which is not there");
        Set<String> keys = there.getOrDefault(name, Set.of());
        List<Object> wanted = new ArrayList<>();
        if (reference.get("key") != null) {
            wanted.add(reference.get("key"));
        }
        if (reference.get("items") != null) {
            list(reference.get("items")).forEach(item -> wanted.add(item.get("key")));
        }
        wanted.forEach(key -> require(
                keys.contains(String.valueOf(key)),
                where,
                "is told " + key + " by " + name + ", which does not say it"));
    }

    private Map<String, Set<String>> keys(String kind) {
        return Overlays.all(documents, kind).stream()
                .collect(Collectors.toMap(
                        document -> String.valueOf(at(document, "metadata", "name")),
                        document -> Set.copyOf(map(document.get("data")).keySet())));
    }

    private static int number(Object value) {
        return value instanceof Integer number ? number : 0;
    }

    private static Object within(Object node, String... path) {
        Object here = node;
        for (String name : path) {
            here = here == null ? null : map(here).get(name);
        }
        return here;
    }
}
