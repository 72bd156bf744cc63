package io.niaga.localstack.manifests;

import static io.niaga.localstack.manifests.Yamls.at;
import static io.niaga.localstack.manifests.Yamls.list;
import static io.niaga.localstack.manifests.Yamls.map;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.Yaml;

/**
 * Renders what the kustomizations here use of kustomize: resources, patches, namespace, labels, images, and generators
 * without name suffixes. Anything else it refuses; what it makes is compared with the tool where that is installed.
 */
final class Kustomize {
    private final Map<String, String> secrets;

    /** @param secrets what {@code ./niaga compose-env} would have written into {@code secrets.env} */
    Kustomize(Map<String, String> secrets) {
        this.secrets = secrets;
    }

    /** All documents of a folder with a kustomization. */
    List<Map<String, Object>> render(Path folder) {
        Map<String, Object> kustomization = map(new Yaml().load(read(folder.resolve("kustomization.yaml"))));
        List<Map<String, Object>> documents = new ArrayList<>();
        kustomization.forEach((key, value) -> {
            switch (key) {
                case "apiVersion", "kind", "generatorOptions", "namespace", "labels", "images", "patches" -> {}
                case "resources" ->
                    ((List<?>) value).forEach(name -> documents.addAll(resource(folder.resolve(String.valueOf(name)))));
                case "configMapGenerator" ->
                    list(value).forEach(generator -> documents.add(configMap(folder, generator)));
                case "secretGenerator" -> list(value).forEach(generator -> documents.add(secret(generator)));
                default -> throw new IllegalArgumentException(folder + " uses " + key + ", which nobody renders here");
            }
        });
        if (!documents.isEmpty() && kustomization.get("configMapGenerator") != null) {
            require(at(kustomization, "generatorOptions", "disableNameSuffixHash"), folder);
        }
        adjust(documents, kustomization, folder);
        return documents;
    }

    private static void require(Object unhashed, Path folder) {
        if (!Boolean.TRUE.equals(unhashed)) {
            throw new IllegalArgumentException(folder + " generates names with suffixes");
        }
    }

    private List<Map<String, Object>> resource(Path path) {
        if (Files.isDirectory(path)) {
            return render(path);
        }
        List<Map<String, Object>> documents = new ArrayList<>();
        new Yaml().loadAll(read(path)).forEach(document -> documents.add(map(document)));
        return documents;
    }

    private static void adjust(List<Map<String, Object>> documents, Map<String, Object> kustomization, Path folder) {
        Patches.apply(documents, kustomization, folder);
        for (Map<String, Object> document : documents) {
            Map<String, Object> metadata = map(document.get("metadata"));
            Object namespace = kustomization.get("namespace");
            if (namespace != null && !"Namespace".equals(document.get("kind"))) {
                metadata.put("namespace", namespace);
            }
            if (kustomization.get("labels") != null) {
                list(kustomization.get("labels")).forEach(added -> label(document, added));
            }
            if (kustomization.get("images") != null) {
                containers(document).forEach(container -> name(container, list(kustomization.get("images"))));
            }
        }
    }

    /** On the document, on its pods when that is said, on selectors never: those of a Deployment cannot be changed. */
    private static void label(Map<String, Object> document, Map<String, Object> added) {
        if (!Set.of("pairs", "includeTemplates").containsAll(added.keySet())) {
            throw new IllegalArgumentException("labels use " + added.keySet() + ", which nobody renders here");
        }
        Map<String, Object> pairs = map(added.get("pairs"));
        part(map(document.get("metadata")), "labels").putAll(pairs);
        if (Boolean.TRUE.equals(added.get("includeTemplates"))
                && !containers(document).isEmpty()) {
            if ("StatefulSet".equals(document.get("kind"))) {
                throw new IllegalArgumentException("labels of a StatefulSet's claims, which nobody renders here");
            }
            part(part(map(at(document, "spec", "template")), "metadata"), "labels")
                    .putAll(pairs);
        }
    }

    private static Map<String, Object> part(Map<String, Object> node, String name) {
        return map(node.computeIfAbsent(name, _ -> new LinkedHashMap<String, Object>()));
    }

    private static void name(Map<String, Object> container, List<Map<String, Object>> images) {
        for (Map<String, Object> image : images) {
            if (image.get("name").equals(container.get("image"))) {
                container.put("image", image.getOrDefault("newName", image.get("name")) + ":" + image.get("newTag"));
                return;
            }
        }
    }

    /** The containers of anything that has a pod's template. */
    static List<Map<String, Object>> containers(Map<String, Object> document) {
        Object template = document.get("spec") instanceof Map<?, ?> spec ? spec.get("template") : null;
        return template == null ? List.of() : list(at(template, "spec", "containers"));
    }

    private static Map<String, Object> configMap(Path folder, Map<String, Object> generator) {
        Map<String, Object> data = new LinkedHashMap<>();
        for (Object file : (List<?>) generator.getOrDefault("files", List.of())) {
            Path path = folder.resolve(String.valueOf(file));
            data.put(path.getFileName().toString(), read(path));
        }
        return generated("ConfigMap", generator, data);
    }

    private Map<String, Object> secret(Map<String, Object> generator) {
        Map<String, Object> data = new LinkedHashMap<>();
        secrets.forEach((name, value) -> data.put(name, encoded(value)));
        for (Object literal : (List<?>) generator.getOrDefault("literals", List.of())) {
            String[] parts = String.valueOf(literal).split("=", 2);
            data.put(parts[0], encoded(parts[1]));
        }
        Map<String, Object> secret = generated("Secret", generator, data);
        secret.put("type", "Opaque");
        return secret;
    }

    private static Map<String, Object> generated(String kind, Map<String, Object> generator, Map<String, Object> data) {
        Map<String, Object> metadata = new LinkedHashMap<>(Map.of("name", generator.get("name")));
        if (generator.get("options") != null) {
            metadata.put("labels", new LinkedHashMap<>(map(at(generator, "options", "labels"))));
        }
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("apiVersion", "v1");
        document.put("kind", kind);
        document.put("metadata", metadata);
        document.put("data", data);
        return document;
    }

    private static String encoded(String value) {
        return Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8));
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
