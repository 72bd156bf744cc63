package io.niaga.service.openapi;

import io.swagger.v3.core.util.AnnotationsUtils;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Schema;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Bodies of PATCH: what is written of the resource, but nothing of it is required (JSON Merge Patch, RFC 7396). Objects within
 * are merged too, so the same holds of them; lists are replaced as a whole.
 */
@SuppressWarnings({"rawtypes", "unchecked"}) // the model's
final class PatchSchemas {
    private static final String PREFIX = "#/components/schemas/";
    private static final String SUFFIX = "Patch";

    private final Components components;
    private final Set<String> replaced = new LinkedHashSet<>();

    private PatchSchemas(Components components) {
        this.components = components;
    }

    static void complete(OpenAPI document) {
        if (document.getPaths() != null) {
            PatchSchemas schemas = new PatchSchemas(document.getComponents());
            document.getPaths().values().stream()
                    .map(PathItem::getPatch)
                    .filter(Objects::nonNull)
                    .forEach(schemas::complete);
            // What was only ever written by them is not written whole by anybody.
            String all = Json.pretty(document);
            schemas.replaced.stream()
                    .filter(name -> !all.contains('"' + PREFIX + name + '"'))
                    .forEach(document.getComponents().getSchemas()::remove);
        }
    }

    private void complete(Operation patch) {
        if (patch.getRequestBody() != null) {
            patch.getRequestBody().getContent().values().forEach(media -> patched(media.getSchema()));
        }
    }

    /** Makes a schema one of a patch, in place. */
    private void patched(Schema schema) {
        if (schema.get$ref() != null) {
            String name = schema.get$ref().substring(PREFIX.length());
            Schema whole = Objects.requireNonNull(components.getSchemas().get(name));
            if (!name.endsWith(SUFFIX) && whole.getProperties() != null) {
                add(name, whole);
                replaced.add(name);
                schema.set$ref(PREFIX + name + SUFFIX);
            }
            return;
        }
        schema.setRequired(null);
        if (schema.getProperties() != null) {
            ((Map<String, Schema>) schema.getProperties()).values().forEach(this::patched);
        }
        if (schema.getAnyOf() != null) {
            schema.getAnyOf().forEach(each -> patched((Schema) each));
        }
        if (schema.getAdditionalProperties() instanceof Schema value && value.getTypes() != null) {
            Set<String> types = new LinkedHashSet<>(value.getTypes());
            types.add("null");
            value.setTypes(types);
        }
    }

    private void add(String name, Schema whole) {
        if (!components.getSchemas().containsKey(name + SUFFIX)) {
            Schema copy = AnnotationsUtils.clone(whole, true);
            components.addSchemas(name + SUFFIX, copy);
            patched(copy);
            copy.setDescription("A JSON Merge Patch: what is left out stays as it is, null empties what may be null.");
        }
    }
}
