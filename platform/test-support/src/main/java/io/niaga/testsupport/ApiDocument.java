package io.niaga.testsupport;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** An OpenAPI 3.1 document, as far as tests need to understand it. */
record ApiDocument(JsonNode root) {
    private static final List<String> METHODS = List.of("get", "post", "put", "patch", "delete");

    List<ApiOperation> operations() {
        List<ApiOperation> operations = new ArrayList<>();
        for (var path : root.path("paths").properties()) {
            for (String method : METHODS) {
                JsonNode node = path.getValue().path(method);
                if (node.isObject()) {
                    operations.add(
                            new ApiOperation(this, method.toUpperCase(java.util.Locale.ROOT), path.getKey(), node));
                }
            }
        }
        return operations;
    }

    /** Methods that the document does not offer on a path. */
    List<String> missingMethods(String path) {
        return METHODS.stream()
                .filter(m -> root.path("paths").path(path).path(m).isMissingNode())
                .map(m -> m.toUpperCase(java.util.Locale.ROOT))
                .toList();
    }

    /** The node itself, or what it refers to. */
    JsonNode resolve(JsonNode node) {
        JsonNode at = node;
        for (int hops = 0; hops < 20 && at.path("$ref").isString(); hops++) {
            at = root.at(at.path("$ref").asString().substring(1));
        }
        return at;
    }
}
