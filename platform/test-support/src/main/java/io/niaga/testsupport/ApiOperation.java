package io.niaga.testsupport;

import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** One operation of an OpenAPI document. */
record ApiOperation(ApiDocument document, String method, String path, JsonNode node) {
    /** Whether a request of that path is for it. */
    boolean isAt(String raw) {
        return Pattern.matches("\\Q" + path.replaceAll("\\{[^/]+}", "\\\\E[^/]+\\\\Q") + "\\E", raw);
    }

    /** Parameters that go there: {@code path}, {@code query} or {@code header}. */
    List<JsonNode> parameters(String in) {
        return node.path("parameters")
                .valueStream()
                .map(document::resolve)
                .filter(p -> p.path("in").asString().equals(in))
                .toList();
    }

    /** The media types that a request may have; empty when it has no body. */
    List<String> bodyTypes() {
        return List.copyOf(body().path("content").propertyNames());
    }

    boolean needsBody() {
        return body().path("required").asBoolean(false);
    }

    /** The JSON media type of the request, or empty. */
    String jsonType() {
        return bodyTypes().stream()
                .filter(t -> t.equals("application/json") || t.endsWith("+json"))
                .findFirst()
                .orElse("");
    }

    /** What a JSON request must look like. */
    JsonNode jsonSchema() {
        return document.resolve(body().path("content").path(jsonType()).path("schema"));
    }

    private JsonNode body() {
        return document.resolve(node.path("requestBody"));
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
