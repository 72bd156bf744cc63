package io.niaga.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The OpenAPI document of a running service, as {@code docs/api/<service>.yaml}: in a stable order, without the address.
 *
 * <p>It must also be good enough to generate clients from: operations have a summary and a name (operationId)
 * that is theirs among all services and says what they do, bodies a type.
 */
public final class OpenApiGolden {
    private static final List<String> FIRST = List.of("openapi", "info", "tags", "paths", "components");

    private static final Pattern A_VERB_AND_MORE = Pattern.compile("[a-z]+([A-Z][a-z]*)+");

    private OpenApiGolden() {}

    /**
     * Compares the document.
     *
     * @param service short name, {@code order}
     */
    public static void check(Api api, String service) {
        JsonNode document = api.get("/v1/openapi/" + service).expect(200).json();
        Assertions.assertThat(flaws(document, namesBeside(service)))
                .as("flaws of the API document")
                .isEmpty();
        Golden.matches(Path.of("docs/api/" + service + ".yaml"), page(document));
    }

    /** What is committed of another service, for one that passes on what that one says. */
    public static JsonNode committed(String service) {
        try {
            return Yaml.read(Files.readAllBytes(Repository.root().resolve("docs/api/" + service + ".yaml")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String page(JsonNode document) {
        ObjectNode copy = (ObjectNode) document.deepCopy();
        copy.remove("servers");
        return "# Generated from the code; see test-support.\n" + Yaml.write(ordered("", copy));
    }

    /** What operations of the other services are called. */
    private static Set<String> namesBeside(String service) {
        try (Stream<Path> pages = Files.list(Repository.root().resolve("docs/api"))) {
            return pages.map(page -> page.getFileName().toString().replace(".yaml", ""))
                    .filter(other -> !other.equals(service))
                    .flatMap(other -> new ApiDocument(committed(other)).operations().stream())
                    .map(OpenApiGolden::name)
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(ApiOperation operation) {
        return operation.node().path("operationId").asString();
    }

    static List<String> flaws(JsonNode document, Set<String> namesBeside) {
        List<String> flaws = new ArrayList<>();
        Set<String> names = new HashSet<>(namesBeside);
        for (ApiOperation operation : new ApiDocument(document).operations()) {
            if (!names.add(name(operation))) {
                flaws.add(operation + " has no operationId of its own");
            }
            if (!A_VERB_AND_MORE.matcher(name(operation)).matches()) {
                flaws.add(operation + " does not say what it does: " + name(operation));
            }
            if (operation.node().path("summary").asString().isEmpty()) {
                flaws.add(operation + " has no summary");
            }
            if (operation.node().findValues("*/*").size() > 0) {
                flaws.add(operation + " has a body of any type");
            }
        }
        document.at("/components/schemas")
                .propertyStream()
                .forEach(schema ->
                        schema.getValue().valueStream().forEach(part -> nameless(part, schema.getKey(), flaws)));
        nameless(document.path("paths"), "an operation", flaws);
        return flaws;
    }

    /** An object that is described where it is used: each client would have a type, and a name, of its own for it. */
    private static void nameless(JsonNode node, String where, List<String> flaws) {
        if (node.path("properties").isObject()) {
            flaws.add(where + " has an object without a name: "
                    + node.path("properties").propertyNames());
        }
        node.valueStream().forEach(part -> nameless(part, where, flaws));
    }

    private static JsonNode ordered(String name, JsonNode node) {
        if (node instanceof ObjectNode object) {
            ObjectNode sorted = JsonNodeFactory.instance.objectNode();
            object.propertyNames().stream()
                    .sorted(Comparator.comparingInt(OpenApiGolden::rank).thenComparing(Comparator.naturalOrder()))
                    .forEach(key -> sorted.set(key, ordered(key, object.get(key))));
            return sorted;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode copy = JsonNodeFactory.instance.arrayNode();
            Stream<JsonNode> values = array.valueStream().map(value -> ordered("", value));
            // Required fields are a set to a reader; their order comes from reflection.
            (name.equals("required") ? values.sorted(Comparator.comparing(JsonNode::asString)) : values)
                    .forEach(copy::add);
            return copy;
        }
        return node;
    }

    private static int rank(String key) {
        int at = FIRST.indexOf(key);
        return at < 0 ? FIRST.size() : at;
    }
}
