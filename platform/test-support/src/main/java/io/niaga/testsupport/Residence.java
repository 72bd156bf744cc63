package io.niaga.testsupport;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Which kind of type lives in which room, and in which form. */
final class Residence {
    private Residence() {}

    static List<RoomRule> rules() {
        return List.of(
                lives("verbs live at feature roots", Room.ROOT, annotated("io.niaga.types.UseCase")),
                lives(
                        "controllers live in http",
                        Room.HTTP,
                        annotated("org.springframework.web.bind.annotation.RestController")
                                .or(annotated("org.springframework.stereotype.Controller"))),
                lives(
                        "Feign clients live in clients",
                        Room.CLIENTS,
                        annotated("org.springframework.cloud.openfeign.FeignClient")),
                lives(
                        "documents live in mongo",
                        Room.MONGO,
                        annotated("org.springframework.data.mongodb.core.mapping.Document")),
                new RoomRule("problems are enums at feature roots", Residence::problems),
                new RoomRule("JSON and documents are records", Residence::shapes),
                new RoomRule("every package is null-marked", Residence::unmarked));
    }

    private static RoomRule lives(String name, Room room, Predicate<JavaClass> kind) {
        return new RoomRule(
                name,
                code -> code.classes()
                        .filter(kind)
                        .filter(c -> code.room(c) != room)
                        .map(JavaClass::getName));
    }

    private static Predicate<JavaClass> annotated(String annotation) {
        return type -> type.isAnnotatedWith(annotation);
    }

    private static Stream<String> problems(ServiceCode code) {
        return code.named()
                .filter(c -> c.isAssignableTo("io.niaga.types.Problem"))
                .filter(c -> !(c.isEnum() && c.getSimpleName().endsWith("Problem") && code.room(c) == Room.ROOT))
                .map(JavaClass::getName);
    }

    private static Stream<String> shapes(ServiceCode code) {
        return Stream.concat(
                        code.in(Room.HTTP).filter(c -> c.getSimpleName().endsWith("Json")),
                        code.in(Room.MONGO).filter(c -> c.getSimpleName().endsWith("Document")))
                .filter(c -> !c.isRecord() && !c.isInterface() && !c.isEnum())
                .map(JavaClass::getName);
    }

    private static Stream<String> unmarked(ServiceCode code) {
        List<String> marked = code.imported().stream()
                .filter(c -> c.getSimpleName().equals("package-info"))
                .filter(annotated("org.jspecify.annotations.NullMarked"))
                .map(JavaClass::getPackageName)
                .toList();
        return code.classes().map(JavaClass::getPackageName).distinct().filter(p -> !marked.contains(p));
    }
}
