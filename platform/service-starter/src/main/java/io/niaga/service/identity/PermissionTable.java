package io.niaga.service.identity;

import io.niaga.types.Grant;
import io.niaga.types.Permissions;
import io.niaga.types.Role;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * Reads a service's {@code permissions.yml}: a list of {@code {role, action, scope: own|store|all, fields: [pointers]}}.
 *
 * <p>{@code fields} may be left out where no field is written; a partner's rows say {@code token-scope}. Anything unknown or said twice is refused, so a
 * misspelt right never turns into no right.
 */
public final class PermissionTable {
    private static final Set<String> KEYS = Set.of("role", "action", "scope", "fields", "token-scope");

    private PermissionTable() {}

    public static Permissions read(InputStream yaml) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        Object rows = new Yaml(new SafeConstructor(options)).load(yaml);
        List<Grant> grants = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Object row : rows instanceof List<?> list ? list : List.of()) {
            Grant grant = grant(row);
            if (!seen.add(grant.role() + " " + grant.action() + " " + grant.scope())) {
                throw new IllegalArgumentException("permissions.yml says twice: " + row);
            }
            grants.add(grant);
        }
        return new Permissions(grants);
    }

    private static Grant grant(Object row) {
        if (!(row instanceof Map<?, ?> fields) || !KEYS.containsAll(fields.keySet())) {
            throw new IllegalArgumentException(
                    "permissions.yml: a row has role, action, scope, fields and token-scope, not " + row);
        }
        String action = text(fields, "action");
        if (!action.matches("[a-z][a-z-]*:[a-z][a-z-]*")) {
            throw new IllegalArgumentException("permissions.yml: an action is resource:verb, not " + action);
        }
        Role role = Role.ofWireName(text(fields, "role"))
                .orElseThrow(() -> new IllegalArgumentException("permissions.yml: unknown role in " + row));
        return new Grant(
                role,
                action,
                Grant.Scope.valueOf(text(fields, "scope").toUpperCase(Locale.ROOT)),
                pointers(fields.get("fields")),
                fields.containsKey("token-scope") ? text(fields, "token-scope") : null);
    }

    private static String text(Map<?, ?> fields, String key) {
        if (fields.get(key) instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException("permissions.yml: " + key + " is missing in " + fields);
    }

    private static List<String> pointers(@Nullable Object fields) {
        if (fields == null) {
            return List.of();
        }
        if (!(fields instanceof List<?> list)) {
            throw new IllegalArgumentException("permissions.yml: fields is a list of pointers, not " + fields);
        }
        return list.stream().map(PermissionTable::pointer).toList();
    }

    private static String pointer(@Nullable Object field) {
        if (field instanceof String text && text.startsWith("/")) {
            return text;
        }
        throw new IllegalArgumentException("permissions.yml: a field is a JSON pointer, not " + field);
    }
}
