package io.niaga.testsupport;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * What a service promises in its own API document. An answer that is not in it fails the test that asked: a status, a header
 * or a body that generated clients do not know of, a success without what the document demands.
 */
record Promises(ApiDocument document) {
    private static final List<String> HEADERS = List.of("Location", "ETag", "Cart-Token", "Order-Token", "Retry-After");

    /** How the answer differs; empty when it does not, or when the document does not know the operation. */
    List<String> broken(HttpRequest request, HttpResponse<byte[]> response) {
        String path = request.uri().getRawPath();
        return document.operations().stream()
                .filter(operation -> operation.method().equals(request.method()) && operation.isAt(path))
                // The most literal one: /v1/members/me before /v1/members/{id}.
                .min(Comparator.comparing(operation -> operation.path().replace('{', '~')))
                .map(operation -> broken(operation, request, response))
                .orElse(List.of());
    }

    private List<String> broken(ApiOperation operation, HttpRequest request, HttpResponse<byte[]> response) {
        String status = Integer.toString(response.statusCode());
        if (operation.node().path("responses").path(status).isMissingNode()) {
            return List.of("there is no " + status);
        }
        JsonNode promised = document.resolve(operation.node().path("responses").path(status));
        List<String> flaws = new ArrayList<>();
        for (String header : HEADERS) {
            JsonNode told = promised.path("headers").path(header);
            boolean sent = response.headers().firstValue(header).isPresent();
            if (sent && told.isMissingNode()) {
                flaws.add(status + " has no " + header);
            } else if (!sent && told.path("required").asBoolean(false)) {
                flaws.add(status + " always has " + header);
            }
        }
        if (response.statusCode() < 300) {
            flaws.addAll(lacking(operation, request));
        } else {
            flaws.addAll(surprising(operation, response));
        }
        flaws.addAll(body(promised, response));
        return flaws;
    }

    /** What a request had to have, and was let in without. */
    private static List<String> lacking(ApiOperation operation, HttpRequest request) {
        List<String> flaws = new ArrayList<>();
        for (JsonNode header : operation.parameters("header")) {
            String name = header.path("name").asString();
            if (header.path("required").asBoolean(false)
                    && request.headers().firstValue(name).isEmpty()) {
                flaws.add("it needs " + name);
            }
        }
        JsonNode ways = operation.node().path("security");
        if (!ways.isEmpty() && ways.valueStream().noneMatch(way -> isOpen(way, request))) {
            flaws.add("nobody gets in but by " + ways);
        }
        return flaws;
    }

    /** What it was refused for, and need not have had. */
    private static List<String> surprising(ApiOperation operation, HttpResponse<byte[]> response) {
        boolean refused = new String(response.body(), StandardCharsets.UTF_8).contains("IDEMPOTENCY_KEY_REQUIRED");
        boolean told = operation.parameters("header").stream()
                .filter(header -> header.path("name").asString().equals("Idempotency-Key"))
                .anyMatch(header -> header.path("required").asBoolean(false));
        return refused && !told ? List.of("Idempotency-Key is needed") : List.of();
    }

    private static boolean isOpen(JsonNode way, HttpRequest request) {
        return way.propertyNames().stream().allMatch(scheme -> {
            String header = switch (scheme) {
                case "cartToken" -> "Cart-Token";
                case "orderToken" -> "Order-Token";
                default -> "Authorization";
            };
            return request.headers().firstValue(header).isPresent();
        });
    }

    private List<String> body(JsonNode promised, HttpResponse<byte[]> response) {
        String type = response.headers().firstValue("Content-Type").orElse("").split(";", 2)[0];
        JsonNode content = promised.path("content");
        if (response.body().length == 0) {
            return content.isEmpty() || response.statusCode() == 304
                    ? List.of()
                    : List.of(response.statusCode() + " always has a body");
        }
        if (content.path(type).isMissingNode()) {
            return List.of(response.statusCode() + " is no " + type);
        }
        return type.endsWith("json")
                ? new Conformance(document)
                        .flaws(Json.read(response.body()), content.path(type).path("schema"))
                : List.of();
    }
}
