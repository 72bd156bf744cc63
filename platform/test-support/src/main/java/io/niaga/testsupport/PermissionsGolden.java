package io.niaga.testsupport;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The rights of a service, as its section of {@code docs/permissions.md}: every row of its {@code permissions.yml}. */
public final class PermissionsGolden {
    private static final Path PAGE = Path.of("docs/permissions.md");
    private static final List<String> ROLES = List.of(
            "operator",
            "administrator",
            "seller",
            "warehouse",
            "support",
            "marketer",
            "analyst",
            "partner",
            "customer",
            "guest",
            "service");

    private PermissionsGolden() {}

    /**
     * Compares the section.
     *
     * @param service short name, {@code order}
     */
    public static void check(String service) {
        try (InputStream table = PermissionsGolden.class.getResourceAsStream("/permissions.yml")) {
            if (table == null) {
                throw new AssertionError("there is no permissions.yml on the class path");
            }
            Golden.section(PAGE, service, page(Yaml.read(table.readAllBytes())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String page(JsonNode rows) {
        return Markdown.table(
                List.of("action", "role", "scope", "fields that may change"),
                rows.valueStream()
                        .sorted(Comparator.comparing(PermissionsGolden::action)
                                .thenComparing(row -> ROLES.indexOf(role(row)))
                                .thenComparing(row -> row.path("scope").asString()))
                        .map(row -> List.of(
                                "`" + action(row) + "`",
                                role(row) + tokenScope(row),
                                row.path("scope").asString(),
                                fields(row))));
    }

    private static String action(JsonNode row) {
        return row.path("action").asString();
    }

    private static String role(JsonNode row) {
        return row.path("role").asString();
    }

    private static String tokenScope(JsonNode row) {
        return row.has("token-scope") ? " with `" + row.path("token-scope").asString() + "`" : "";
    }

    private static String fields(JsonNode row) {
        return row.path("fields")
                .valueStream()
                .map(field -> field.asString().equals("/") ? "all" : "`" + field.asString() + "`")
                .collect(Collectors.joining(", "));
    }
}
