package io.niaga.system.operations;

import io.niaga.testsupport.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.Yaml;

/** The environments that {@code docker-compose.yml} gives, with its placeholders filled as compose fills them. */
final class ComposeFile {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Z_]+)(:[-?])?([^}]*)}");
    private final Map<String, Map<String, Object>> services;
    private final UnaryOperator<String> secret;

    /** @param secret what {@code .env} would say, null where it says nothing */
    @SuppressWarnings("unchecked")
    ComposeFile(UnaryOperator<String> secret) {
        this.secret = secret;
        try {
            Map<String, Object> file =
                    new Yaml().load(Files.readString(Repository.root().resolve("docker-compose.yml")));
            this.services = (Map<String, Map<String, Object>>) file.get("services");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("unchecked")
    Map<String, String> environment(String service) {
        Map<String, String> environment = new TreeMap<>();
        ((Map<String, Object>) services.get(service).get("environment"))
                .forEach((name, value) -> environment.put(name, filled(String.valueOf(value))));
        return environment;
    }

    private String filled(String text) {
        return PLACEHOLDER
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(value(found.group(1), found.group(2), found.group(3))));
    }

    private String value(String name, String operator, String rest) {
        String value = secret.apply(name);
        if (value != null) {
            return value;
        }
        if (":?".equals(operator)) {
            throw new AssertionError(name + ": " + rest);
        }
        return rest;
    }
}
