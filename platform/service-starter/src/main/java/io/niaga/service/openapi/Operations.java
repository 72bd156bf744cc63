package io.niaga.service.openapi;

import io.niaga.service.http.PageRequest;
import io.niaga.service.idempotency.IdempotencyKey;
import io.niaga.types.Actor;
import io.niaga.types.Precondition;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.HandlerMethod;

/** Completes an operation by what its method's parameters promise: headers, problems, security, a name and a summary. */
final class Operations implements GlobalOperationCustomizer {
    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        String resource = method.getBeanType().getSimpleName().replace("Controller", "");
        String name = method.getMethod().getName();
        boolean says = name.toLowerCase(Locale.ROOT).contains(resource.toLowerCase(Locale.ROOT));
        operation.setOperationId(says ? name : name + resource);
        operation.setTags(List.of(words(resource)));
        if (operation.getSummary() == null) {
            operation.setSummary(words(says ? name : name + resource));
        }
        addParameters(operation, method);
        addSecurity(operation, method);
        addProblems(operation, method);
        addHeaders(operation, method);
        return operation;
    }

    /** {@code placeOrder} as {@code Place order}. */
    private static String words(String name) {
        String text = name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    private static void addParameters(Operation operation, HandlerMethod method) {
        if (takes(method, PageRequest.class)) {
            IntegerSchema limit = new IntegerSchema();
            limit.setMinimum(BigDecimal.ONE);
            limit.setMaximum(BigDecimal.valueOf(PageRequest.MOST));
            limit.setDefault(PageRequest.DEFAULT_LIMIT);
            operation.addParametersItem(
                    parameter("query", "limit", "How many items at most.").schema(limit));
            operation.addParametersItem(parameter("query", "after", "The nextCursor of the page before."));
        }
        if (takes(method, Precondition.class)) {
            operation.addParametersItem(
                    parameter("header", "If-Match", "The ETag of the version that is to be changed."));
        }
        if (takes(method, IdempotencyKey.class)) {
            operation.addParametersItem(parameter(
                    "header",
                    "Idempotency-Key",
                    "The same key and body again have their effect once; kept for 24 hours."));
        }
    }

    private static Parameter parameter(String in, String name, String description) {
        return new Parameter()
                .in(in)
                .name(name)
                .description(description)
                .required(false)
                .schema(new StringSchema());
    }

    private static void addSecurity(Operation operation, HandlerMethod method) {
        if (takes(method, Actor.Person.class)) {
            operation.setSecurity(List.of(new SecurityRequirement().addList(ApiDocument.BEARER)));
        } else if (takes(method, Actor.class)) {
            operation.setSecurity(List.of(
                    new SecurityRequirement().addList(ApiDocument.BEARER),
                    new SecurityRequirement().addList(ApiDocument.CART_TOKEN),
                    new SecurityRequirement().addList(ApiDocument.ORDER_TOKEN),
                    new SecurityRequirement()));
        }
    }

    private static void addProblems(Operation operation, HandlerMethod method) {
        Set<String> statuses = new TreeSet<>(List.of("400", "404", "406", "429", "500", "503"));
        if (takes(method, Actor.class) || takes(method, Actor.Person.class)) {
            statuses.addAll(List.of("401", "403"));
        }
        if (has(method, RequestBody.class)) {
            statuses.addAll(List.of("409", "413", "415"));
        }
        if (takes(method, Precondition.class)) {
            statuses.addAll(List.of("409", "412", "428"));
        }
        if (takes(method, IdempotencyKey.class)) {
            statuses.addAll(List.of("409", "422"));
        }
        ApiResponses responses = operation.getResponses();
        for (String status : statuses) {
            responses.putIfAbsent(status, new ApiResponse().$ref("#/components/responses/Problem"));
        }
    }

    private static void addHeaders(Operation operation, HandlerMethod method) {
        boolean tagged = takes(method, Precondition.class) || has(method, PathVariable.class);
        if (method.getMethod().getReturnType() != ResponseEntity.class) {
            return;
        }
        operation.getResponses().forEach((status, response) -> {
            if (status.startsWith("2") && tagged) {
                response.addHeaderObject("ETag", header("The resource's version."));
            }
            if (status.equals("201") || status.equals("202")) {
                response.addHeaderObject("Location", header("Where the resource is."));
            }
            if (status.startsWith("2") && takes(method, PageRequest.class)) {
                response.addHeaderObject("Link", header("The next page, rel=\"next\"."));
            }
            if (status.startsWith("2") && takes(method, IdempotencyKey.class)) {
                response.addHeaderObject("Idempotency-Replayed", header("true for a repetition."));
            }
        });
    }

    private static Header header(String description) {
        return new Header().description(description).schema(new StringSchema());
    }

    private static boolean takes(HandlerMethod method, Class<?> type) {
        return Arrays.stream(method.getMethod().getParameterTypes()).anyMatch(type::equals);
    }

    private static boolean has(HandlerMethod method, Class<? extends java.lang.annotation.Annotation> annotation) {
        return Arrays.stream(method.getMethodParameters()).anyMatch(p -> p.hasParameterAnnotation(annotation));
    }
}
