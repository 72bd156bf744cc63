package io.niaga.testsupport;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.List;
import java.util.stream.Stream;

/** How the parts of a service find each other. */
final class Wiring {
    private static final String CONFIGURATION = "org.springframework.context.annotation.Configuration";
    private static final String PROPERTIES = "org.springframework.boot.context.properties.ConfigurationProperties";
    private static final List<String> INJECTED = List.of(
            "org.springframework.beans.factory.annotation.Autowired",
            "org.springframework.beans.factory.annotation.Value",
            "jakarta.inject.Inject",
            "jakarta.annotation.Resource");

    private Wiring() {}

    static List<RoomRule> rules() {
        return List.of(
                new RoomRule("there is one configuration, at the top", Wiring::configurations),
                new RoomRule("settings are records at the top", Wiring::settings),
                new RoomRule("dependencies come through constructors", Wiring::injected),
                new RoomRule("static state does not change", Wiring::changingStatics));
    }

    private static Stream<String> configurations(ServiceCode code) {
        List<JavaClass> all =
                code.classes().filter(c -> c.isAnnotatedWith(CONFIGURATION)).toList();
        return all.stream()
                .filter(c -> all.size() > 1 || code.room(c) != Room.TOP)
                .map(JavaClass::getName);
    }

    private static Stream<String> settings(ServiceCode code) {
        return code.classes()
                .filter(c -> c.isAnnotatedWith(PROPERTIES))
                .filter(c -> !c.isRecord() || code.room(c) != Room.TOP)
                .map(JavaClass::getName);
    }

    private static Stream<String> injected(ServiceCode code) {
        Stream<String> fields = code.classes()
                .flatMap(c -> c.getFields().stream())
                .filter(f -> INJECTED.stream().anyMatch(f::isAnnotatedWith))
                .map(JavaField::getFullName);
        Stream<String> methods = code.classes()
                .flatMap(ServiceCode::written)
                .filter(m -> INJECTED.stream().anyMatch(m::isAnnotatedWith))
                .map(m -> m.getFullName());
        return Stream.concat(fields, methods);
    }

    private static Stream<String> changingStatics(ServiceCode code) {
        return code.classes()
                .flatMap(c -> c.getFields().stream())
                .filter(f -> f.getModifiers().contains(JavaModifier.STATIC))
                .filter(f -> !f.getModifiers().contains(JavaModifier.FINAL))
                .filter(f -> !f.getModifiers().contains(JavaModifier.SYNTHETIC))
                .map(JavaField::getFullName);
    }
}
