package io.niaga.service.openapi;

import io.niaga.service.http.PageRequest;
import io.niaga.service.idempotency.IdempotencyKey;
import io.niaga.types.Page;
import io.niaga.types.Precondition;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;

/** The answers of one operation: what success is, with which headers, and which refusals there are. */
record Answers(Signature method, ApiResponses responses) {
    private static final String ETAG = "ETag";
    private static final String LOCATION = "Location";
    private static final Map<String, String> HEADERS = Map.of(
            ETAG,
            "The resource's version.",
            LOCATION,
            "Where the resource is.",
            "Cart-Token",
            "A guest's proof that the cart is theirs, for later calls.",
            "Order-Token",
            "A guest's proof that the order is theirs, for later calls.");

    static void complete(Operation operation, Signature method) {
        Answers answers = new Answers(method, operation.getResponses());
        answers.addSuccesses();
        answers.addHeaders();
        answers.addNotModified();
        answers.addProblems(operation);
    }

    private void addSuccesses() {
        List<Integer> statuses = successes();
        if (statuses.isEmpty()) {
            return;
        }
        @Nullable
        Content content = responses.values().stream()
                .map(ApiResponse::getContent)
                .filter(c -> c != null)
                .findFirst()
                .orElse(null);
        responses.clear();
        for (int status : statuses) {
            ApiResponse response =
                    new ApiResponse().description(HttpStatus.valueOf(status).getReasonPhrase());
            responses.addApiResponse(Integer.toString(status), status == 204 ? response : response.content(content));
        }
    }

    private List<Integer> successes() {
        List<Integer> told = Arrays.stream(method.contract().answers())
                .filter(status -> status < 300)
                .boxed()
                .toList();
        return told.isEmpty() && body() == Void.class ? List.of(204) : told;
    }

    private void addHeaders() {
        if (!method.answersEntity()) {
            return;
        }
        responses.forEach((status, response) -> {
            if (status.equals("204")) {
                return;
            }
            Set<String> names = given();
            if (status.equals("201")) {
                names.add(LOCATION);
            }
            // Tokens are for guests alone; what the others name is always there.
            names.forEach(name -> response.addHeaderObject(
                    name, header(HEADERS.getOrDefault(name, "")).required(!name.endsWith("-Token"))));
            if (method.takes(PageRequest.class)) {
                response.addHeaderObject("Link", header("The next page, rel=\"next\"."));
            }
            if (method.takes(IdempotencyKey.class)) {
                response.addHeaderObject("Idempotency-Replayed", header("true for a repetition."));
            }
        });
    }

    /** Lists and pages have no version, unless their contract is another. */
    private Set<String> given() {
        Set<String> names = new TreeSet<>(List.of(method.contract().gives()));
        boolean listed = body() == Page.class || body() == String.class || method.takes(PageRequest.class);
        if (listed && !method.has(Contract.class)) {
            names.remove(ETAG);
        }
        return names;
    }

    private void addNotModified() {
        if (method.has(GetMapping.class) && method.answersEntity() && given().contains(ETAG)) {
            responses.addApiResponse(
                    "304",
                    new ApiResponse()
                            .description("The version that If-None-Match names.")
                            .headers(Map.of(ETAG, header(HEADERS.getOrDefault(ETAG, "")))));
        }
    }

    private void addProblems(Operation operation) {
        Set<String> statuses = new TreeSet<>(List.of("400", "401", "404", "406", "429", "500", "503"));
        if (operation.getSecurity() != null) {
            statuses.add("403");
        }
        if (!method.has(GetMapping.class)) {
            statuses.add("409");
        }
        if (operation.getRequestBody() != null) {
            statuses.addAll(List.of("408", "413", "415"));
        }
        if (method.takes(Precondition.class)) {
            statuses.add("412");
        }
        if (method.needs("If-Match")) {
            statuses.add("428");
        }
        if (method.takes(IdempotencyKey.class)) {
            statuses.add("422");
        }
        Arrays.stream(method.contract().answers()).mapToObj(Integer::toString).forEach(statuses::add);
        for (String status : statuses) {
            responses.putIfAbsent(status, new ApiResponse().$ref("#/components/responses/Problem"));
        }
    }

    private @Nullable Class<?> body() {
        ResolvableType answer =
                ResolvableType.forMethodReturnType(method.handler().getMethod());
        return answer.resolve() == ResponseEntity.class ? answer.getGeneric(0).resolve() : answer.resolve();
    }

    static Header header(String description) {
        return new Header().description(description).schema(new StringSchema());
    }
}
