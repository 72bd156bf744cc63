package io.niaga.localstack.manifests;

import static io.niaga.localstack.manifests.Yamls.at;
import static io.niaga.localstack.manifests.Yamls.list;
import static io.niaga.localstack.manifests.Yamls.map;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.Yaml;

/** Patches of a kustomization: documents laid over documents (lists by their items' names), and lists of operations. */
final class Patches {
    private static final List<String> NAMES = List.of("name", "mountPath", "containerPort");

    private Patches() {}

    static void apply(List<Map<String, Object>> documents, Map<String, Object> kustomization, Path folder) {
        if (kustomization.get("patches") == null) {
            return;
        }
        for (Map<String, Object> patch : list(kustomization.get("patches"))) {
            Object text = patch.get("path") == null
                    ? patch.get("patch")
                    : Kustomize.read(folder.resolve(String.valueOf(patch.get("path"))));
            for (Object content : new Yaml().loadAll(String.valueOf(text))) {
                Map<String, Object> target = patch.get("target") == null ? identity(content) : map(patch.get("target"));
                apply(documents, target, content);
            }
        }
    }

    private static void apply(List<Map<String, Object>> documents, Map<String, Object> target, Object content) {
        List<Map<String, Object>> hit = documents.stream()
                .filter(document -> target.get("kind").equals(document.get("kind")))
                .filter(document ->
                        target.get("name") == null || target.get("name").equals(at(document, "metadata", "name")))
                .toList();
        if (hit.isEmpty()) {
            throw new IllegalArgumentException("a patch finds nothing: " + target);
        }
        for (Map<String, Object> document : hit) {
            if (content instanceof List<?> operations) {
                operations.forEach(operation -> operate(document, map(operation)));
            } else {
                merge(document, map(content));
            }
        }
    }

    private static Map<String, Object> identity(Object content) {
        Map<String, Object> document = map(content);
        return Map.of("kind", document.get("kind"), "name", at(document, "metadata", "name"));
    }

    private static void operate(Map<String, Object> document, Map<String, Object> operation) {
        String[] path = String.valueOf(operation.get("path")).substring(1).split("/");
        Object parent = document;
        for (int i = 0; i < path.length - 1; i++) {
            parent = parent instanceof List<?> items
                    ? items.get(Integer.parseInt(path[i]))
                    : map(parent).get(path[i].replace("~1", "/"));
        }
        String last = path[path.length - 1].replace("~1", "/");
        switch (String.valueOf(operation.get("op"))) {
            case "remove" -> {
                if (map(parent).remove(last) == null) {
                    throw new IllegalArgumentException("nothing to remove at " + operation.get("path"));
                }
            }
            case "add", "replace" -> map(parent).put(last, operation.get("value"));
            default -> throw new IllegalArgumentException("unknown operation " + operation);
        }
    }

    private static void merge(Map<String, Object> into, Map<String, Object> patch) {
        patch.forEach((key, value) -> {
            Object old = into.get(key);
            if (old instanceof Map<?, ?> && value instanceof Map<?, ?>) {
                merge(map(old), map(value));
            } else if (old instanceof List<?> && value instanceof List<?> items && named(items) != null) {
                into.put(key, merged(list(old), list(value), named(items)));
            } else {
                into.put(key, value);
            }
        });
    }

    private static String named(List<?> items) {
        return NAMES.stream()
                .filter(name -> items.stream().allMatch(item -> item instanceof Map<?, ?> m && m.containsKey(name)))
                .findFirst()
                .orElse(null);
    }

    private static List<Map<String, Object>> merged(
            List<Map<String, Object>> old, List<Map<String, Object>> patch, String name) {
        List<Map<String, Object>> all = new ArrayList<>(old);
        for (Map<String, Object> item : patch) {
            all.stream()
                    .filter(known -> item.get(name).equals(known.get(name)))
                    .findFirst()
                    .ifPresentOrElse(known -> merge(known, item), () -> all.add(item));
        }
        return all;
    }
}
