package io.niaga.service.json;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Executable;
import java.util.Optional;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.Version;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.AnnotatedParameter;
import tools.jackson.databind.introspect.NopAnnotationIntrospector;

/** Takes {@code @NullMarked} at its word: a record's component that is not {@code @Nullable} must be there, and not null. */
final class NullMarkedRecords extends NopAnnotationIntrospector {
    @Override
    public Version version() {
        return Version.unknownVersion();
    }

    @Override
    @SuppressWarnings("NullAway") // null is how an introspector says that it has no opinion
    public Boolean hasRequiredMarker(MapperConfig<?> config, AnnotatedMember member) {
        return isDemanded(member) ? Boolean.TRUE : null;
    }

    @Override
    public JsonSetter.Value findSetterInfo(MapperConfig<?> config, Annotated annotated) {
        return isDemanded(annotated) ? JsonSetter.Value.forValueNulls(Nulls.FAIL) : JsonSetter.Value.empty();
    }

    private static boolean isDemanded(Annotated annotated) {
        if (!(annotated instanceof AnnotatedParameter parameter)
                || !parameter.getDeclaringClass().isRecord()
                || !isNullMarked(parameter.getDeclaringClass())
                || Optional.class.equals(parameter.getRawType())) {
            return false;
        }
        AnnotatedType type = ((Executable) parameter.getMember()).getAnnotatedParameterTypes()[parameter.getIndex()];
        return !type.isAnnotationPresent(Nullable.class);
    }

    private static boolean isNullMarked(Class<?> type) {
        return type.getPackage().isAnnotationPresent(NullMarked.class)
                || type.getNestHost().isAnnotationPresent(NullMarked.class);
    }
}
