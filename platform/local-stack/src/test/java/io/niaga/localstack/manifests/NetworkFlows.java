package io.niaga.localstack.manifests;

import static io.niaga.localstack.manifests.Yamls.at;
import static io.niaga.localstack.manifests.Yamls.list;
import static io.niaga.localstack.manifests.Yamls.map;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the network policies of an overlay let through: {@code order-service > catalog-service:8081}. Between pods a flow needs
 * both ends' consent; one that only one end allows is a half.
 */
final class NetworkFlows {
    private static final List<String> WITH_PODS = List.of("Deployment", "StatefulSet", "Job");
    private final List<Map<String, Object>> pods = new ArrayList<>();
    private final Set<String> outgoing = new TreeSet<>();
    private final Set<String> incoming = new TreeSet<>();
    private boolean denied;

    NetworkFlows(List<Map<String, Object>> documents) {
        documents.stream()
                .filter(document -> WITH_PODS.contains(String.valueOf(document.get("kind"))))
                .forEach(document -> pods.add(map(at(document, "spec", "template", "metadata", "labels"))));
        Overlays.all(documents, "NetworkPolicy").forEach(this::read);
    }

    /** Flows that both ends allow, and those from or to the outside. */
    Set<String> allowed() {
        Set<String> all = new TreeSet<>(outgoing);
        all.addAll(incoming);
        all.removeAll(halves());
        return all;
    }

    Set<String> halves() {
        Set<String> halves = new TreeSet<>();
        outgoing.stream()
                .filter(flow -> isInner(flow) && !incoming.contains(flow))
                .forEach(halves::add);
        incoming.stream()
                .filter(flow -> isInner(flow) && !outgoing.contains(flow))
                .forEach(halves::add);
        return halves;
    }

    /** Whether what no policy names is refused, in both directions. */
    boolean deniesTheRest() {
        return denied;
    }

    private static boolean isInner(String flow) {
        return !flow.contains("namespace ") && !flow.contains("net ");
    }

    private void read(Map<String, Object> policy) {
        Map<String, Object> spec = map(policy.get("spec"));
        List<?> types = (List<?>) spec.get("policyTypes");
        if (map(spec.get("podSelector")).isEmpty() && spec.get("ingress") == null && spec.get("egress") == null) {
            denied = types.contains("Ingress") && types.contains("Egress");
        }
        require(policy, "ingress", types.contains("Ingress") || spec.get("ingress") == null);
        require(policy, "egress", types.contains("Egress") || spec.get("egress") == null);
        for (String pod : selected(map(spec.get("podSelector")))) {
            rules(spec, "ingress")
                    .forEach(rule -> edges(rule, "from").forEach(end -> incoming.add(end[0] + " > " + pod + end[1])));
            rules(spec, "egress")
                    .forEach(rule -> edges(rule, "to").forEach(end -> outgoing.add(pod + " > " + end[0] + end[1])));
        }
    }

    private static void require(Map<String, Object> policy, String part, boolean meant) {
        if (!meant) {
            throw new AssertionError(at(policy, "metadata", "name") + " has " + part + " without saying so");
        }
    }

    private static List<Map<String, Object>> rules(Map<String, Object> spec, String direction) {
        return spec.get(direction) == null ? List.of() : list(spec.get(direction));
    }

    private List<String[]> edges(Map<String, Object> rule, String side) {
        List<String[]> edges = new ArrayList<>();
        for (Map<String, Object> peer : list(rule.get(side))) {
            for (Map<String, Object> port : list(rule.get("ports"))) {
                peers(peer).forEach(name -> edges.add(new String[] {name, ":" + port.get("port")}));
            }
        }
        return edges;
    }

    private List<String> peers(Map<String, Object> peer) {
        if (peer.get("ipBlock") != null) {
            return List.of("net " + at(peer, "ipBlock", "cidr"));
        }
        if (peer.get("namespaceSelector") != null) {
            return List.of("namespace " + at(peer, "namespaceSelector", "matchLabels", "kubernetes.io/metadata.name"));
        }
        return selected(map(peer.get("podSelector")));
    }

    private List<String> selected(Map<String, Object> selector) {
        return pods.stream()
                .filter(labels -> matches(selector, labels))
                .map(labels -> String.valueOf(labels.get("app.kubernetes.io/name")))
                .toList();
    }

    private static boolean matches(Map<String, Object> selector, Map<String, Object> labels) {
        boolean all = selector.get("matchLabels") == null
                || labels.entrySet()
                        .containsAll(map(selector.get("matchLabels")).entrySet());
        if (selector.get("matchExpressions") != null) {
            for (Map<String, Object> expression : list(selector.get("matchExpressions"))) {
                if (!expression.get("operator").equals("In")) {
                    throw new AssertionError("only In is understood here: " + expression);
                }
                all &= ((List<?>) expression.get("values")).contains(labels.get(expression.get("key")));
            }
        }
        return all;
    }
}
