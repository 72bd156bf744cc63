package io.niaga.localstack.manifests;

import static io.niaga.localstack.manifests.Yamls.at;

import io.niaga.localstack.secrets.Secrets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The overlays as they would be applied. */
final class Overlays {
    static final List<String> ALL = List.of("dev", "prod");

    private Overlays() {}

    /** A fresh copy each time, so that a test may damage it. */
    static List<Map<String, Object>> of(String overlay) {
        Map<String, String> secrets =
                Secrets.names().stream().collect(Collectors.toMap(name -> name, name -> "of " + name));
        return new Kustomize(secrets).render(Yamls.ROOT.resolve("k8s/overlays").resolve(overlay));
    }

    static Map<String, Object> find(List<Map<String, Object>> documents, String kind, String name) {
        return documents.stream()
                .filter(document -> document.get("kind").equals(kind) && name.equals(at(document, "metadata", "name")))
                .findFirst()
                .orElseThrow(() -> new AssertionError("there is no " + kind + " " + name));
    }

    static List<Map<String, Object>> all(List<Map<String, Object>> documents, String kind) {
        return documents.stream()
                .filter(document -> document.get("kind").equals(kind))
                .toList();
    }
}
