package io.niaga.testsupport;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Requests whose body is wrong: as text, as JSON, or against its schema. */
final class BadBodies {
    private static final int LARGER_THAN_ALLOWED = 1_500_000;
    private static final int DEEPEST = 4;
    private static final Map<String, List<String>> OTHER_TYPES = Map.of(
            "string", List.of("12345", "1.5", "true", "{}", "[]"),
            "integer", List.of("\"1\"", "\"\"", "1.5", "1e400", "99999999999999999999999", "true", "{}", "[]"),
            "number", List.of("\"1\"", "true", "{}", "[]"),
            "boolean", List.of("\"true\"", "1", "{}", "[]"),
            "array", List.of("{}", "\"x\"", "1", "true"),
            "object", List.of("[]", "\"x\"", "1", "true"));

    private final ApiOperation operation;
    private final Schemas schemas;
    private final Probe good;
    private final List<Probe> probes = new ArrayList<>();

    private BadBodies(ApiOperation operation, Probe good) {
        this.operation = operation;
        this.schemas = new Schemas(operation.document());
        this.good = good;
    }

    static List<Probe> of(ApiOperation operation, Probe good) {
        BadBodies bodies = new BadBodies(operation, good);
        if (operation.jsonType().isEmpty()) {
            bodies.other();
        } else {
            bodies.text();
            bodies.mediaTypes();
            bodies.json();
        }
        return bodies.probes;
    }

    /** What is not JSON at all. */
    private void text() {
        refused("truncated JSON", "{\"a\":");
        add("no JSON", Verdict.READ, "surprise".getBytes(StandardCharsets.UTF_8));
        refused("two documents", "{}{}");
        refused("single quotes", "{'a':1}");
        refused("a comment", "{/* a */}");
        refused("a trailing comma", "{\"a\":1,}");
        refused("nested 5000 deep", "[".repeat(5000));
        refused("a number of 2000 digits", "{\"surprise\":" + "9".repeat(2000) + "}");
        add("broken UTF-8", Verdict.REFUSED, new byte[] {'{', '"', (byte) 0xff, (byte) 0xfe, '"', ':', '1', '}'});
        refused("larger than allowed", "{\"surprise\":\"" + "a".repeat(LARGER_THAN_ALLOWED) + "\"}");
        if (operation.needsBody()) {
            refused("no body", "");
        }
    }

    private void mediaTypes() {
        String example = Json.write(example());
        for (String type :
                List.of("text/plain", "application/xml", "multipart/form-data", "nonsense", "application/pdf")) {
            probes.add(good.named("as " + type, Verdict.REFUSED).body(type, example));
        }
        if (operation.needsBody()) {
            probes.add(good.named("without a media type", Verdict.REFUSED).body(null, example));
        }
    }

    private void json() {
        JsonNode schema = operation.jsonSchema();
        if (schemas.type(schema).equals("object")) {
            for (String other : List.of("null", "[]", "\"x\"", "1", "true")) {
                refused("the whole is " + other, other);
            }
            if (example().deepCopy() instanceof ObjectNode more) {
                refused("an unknown field", Json.write(more.put("surpriseField", true)));
            }
        }
        more(schema, "", 0);
    }

    /** Each field in turn, with the others as they should be. */
    private void more(JsonNode reference, String pointer, int depth) {
        JsonNode schema = operation.document().resolve(reference);
        if (depth > DEEPEST) {
            return;
        }
        schema.path("properties").properties().stream()
                .filter(p -> !p.getValue().path("readOnly").asBoolean(false))
                .forEach(p -> {
                    field(p.getValue(), pointer + "/" + p.getKey());
                    more(p.getValue(), pointer + "/" + p.getKey(), depth + 1);
                });
        if (schema.path("items").isObject()) {
            field(schema.path("items"), pointer + "/0");
            more(schema.path("items"), pointer + "/0", depth + 1);
        }
        if (schema.path("additionalProperties").isObject()) {
            field(schema.path("additionalProperties"), pointer + "/" + Schemas.NAME);
            more(schema.path("additionalProperties"), pointer + "/" + Schemas.NAME, depth + 1);
        }
    }

    private void field(JsonNode schema, String pointer) {
        String type = schemas.type(schema);
        for (String other : OTHER_TYPES.getOrDefault(type, List.of())) {
            replaced(pointer, other, Verdict.REFUSED);
        }
        replaced(pointer, "null", Verdict.CALM);
        switch (type) {
            case "string" -> Hostile.TEXTS.forEach(text -> replaced(pointer, Json.write(text), Verdict.CALM));
            case "integer" ->
                List.of("-1", "0", "2147483648", "-9223372036854775808")
                        .forEach(number -> replaced(pointer, number, Verdict.CALM));
            case "array" -> List.of("[]", "[null]", "[[]]").forEach(array -> replaced(pointer, array, Verdict.CALM));
            default -> {}
        }
    }

    private void replaced(String pointer, String value, Verdict verdict) {
        int slash = pointer.lastIndexOf('/');
        JsonNode whole = example().deepCopy();
        JsonNode parent = whole.at(pointer.substring(0, slash));
        String shown = value.length() > 40 ? value.substring(0, 40) + "…" : value;
        if (parent instanceof ObjectNode object) {
            object.set(pointer.substring(slash + 1), Json.read(value));
        } else if (parent instanceof ArrayNode array) {
            array.removeAll().add(Json.read(value));
        } else {
            return;
        }
        add(pointer + " is " + shown, verdict, Json.write(whole).getBytes(StandardCharsets.UTF_8));
    }

    /** Of bodies that are not JSON we know nothing but that they must do no harm. */
    private void other() {
        for (String type : operation.bodyTypes()) {
            probes.add(good.named("no body", Verdict.CALM).body(type, ""));
            probes.add(
                    good.named("bytes", Verdict.CALM).body(type, new byte[] {0, 1, 2, (byte) 0xff, (byte) 0xfe, 10}));
            probes.add(good.named("quotes", Verdict.CALM).body(type, "\"\"\"\"\n\"a,b\n"));
            probes.add(good.named("braces", Verdict.CALM).body(type, "{\n}\n[]\nnull\n{\"a\":\n"));
        }
    }

    private JsonNode example() {
        return schemas.example(operation.jsonSchema());
    }

    private void refused(String name, String body) {
        add(name, Verdict.REFUSED, body.getBytes(StandardCharsets.UTF_8));
    }

    private void add(String name, Verdict verdict, byte[] body) {
        probes.add(good.named(name, verdict).body(operation.jsonType(), body));
    }
}
