package io.niaga.service.openapi;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.databind.JavaType;
import io.niaga.types.Money;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads records as the JSON mapper does: a component that is not {@code @Nullable} is required, one that is may be null, and
 * a record with {@code static of(String)} is text.
 */
final class RecordSchemas implements ModelConverter {
    private static final String REQUEST = "Request";

    private final Map<String, JavaType> named = new ConcurrentHashMap<>();

    @Override
    @SuppressWarnings("rawtypes") // the interface's
    public @Nullable Schema resolve(AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        JavaType java = type.getType() == null ? null : Json.mapper().constructType(type.getType());
        if (java == null || !java.getRawClass().isRecord()) {
            return chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
        }
        if (isText(java.getRawClass())) {
            return new StringSchema();
        }
        if (java.getRawClass() == Money.class) {
            context.defineModel("Money", SharedSchemas.money());
            return new Schema<>().$ref("#/components/schemas/Money");
        }
        if (type.getName() == null) {
            type.setName(nameOfItsOwn(java));
        }
        Schema<?> schema = chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
        if (schema != null) {
            complete(java.getRawClass(), schema, context);
        }
        return schema;
    }

    private String nameOfItsOwn(JavaType type) {
        String name = name(type);
        JavaType known = named.putIfAbsent(name, type);
        if (known != null && !known.equals(type)) {
            throw new IllegalStateException(type + " and " + known + " are both called " + name);
        }
        return name;
    }

    /**
     * What generated clients call it: {@code OrderJson} is an {@code Order}, a page of them an {@code OrderPage}. Two records may
     * have a {@code Line}, so a nested type's name says whose it is.
     */
    private static String name(JavaType type) {
        Class<?> raw = type.getRawClass();
        Class<?> around = raw.getEnclosingClass();
        String whose = around == null || around.getSimpleName().endsWith("Controller") ? "" : plain(around);
        String own = plain(raw);
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < type.containedTypeCount(); i++) {
            name.append(name(type.containedType(i)));
        }
        return name.append(whose)
                .append(whose.endsWith(REQUEST) && own.endsWith(REQUEST) ? own.replace(REQUEST, "") : own)
                .toString();
    }

    private static String plain(Class<?> type) {
        return type.getSimpleName().replaceAll("Json$", "");
    }

    /** An id or another value that is written as text. */
    private static boolean isText(Class<?> type) {
        return type.isRecord()
                && type.getRecordComponents().length == 1
                && type.getRecordComponents()[0].getType() == String.class
                && Arrays.stream(type.getMethods())
                        .anyMatch(m -> m.getName().equals("of")
                                && Modifier.isStatic(m.getModifiers())
                                && Arrays.equals(m.getParameterTypes(), new Class<?>[] {String.class}));
    }

    private static void complete(Class<?> type, Schema<?> resolved, ModelConverterContext context) {
        Schema<?> schema = resolved;
        if (resolved.get$ref() != null) {
            String name = resolved.get$ref().substring(resolved.get$ref().lastIndexOf('/') + 1);
            schema = context.getDefinedModels().get(name);
        }
        if (schema == null || schema.getProperties() == null) {
            return;
        }
        Set<String> required = new LinkedHashSet<>();
        for (RecordComponent component : type.getRecordComponents()) {
            Schema<?> property = (Schema<?>) schema.getProperties().get(component.getName());
            if (property == null) {
                continue;
            }
            Constraints.apply(component.getAccessor(), property);
            if (property.getItems() != null
                    && component.getAnnotatedType() instanceof AnnotatedParameterizedType list) {
                Constraints.apply(list.getAnnotatedActualTypeArguments()[0], property.getItems());
            }
            if (component.getAccessor().isAnnotationPresent(JsonAnyGetter.class)) {
                schema.getProperties().remove(component.getName());
                schema.setAdditionalProperties(new ObjectSchema());
            } else if (component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                allowNull(schema, component.getName(), property);
            } else {
                required.add(component.getName());
            }
        }
        schema.setRequired(new ArrayList<>(required));
    }

    @SuppressWarnings({"rawtypes", "unchecked"}) // the map of properties is raw
    private static void allowNull(Schema schema, String name, Schema<?> property) {
        if (property.get$ref() != null) {
            Schema<?> nullType = new Schema<>();
            nullType.setTypes(Set.of("null"));
            Schema<?> either = new Schema<>();
            either.setAnyOf(List.of(new Schema<>().$ref(property.get$ref()), nullType));
            schema.getProperties().put(name, either);
        } else if (property.getTypes() != null) {
            Set<String> types = new LinkedHashSet<>(property.getTypes());
            types.add("null");
            property.setTypes(types);
            if (property.getEnum() != null) {
                List<@Nullable Object> values = new ArrayList<>(property.getEnum());
                values.add(null);
                Constraints.list(property, values);
            }
        }
    }
}
