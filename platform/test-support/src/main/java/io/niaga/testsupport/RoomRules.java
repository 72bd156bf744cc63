package io.niaga.testsupport;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;

/**
 * The rooms of a service and the style of its code, as rules: {@code RoomRules.check("io.niaga.orders")} in a {@code
 * RoomsTest}. All rules are checked and everything found is reported at once.
 */
public final class RoomRules {
    private static final List<RoomRule> ALL = Stream.of(
                    RoomDependencies.rules(),
                    Libraries.rules(),
                    TimeAndChance.rules(),
                    TypeNames.rules(),
                    Wiring.rules(),
                    Residence.rules(),
                    Values.rules(),
                    Sources.rules())
            .flatMap(List::stream)
            .toList();

    private RoomRules() {}

    /** Checks the service whose own package that is; run in the service's module. */
    public static void check(String servicePackage) {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(servicePackage);
        Assertions.assertThat(classes).as("classes of " + servicePackage).isNotEmpty();
        StringBuilder report = new StringBuilder();
        broken(new ServiceCode(servicePackage, classes, Path.of("src/main/java")))
                .forEach((rule, places) ->
                        report.append("\n\n").append(rule).append(":\n  ").append(String.join("\n  ", places)));
        if (!report.isEmpty()) {
            throw new AssertionError("Rules that " + servicePackage + " breaks" + report);
        }
    }

    /** The broken rules by name, each with the places. */
    static Map<String, List<String>> broken(ServiceCode code) {
        Map<String, List<String>> broken = new TreeMap<>();
        for (RoomRule rule : ALL) {
            List<String> places = rule.brokenAt(code);
            if (!places.isEmpty()) {
                broken.put(rule.name(), places);
            }
        }
        return broken;
    }

    static List<String> names() {
        return ALL.stream().map(RoomRule::name).toList();
    }
}
