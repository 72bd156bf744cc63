package io.niaga.testsupport;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.DynamicTest;
import tools.jackson.databind.JsonNode;

/**
 * Bad input for every operation of a service's OpenAPI document: malformed and mistyped bodies, unknown fields, hostile
 * values, foreign ids, wrong methods and media types, hostile tokens.
 *
 * <p>What nobody could mean is refused with 4xx, a hostile token with 401, nothing is a failure of ours, every failure is a
 * problem document, and what was refused changed nothing:
 * {@code @TestFactory Stream<DynamicTest> bad_input() { return BadInput.of(api, "order").unchanged(this::everything).tests(); }}
 */
public final class BadInput {
    private final Api api;
    private final ApiDocument document;
    private final Map<String, String> values = new HashMap<>();
    private final Set<String> left = new HashSet<>();
    private String token = TestTokens.operator();
    private Supplier<?> state = () -> "";

    private BadInput(Api api, ApiDocument document) {
        this.api = api;
        this.document = document;
    }

    /** Of the service with that short name. */
    public static BadInput of(Api api, String service) {
        return new BadInput(
                api,
                new ApiDocument(api.get("/v1/openapi/" + service).expect(200).json()));
    }

    /** Sent by the holder of that token; else by an operator. */
    public BadInput as(String holder) {
        token = holder;
        return this;
    }

    /** With that value where a path or a query names the parameter; else with an id of nothing. */
    public BadInput with(String parameter, String value) {
        values.put(parameter, value);
        return this;
    }

    /** Leaves an operation out: {@code POST /v1/payment-webhooks/{provider}}. */
    public BadInput without(String operation) {
        left.add(operation);
        return this;
    }

    /** What must stay equal while requests are refused: the content of the database, for example. */
    public BadInput unchanged(Supplier<?> everything) {
        state = everything;
        return this;
    }

    /** One test for each operation. */
    public Stream<DynamicTest> tests() {
        List<ApiOperation> operations = document.operations();
        Assertions.assertThat(operations).as("operations").isNotEmpty();
        return operations.stream()
                .filter(operation -> !left.contains(operation.toString()))
                .map(operation -> DynamicTest.dynamicTest(operation.toString(), () -> check(operation)));
    }

    private void check(ApiOperation operation) {
        List<String> complaints = new ArrayList<>();
        Object before = state.get();
        List<Probe> probes = probes(operation);
        probes.stream().filter(p -> p.verdict() != Verdict.CALM).forEach(p -> complaints.addAll(complaint(p)));
        Assertions.assertThat((Object) state.get())
                .as("what is there after %s was refused", operation)
                .isEqualTo(before);
        probes.stream().filter(p -> p.verdict() == Verdict.CALM).forEach(p -> complaints.addAll(complaint(p)));
        Assertions.assertThat(complaints)
                .as("%s, %s requests", operation, probes.size())
                .isEmpty();
    }

    private List<String> complaint(Probe probe) {
        Answer answer = probe.send(api);
        Optional<String> complaint = probe.verdict().complaint(answer);
        return complaint.map(c -> probe.name() + ": " + c + ": " + answer).stream()
                .toList();
    }

    private List<Probe> probes(ApiOperation operation) {
        Probe good = good(operation);
        List<Probe> probes = new ArrayList<>(BadBodies.of(operation, good));
        probes.addAll(BadParameters.of(operation, good, replaced -> target(operation, replaced)));
        probes.addAll(BadTokens.of(good));
        return probes;
    }

    /** A request with nothing wrong about it, as far as the document tells. */
    private Probe good(ApiOperation operation) {
        Probe bare =
                new Probe("good", Verdict.CALM, operation.method(), target(operation, ""), Map.of(), null, new byte[0]);
        String holder = operation.path().startsWith("/internal/") ? TestTokens.service("test-service") : token;
        Probe signed = bare.header("Authorization", "Bearer " + holder);
        for (JsonNode header : operation.parameters("header")) {
            switch (header.path("name").asString()) {
                case "If-Match" -> signed = signed.header("If-Match", "\"1\"");
                case "Idempotency-Key" -> signed = signed.header("Idempotency-Key", "\"bad-input\"");
                default -> {}
            }
        }
        String type = operation.jsonType();
        return type.isEmpty()
                ? signed
                : signed.body(type, Json.write(new Schemas(document).example(operation.jsonSchema())));
    }

    /** The path with its parameters filled in, one of them perhaps otherwise, and the query that is required. */
    private String target(ApiOperation operation, String replaced) {
        String path = operation.path();
        for (JsonNode parameter : operation.parameters("path")) {
            String name = parameter.path("name").asString();
            String value = replaced.startsWith(name + "=")
                    ? replaced.substring(name.length() + 1)
                    : Hostile.encoded(values.getOrDefault(name, PathIds.of(operation.path(), name)));
            path = path.replace("{" + name + "}", value);
        }
        StringBuilder query = new StringBuilder();
        for (JsonNode parameter : operation.parameters("query")) {
            String name = parameter.path("name").asString();
            if (parameter.path("required").asBoolean(false) || values.containsKey(name)) {
                String example =
                        new Schemas(document).example(parameter.path("schema")).asString("x");
                query.append(query.isEmpty() ? "?" : "&")
                        .append(name)
                        .append('=')
                        .append(Hostile.encoded(values.getOrDefault(name, example)));
            }
        }
        return path + query;
    }
}
