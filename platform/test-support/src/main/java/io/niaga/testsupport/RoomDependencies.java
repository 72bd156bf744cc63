package io.niaga.testsupport;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Which room of a service may know which. */
final class RoomDependencies {
    private RoomDependencies() {}

    static List<RoomRule> rules() {
        return List.of(
                new RoomRule("a feature root knows no side room", code -> uses(code, Room.ROOT, sideRooms())),
                new RoomRule(
                        "http knows no mongo, messaging or clients",
                        code -> uses(code, Room.HTTP, EnumSet.of(Room.MONGO, Room.MESSAGING, Room.CLIENTS))),
                new RoomRule(
                        "mongo knows no http or clients",
                        code -> uses(code, Room.MONGO, EnumSet.of(Room.HTTP, Room.CLIENTS))),
                new RoomRule("mongo knows no other feature's mongo", RoomDependencies::foreignCollections),
                new RoomRule(
                        "messaging knows no http, mongo or clients",
                        code -> uses(code, Room.MESSAGING, EnumSet.of(Room.HTTP, Room.MONGO, Room.CLIENTS))),
                new RoomRule(
                        "clients know no http, mongo or messaging",
                        code -> uses(code, Room.CLIENTS, EnumSet.of(Room.HTTP, Room.MONGO, Room.MESSAGING))),
                new RoomRule(
                        "another technology knows no http, mongo or messaging",
                        code -> uses(code, Room.TECHNOLOGY, EnumSet.of(Room.HTTP, Room.MONGO, Room.MESSAGING))),
                new RoomRule("no room knows the top", RoomDependencies::knowsTheTop),
                new RoomRule("feature roots know each other without cycles", RoomDependencies::cycles));
    }

    private static Set<Room> sideRooms() {
        return EnumSet.complementOf(EnumSet.of(Room.TOP, Room.ROOT));
    }

    private static Stream<String> uses(ServiceCode code, Room from, Set<Room> forbidden) {
        return inner(code, from)
                .filter(d -> forbidden.contains(code.room(target(d))))
                .map(Dependency::getDescription);
    }

    private static Stream<String> foreignCollections(ServiceCode code) {
        return inner(code, Room.MONGO)
                .filter(d -> code.room(target(d)) == Room.MONGO)
                .filter(d -> !code.feature(d.getOriginClass()).equals(code.feature(target(d))))
                .map(Dependency::getDescription);
    }

    private static Stream<String> knowsTheTop(ServiceCode code) {
        return code.classes()
                .filter(c -> code.room(c) != Room.TOP)
                .flatMap(ServiceCode::dependencies)
                .filter(d -> code.isOurs(target(d)) && code.room(target(d)) == Room.TOP)
                // Settings are bound at the top and handed down; they are records without behaviour.
                .filter(d -> !target(d).getSimpleName().endsWith("Properties")
                        && !target(d).getName().contains("Properties$"))
                .map(Dependency::getDescription);
    }

    private static Stream<String> cycles(ServiceCode code) {
        Map<String, Set<String>> graph = new TreeMap<>();
        inner(code, Room.ROOT)
                .filter(d -> code.room(target(d)) == Room.ROOT)
                .filter(d -> !code.feature(d.getOriginClass()).equals(code.feature(target(d))))
                .forEach(d -> graph.computeIfAbsent(code.feature(d.getOriginClass()), f -> new TreeSet<>())
                        .add(code.feature(target(d))));
        return graph.keySet().stream()
                .filter(feature -> reach(graph, feature).contains(feature))
                .map(feature -> feature + " is part of a cycle: it needs " + graph.get(feature));
    }

    private static Set<String> reach(Map<String, Set<String>> graph, String from) {
        Set<String> seen = new TreeSet<>();
        List<String> frontier = List.copyOf(graph.getOrDefault(from, Set.of()));
        while (!frontier.isEmpty()) {
            seen.addAll(frontier);
            frontier = frontier.stream()
                    .flatMap(f -> graph.getOrDefault(f, Set.of()).stream())
                    .filter(f -> !seen.contains(f))
                    .distinct()
                    .toList();
        }
        return seen;
    }

    private static Stream<Dependency> inner(ServiceCode code, Room from) {
        return code.in(from).flatMap(ServiceCode::dependencies).filter(d -> code.isOurs(target(d)));
    }

    private static JavaClass target(Dependency dependency) {
        return dependency.getTargetClass().getBaseComponentType();
    }
}
