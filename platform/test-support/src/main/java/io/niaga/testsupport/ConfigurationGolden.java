package io.niaga.testsupport;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The settings of a service, as its section of {@code docs/configuration.md}: every knob of its properties, and every other
 * setting that its own file lets a variable say.
 *
 * <p>Types, defaults and meanings come from the metadata that the configuration processor writes when the service is compiled,
 * what is required from the records' constraints, variables from the placeholders of the file.
 */
public final class ConfigurationGolden {
    private static final Path PAGE = Path.of("docs/configuration.md");
    /** Settings of the framework that variables say, with their type and meaning. */
    private static final Map<String, List<String>> FRAMEWORK = Map.of(
            "server.port", List.of("port", "where requests are served"),
            "management.server.port", List.of("port", "where operations are served: health, metrics, dead letters"),
            "spring.mongodb.uri",
                    List.of("address", "the database: `mongodb://` or `mongodb+srv://`, with what it needs"),
            "spring.kafka.bootstrap-servers", List.of("list of host:port", "brokers to ask first"));

    private static final List<String> SHARED = List.of("io.niaga.service.", "io.niaga.messaging.");

    private ConfigurationGolden() {}

    /**
     * Compares the section of a service: its own settings; those that all services share have a section of their own.
     *
     * @param service short name, {@code order}
     */
    public static void check(String service) {
        Golden.section(
                PAGE, service, page("application.yml", type -> SHARED.stream().noneMatch(type::startsWith)));
    }

    /** Compares the section of what all services but the gateway share. */
    static void checkShared() {
        Golden.section(
                PAGE,
                "every service",
                page(
                        "io/niaga/service/start/defaults.properties",
                        type -> SHARED.stream().anyMatch(type::startsWith)));
    }

    private static String page(String file, Predicate<String> owner) {
        Map<String, Knob> knobs = new TreeMap<>(Knob.ofClassPath(owner));
        List<Row> rows = new ArrayList<>();
        Map<String, Setting> settings = Setting.of(file);
        settings.forEach((name, setting) -> {
            Knob knob = Knob.holding(name, Knob.ofClassPath(any -> true));
            if (knob == null && name.startsWith("niaga.") && !name.equals("niaga.short-name")) {
                throw new AssertionError(file + " sets " + name + ", which is no setting of anything");
            }
            if (setting.variable() != null || (knob != null && owner.test(knob.owner()))) {
                rows.add(Row.set(name, setting, knob));
                knobs.remove(name);
            }
        });
        knobs.values().stream()
                .filter(knob -> settings.keySet().stream().noneMatch(name -> name.startsWith(knob.name())))
                .forEach(knob -> rows.add(Row.of(knob)));
        return Markdown.table(
                List.of("setting", "type", "default", "required", "variable", "meaning"),
                rows.stream().sorted(Comparator.comparing(Row::name)).map(Row::cells));
    }

    /** One line of the page. */
    private record Row(String name, String type, String value, boolean required, String variable, String meaning) {
        static Row of(Knob knob) {
            String value = knob.value() == null ? "" : code(knob.value());
            return new Row(knob.name(), knob.type(), value, knob.isRequired(), "", knob.meaning());
        }

        static Row set(String name, Setting setting, @org.jspecify.annotations.Nullable Knob knob) {
            boolean required =
                    setting.value() == null || (setting.value().isEmpty() && knob != null && knob.isRequired());
            return new Row(
                    name,
                    typeOf(name, knob),
                    setting.value() == null ? "" : code(setting.value()),
                    required,
                    setting.variable() == null ? "" : code(setting.variable()),
                    knob == null ? FRAMEWORK.getOrDefault(name, List.of("", "")).getLast() : knob.meaning());
        }

        private static String typeOf(String name, @org.jspecify.annotations.Nullable Knob knob) {
            if (knob == null || name.equals(knob.name())) {
                return knob == null
                        ? FRAMEWORK.getOrDefault(name, List.of("", "")).getFirst()
                        : knob.type();
            }
            boolean entry = name.indexOf('.', knob.name().length() + 1) < 0;
            return entry ? knob.type().replaceFirst(".* → ", "") : name.endsWith(".url") ? "list of address" : "";
        }

        private static String code(String text) {
            return text.isEmpty() ? "" : "`" + text + "`";
        }

        List<String> cells() {
            return List.of("`" + name + "`", type, value, required ? "yes" : "", variable, meaning);
        }
    }
}
