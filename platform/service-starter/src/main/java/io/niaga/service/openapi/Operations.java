package io.niaga.service.openapi;

import io.niaga.service.http.PageRequest;
import io.niaga.service.idempotency.IdempotencyKey;
import io.niaga.types.Actor;
import io.niaga.types.Precondition;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.core.MethodParameter;
import org.springframework.web.method.HandlerMethod;

/**
 * Completes an operation by what its method promises: parameters, answers, security, and its name, which is what generated
 * clients call it by. {@link ApiDocument} says under which heading it is found.
 */
final class Operations implements GlobalOperationCustomizer {
    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        operation.setOperationId(method.getMethod().getName());
        if (operation.getSummary() == null) {
            operation.setSummary(words(method.getMethod().getName()));
        }
        Signature signature = new Signature(method);
        addParameters(operation, signature);
        listValues(operation, method);
        addSecurity(operation, signature);
        Answers.complete(operation, signature);
        return operation;
    }

    /** {@code placeOrder} as {@code Place order}. */
    private static String words(String name) {
        String text = name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    private static void addParameters(Operation operation, Signature method) {
        if (method.takes(PageRequest.class)) {
            IntegerSchema limit = new IntegerSchema();
            limit.setMinimum(BigDecimal.ONE);
            limit.setMaximum(BigDecimal.valueOf(PageRequest.MOST));
            limit.setDefault(PageRequest.DEFAULT_LIMIT);
            operation.addParametersItem(
                    parameter("query", "limit", "How many items at most.").schema(limit));
            operation.addParametersItem(parameter("query", "after", "The nextCursor of the page before."));
        }
        if (method.takes(Precondition.class)) {
            operation.addParametersItem(
                    parameter("header", "If-Match", "The ETag of the version that is to be changed.")
                            .required(method.needs("If-Match")));
        }
        if (method.takes(IdempotencyKey.class)) {
            operation.addParametersItem(parameter(
                            "header",
                            "Idempotency-Key",
                            "The same key and body again have their effect once; kept for 24 hours.")
                    .required(method.needs("Idempotency-Key")));
        }
    }

    private static void listValues(Operation operation, HandlerMethod method) {
        for (MethodParameter taken : method.getMethodParameters()) {
            if (taken.hasParameterAnnotation(Among.class)) {
                operation.getParameters().stream()
                        .filter(p -> p.getName().equals(taken.getParameter().getName()))
                        .forEach(p -> Constraints.apply(taken.getParameter(), p.getSchema()));
            }
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

    private static void addSecurity(Operation operation, Signature method) {
        String[] guests = method.contract().guests();
        boolean taken = method.takes(Actor.class) || method.takes(Actor.Person.class);
        if (operation.getSecurity() != null || (!taken && guests.length == 0)) {
            return;
        }
        List<SecurityRequirement> ways = new ArrayList<>();
        ways.add(new SecurityRequirement().addList(ApiDocument.BEARER));
        for (String guest : guests) {
            ways.add(
                    guest.equals(Contract.ANYBODY)
                            ? new SecurityRequirement()
                            : new SecurityRequirement().addList(ApiDocument.scheme(guest)));
        }
        operation.setSecurity(ways);
    }
}
