package io.niaga.testsupport;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Which room may use which library. */
final class Libraries {
    private static final List<String> PLAIN = List.of("java", "javax.crypto", "org.jspecify", "io.niaga.types");
    private static final List<String> DATABASE = List.of("com.mongodb", "org.bson", "org.springframework.data");
    private static final List<String> DRIVER =
            List.of("com.mongodb", "org.springframework.data.mongodb", "org.springframework.data.repository");
    private static final List<String> BROKER =
            List.of("org.apache.kafka", "org.springframework.kafka", "io.niaga.messaging");
    private static final List<String> CONTRACTS = List.of("io.niaga.events");
    private static final List<String> WEB = List.of("org.springframework.web", "jakarta.servlet");
    private static final List<String> CALLS = List.of(
            "java.net.http",
            "feign",
            "org.springframework.cloud.openfeign",
            "org.springframework.web.client",
            "org.springframework.web.reactive.function.client");
    private static final List<String> DECIDED_AGAINST = List.of(
            "lombok",
            "com.fasterxml.jackson.core",
            "com.fasterxml.jackson.databind",
            "org.springframework.transaction",
            "jakarta.transaction",
            "org.mapstruct",
            "org.springframework.kafka.annotation");

    private Libraries() {}

    static List<RoomRule> rules() {
        return List.of(
                new RoomRule("a feature root is plain Java", Libraries::notPlain),
                new RoomRule(
                        "http uses no database, broker or contracts",
                        code -> uses(code, Room.HTTP, either(either(DATABASE, BROKER), CONTRACTS))),
                new RoomRule(
                        "mongo uses no contracts and no web", code -> uses(code, Room.MONGO, either(CONTRACTS, WEB))),
                new RoomRule(
                        "messaging uses no database and no web",
                        code -> uses(code, Room.MESSAGING, either(DRIVER, WEB))),
                new RoomRule(
                        "clients use no database and no broker",
                        code -> uses(code, Room.CLIENTS, either(DATABASE, BROKER))),
                new RoomRule("calls to others leave through clients", Libraries::callsElsewhere),
                new RoomRule(
                        "libraries that were decided against stay out",
                        code -> code.classes().flatMap(c -> uses(c, DECIDED_AGAINST))));
    }

    private static Stream<String> notPlain(ServiceCode code) {
        return code.in(Room.ROOT)
                .flatMap(ServiceCode::dependencies)
                .filter(d -> !code.isOurs(target(d)) && !target(d).isPrimitive() && !isIn(target(d), PLAIN))
                .map(Dependency::getDescription);
    }

    private static Stream<String> callsElsewhere(ServiceCode code) {
        Set<Room> allowed = EnumSet.of(Room.CLIENTS, Room.TECHNOLOGY, Room.TOP);
        return code.classes().filter(c -> !allowed.contains(code.room(c))).flatMap(c -> uses(c, CALLS));
    }

    private static Stream<String> uses(ServiceCode code, Room room, List<String> packages) {
        return code.in(room).flatMap(c -> uses(c, packages));
    }

    private static List<String> either(List<String> some, List<String> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    private static Stream<String> uses(JavaClass from, List<String> packages) {
        return ServiceCode.dependencies(from)
                .filter(d -> isIn(target(d), packages))
                .map(Dependency::getDescription);
    }

    private static JavaClass target(Dependency dependency) {
        return dependency.getTargetClass().getBaseComponentType();
    }

    private static boolean isIn(JavaClass type, List<String> packages) {
        String name = type.getPackageName() + ".";
        return packages.stream().anyMatch(p -> name.startsWith(p + "."));
    }
}
