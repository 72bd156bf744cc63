package io.niaga.service.openapi;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.Schema;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Java's patterns as ECMA-262 reads them, which finds them anywhere in a text and has no {@code \p{Cntrl}}. */
final class WrittenPatterns {
    private static final String CONTROLS = "\\u0000-\\u001f\\u007f";

    private WrittenPatterns() {}

    static void translate(OpenAPI document) {
        Components components = document.getComponents();
        schemas(
                components.getSchemas() == null
                        ? List.of()
                        : components.getSchemas().values());
        if (document.getPaths() != null) {
            document.getPaths().values().stream()
                    .map(PathItem::readOperations)
                    .flatMap(Collection::stream)
                    .forEach(WrittenPatterns::operation);
        }
    }

    private static void operation(Operation operation) {
        if (operation.getParameters() != null) {
            operation.getParameters().forEach(parameter -> schema(parameter.getSchema()));
        }
        if (operation.getRequestBody() != null) {
            content(operation.getRequestBody().getContent());
        }
        operation.getResponses().values().forEach(response -> content(response.getContent()));
    }

    private static void content(@Nullable Content content) {
        if (content != null) {
            content.values().forEach(media -> schema(media.getSchema()));
        }
    }

    @SuppressWarnings("rawtypes") // the model's
    private static void schemas(@Nullable Collection<Schema> schemas) {
        if (schemas != null) {
            schemas.forEach(WrittenPatterns::schema);
        }
    }

    @SuppressWarnings({"rawtypes", "unchecked"}) // the model's
    private static void schema(@Nullable Schema schema) {
        if (schema == null) {
            return;
        }
        if (schema.getPattern() != null) {
            schema.setPattern(ecma(schema.getPattern()));
        }
        Map<String, Schema> properties = schema.getProperties();
        schemas(properties == null ? null : properties.values());
        schemas(schema.getAnyOf());
        schema(schema.getItems());
        if (schema.getAdditionalProperties() instanceof Schema values) {
            schema(values);
        }
    }

    static String ecma(String java) {
        String text = java.replace("\\P{Cntrl}", "[^" + CONTROLS + "]").replace("\\p{Cntrl}", CONTROLS);
        if (text.startsWith("^")) {
            return text;
        }
        return text.contains("|") ? "^(?:" + text + ")$" : "^" + text + "$";
    }
}
