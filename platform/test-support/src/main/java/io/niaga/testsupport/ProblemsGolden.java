package io.niaga.testsupport;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.niaga.types.Problem;
import io.niaga.types.ProblemKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The problems of a service, as its section of {@code docs/problems.md}: every enum that is a {@link Problem}. */
public final class ProblemsGolden {
    private static final Path PAGE = Path.of("docs/problems.md");

    private ProblemsGolden() {}

    /**
     * Compares the section.
     *
     * @param service short name, {@code order}
     * @param servicePackage {@code io.niaga.orders}
     */
    public static void check(String service, String servicePackage) {
        Golden.section(PAGE, service, page(servicePackage, ProblemParameters.in(sources(service))));
    }

    /** What every service can meet is thrown by the platform's modules and by all of them, the rest by the service itself. */
    private static List<Path> sources(String service) {
        return service.equals("common") ? ofAllModules() : List.of(Path.of("src/main"));
    }

    private static List<Path> ofAllModules() {
        Path root = Repository.root();
        return Stream.of(root, root.resolve("platform"))
                .flatMap(folder ->
                        Stream.of(Objects.requireNonNull(folder.toFile().listFiles())))
                .map(module -> module.toPath().resolve("src/main/java"))
                .filter(Files::isDirectory)
                .sorted()
                .toList();
    }

    static String page(String servicePackage, ProblemParameters parameters) {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages(servicePackage).stream()
                        .filter(c -> c.isEnum() && c.isAssignableTo(Problem.class))
                        .sorted(Comparator.comparing(JavaClass::getName))
                        .map(type -> table(type, parameters))
                        .collect(Collectors.joining("\n"));
    }

    private static String table(JavaClass type, ProblemParameters parameters) {
        Stream<Problem> problems = Stream.of(type.reflect().getEnumConstants()).map(Problem.class::cast);
        return "### " + type.getSimpleName() + "\n\n"
                + Markdown.table(
                        List.of("code", "status", "detail", "parameters"),
                        problems.map(p -> List.of(
                                "`" + p.code() + "`",
                                String.valueOf(status(p.kind())),
                                p.detail(),
                                parameters.of(p).stream()
                                        .map(name -> "`" + name + "`")
                                        .collect(Collectors.joining(" ")))));
    }

    /** What api.md promises, told a second time on purpose: this page shows when the services begin to differ. */
    private static int status(ProblemKind kind) {
        return switch (kind) {
            case INVALID -> 400;
            case UNAUTHENTICATED -> 401;
            case FORBIDDEN -> 403;
            case NOT_FOUND -> 404;
            case METHOD_NOT_ALLOWED -> 405;
            case NOT_ACCEPTABLE -> 406;
            case TOO_SLOW -> 408;
            case CONFLICT -> 409;
            case STALE -> 412;
            case TOO_LARGE -> 413;
            case UNSUPPORTED_MEDIA_TYPE -> 415;
            case KEY_REUSED -> 422;
            case PRECONDITION_REQUIRED -> 428;
            case TOO_MANY -> 429;
            case UNAVAILABLE -> 503;
            case BROKEN -> 500;
        };
    }
}
