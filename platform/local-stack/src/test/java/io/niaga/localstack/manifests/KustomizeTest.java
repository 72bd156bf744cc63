package io.niaga.localstack.manifests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.niaga.localstack.secrets.Secrets;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

/** What is checked here is what kustomize would apply; skipped where neither kustomize nor kubectl is installed. */
class KustomizeTest {
    @TempDir
    Path copy;

    @ParameterizedTest
    @ValueSource(strings = {"dev", "prod"})
    void the_rendering_is_that_of_kustomize(String overlay) throws Exception {
        List<String> tool = Stream.of(List.of("kustomize", "build"), List.of("kubectl", "kustomize"))
                .filter(command -> installed(command.getFirst()))
                .findFirst()
                .orElse(List.of());
        assumeTrue(!tool.isEmpty(), "kustomize is not installed");
        copyManifests();
        Files.write(
                copy.resolve("k8s/overlays/dev/secrets.env"),
                Secrets.names().stream().map(name -> name + "=of " + name).toList());
        List<String> command = new ArrayList<>(tool);
        command.add(copy.resolve("k8s/overlays").resolve(overlay).toString());
        Path out = copy.resolve("rendered.yaml");
        Process process =
                new ProcessBuilder(command).redirectOutput(out.toFile()).start();
        String complaint = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(complaint).isZero();
        List<Map<String, Object>> theirs = new ArrayList<>();
        new Yaml().loadAll(Files.readString(out)).forEach(document -> theirs.add(Yamls.map(document)));
        assertThat(byIdentity(Overlays.of(overlay))).isEqualTo(byIdentity(theirs));
    }

    @Test
    void labels_are_added_to_documents_and_pods_and_never_to_selectors() throws Exception {
        Files.writeString(copy.resolve("pod.yaml"), """
                kind: Deployment
                metadata: {name: shop}
                spec:
                  selector: {matchLabels: {app: shop}}
                  template: {metadata: {labels: {app: shop}}, spec: {containers: [{name: shop}]}}
                """);
        Map<String, Object> labelled =
                rendered("{pairs: {part: all}, includeTemplates: true}").getFirst();
        assertThat(Yamls.at(labelled, "metadata", "labels")).isEqualTo(Map.of("part", "all"));
        assertThat(Yamls.at(labelled, "spec", "template", "metadata", "labels"))
                .isEqualTo(Map.of("app", "shop", "part", "all"));
        assertThat(Yamls.at(labelled, "spec", "selector", "matchLabels")).isEqualTo(Map.of("app", "shop"));
        assertThat(Yamls.at(rendered("{pairs: {part: all}}").getFirst(), "spec", "template", "metadata", "labels"))
                .isEqualTo(Map.of("app", "shop"));
        assertThatThrownBy(() -> rendered("{pairs: {part: all}, includeSelectors: true}"))
                .hasMessageContaining("includeSelectors");
    }

    private List<Map<String, Object>> rendered(String labels) throws IOException {
        Files.writeString(copy.resolve("kustomization.yaml"), "resources: [pod.yaml]\nlabels: [" + labels + "]\n");
        return new Kustomize(Map.of()).render(copy);
    }

    private static boolean installed(String program) {
        return Stream.of(System.getenv("PATH").split(java.io.File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private void copyManifests() throws IOException {
        Path from = Yamls.ROOT.resolve("k8s");
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path to = copy.resolve("k8s").resolve(from.relativize(file).toString());
                Files.createDirectories(to.getParent());
                Files.copy(file, to);
            }
        }
    }

    /** Lists of named things in the order of their names: kustomize has an order of its own. */
    private static Map<String, Object> byIdentity(List<Map<String, Object>> documents) {
        Map<String, Object> all = new TreeMap<>();
        documents.forEach(document ->
                all.put(document.get("kind") + "/" + Yamls.at(document, "metadata", "name"), sorted(document)));
        return all;
    }

    private static Object sorted(Object node) {
        if (node instanceof Map<?, ?> map) {
            Map<String, Object> copy = new TreeMap<>();
            map.forEach((key, value) -> copy.put(String.valueOf(key), sorted(value)));
            return copy;
        }
        if (node instanceof List<?> list) {
            return list.stream()
                    .map(KustomizeTest::sorted)
                    .sorted((a, b) -> name(a).compareTo(name(b)))
                    .toList();
        }
        return node;
    }

    private static String name(Object item) {
        return item instanceof Map<?, ?> map && map.get("name") != null ? String.valueOf(map.get("name")) : "";
    }
}
