package io.niaga.service.json;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.lang.reflect.AnnotatedParameterizedType;
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
        return (isOfNullMarkedRecord(member) && !isNullable(type(member))) ? Boolean.TRUE : null;
    }

    /** Neither the value nor, in a list or map, one of its elements may be null. */
    @Override
    public JsonSetter.Value findSetterInfo(MapperConfig<?> config, Annotated annotated) {
        if (!isOfNullMarkedRecord(annotated)) {
            return JsonSetter.Value.empty();
        }
        AnnotatedType type = type(annotated);
        return JsonSetter.Value.construct(
                isNullable(type) ? Nulls.DEFAULT : Nulls.FAIL, isNullable(content(type)) ? Nulls.DEFAULT : Nulls.FAIL);
    }

    private static boolean isOfNullMarkedRecord(Annotated annotated) {
        return annotated instanceof AnnotatedParameter parameter
                && parameter.getDeclaringClass().isRecord()
                && isNullMarked(parameter.getDeclaringClass())
                && !Optional.class.equals(parameter.getRawType());
    }

    private static AnnotatedType type(Annotated annotated) {
        AnnotatedParameter parameter = (AnnotatedParameter) annotated;
        return ((Executable) parameter.getMember()).getAnnotatedParameterTypes()[parameter.getIndex()];
    }

    /** What a list or map holds; for anything else the type itself. */
    private static AnnotatedType content(AnnotatedType type) {
        if (type instanceof AnnotatedParameterizedType container) {
            AnnotatedType[] arguments = container.getAnnotatedActualTypeArguments();
            return arguments[arguments.length - 1];
        }
        return type;
    }

    private static boolean isNullable(AnnotatedType type) {
        return type.isAnnotationPresent(Nullable.class);
    }

    private static boolean isNullMarked(Class<?> type) {
        return type.getPackage().isAnnotationPresent(NullMarked.class)
                || type.getNestHost().isAnnotationPresent(NullMarked.class);
    }
}
