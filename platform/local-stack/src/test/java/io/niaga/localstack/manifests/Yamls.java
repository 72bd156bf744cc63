package io.niaga.localstack.manifests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.Yaml;

/** Files of the checkout as maps and lists. */
final class Yamls {
    static final Path ROOT = Path.of("../..");

    private Yamls() {}

    static Map<String, Object> one(String file) {
        return all(file).getFirst();
    }

    static List<Map<String, Object>> all(String file) {
        try {
            List<Map<String, Object>> documents = new ArrayList<>();
            Iterable<Object> loaded = new Yaml().loadAll(Files.readString(ROOT.resolve(file)));
            StreamSupport.stream(loaded.spliterator(), false).forEach(document -> documents.add(map(document)));
            return documents;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> map(Object node) {
        return (Map<String, Object>) node;
    }

    @SuppressWarnings("unchecked")
    static List<Map<String, Object>> list(Object node) {
        return (List<Map<String, Object>>) node;
    }

    static Object at(Object node, String... path) {
        Object here = node;
        for (String name : path) {
            here = map(here).get(name);
        }
        return here;
    }
}
