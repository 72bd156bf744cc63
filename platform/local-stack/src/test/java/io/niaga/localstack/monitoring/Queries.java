package io.niaga.localstack.monitoring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every expression of the committed rules and dashboards, with where it stands. */
final class Queries {
    static final Path FOLDER = Path.of("../../k8s/base/monitoring");

    private Queries() {}

    record Query(String place, String expression) {}

    /** One rule of the file. */
    record Rule(Map<String, Object> said) {
        String name() {
            return String.valueOf(said.containsKey("alert") ? said.get("alert") : said.get("record"));
        }

        boolean isAlert() {
            return said.containsKey("alert");
        }

        @SuppressWarnings("unchecked")
        Map<String, Object> part(String name) {
            return (Map<String, Object>) said.getOrDefault(name, Map.of());
        }
    }

    @SuppressWarnings("unchecked")
    static List<Rule> rules() {
        Map<String, Object> file = new Yaml().load(read(FOLDER.resolve("rules/niaga.yml")));
        return ((List<Map<String, Object>>) file.get("groups"))
                .stream()
                        .flatMap(group -> ((List<Map<String, Object>>) group.get("rules")).stream())
                        .map(Rule::new)
                        .toList();
    }

    static List<JsonNode> dashboards() {
        try (Stream<Path> files = Files.list(FOLDER.resolve("dashboards"))) {
            return files.sorted()
                    .map(file -> JsonMapper.shared().readTree(read(file)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Query> all() {
        List<Query> all = new ArrayList<>();
        rules().forEach(rule ->
                all.add(new Query(rule.name(), String.valueOf(rule.said().get("expr")))));
        for (JsonNode dashboard : dashboards()) {
            for (JsonNode panel : dashboard.path("panels")) {
                for (JsonNode target : panel.path("targets")) {
                    all.add(new Query(
                            dashboard.path("title").asString() + ", "
                                    + panel.path("title").asString(),
                            target.path("expr").asString()));
                }
            }
        }
        return all;
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
