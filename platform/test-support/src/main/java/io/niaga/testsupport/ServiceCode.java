package io.niaga.testsupport;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The compiled classes of one service, its source folder, and which class is in which room. */
record ServiceCode(String base, JavaClasses imported, Path sources) {
    /** Every class of the service, nested ones too. */
    Stream<JavaClass> classes() {
        return imported.stream()
                .filter(this::isOurs)
                .filter(c -> !c.getSimpleName().equals("package-info"));
    }

    Stream<JavaClass> in(Room room) {
        return classes().filter(c -> room(c) == room);
    }

    /** Classes with a name that somebody chose. */
    Stream<JavaClass> named() {
        return classes().filter(c -> !c.getSimpleName().isEmpty());
    }

    /** Methods that somebody wrote. */
    static Stream<JavaMethod> written(JavaClass type) {
        return type.getMethods().stream()
                .filter(m -> !m.getModifiers().contains(JavaModifier.SYNTHETIC))
                .filter(m -> !m.getModifiers().contains(JavaModifier.BRIDGE));
    }

    static Stream<Dependency> dependencies(JavaClass from) {
        return from.getDirectDependenciesFromSelf().stream();
    }

    Stream<JavaAccess<?>> accesses() {
        return classes().flatMap(c -> c.getAccessesFromSelf().stream());
    }

    boolean isOurs(JavaClass type) {
        return type.getPackageName().equals(base) || type.getPackageName().startsWith(base + ".");
    }

    Room room(JavaClass type) {
        return Room.of(segments(type));
    }

    /** The feature's name: the first package below the service's own; empty at the top. */
    String feature(JavaClass type) {
        return segments(type).stream().findFirst().orElse("");
    }

    private List<String> segments(JavaClass type) {
        String rest = type.getPackageName().substring(base.length());
        return rest.isEmpty() ? List.of() : List.of(rest.substring(1).split("\\.", -1));
    }
}
