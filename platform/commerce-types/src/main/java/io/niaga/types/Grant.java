package io.niaga.types;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One row of a permission table: a role may do an action within a scope, on some fields.
 *
 * @param action {@code resource:verb}, for example {@code stock:write}
 * @param fields JSON Pointers that may change, each with everything below it; {@code /} stands for all, a step {@code *} for
 *     any one
 * @param tokenScope the scope that a token must have for it: always of a partner's grant, never of another
 */
public record Grant(
        Role role,
        String action,
        Scope scope,
        List<String> fields,
        @Nullable String tokenScope) {
    private static final String ANY = "*";

    /** Where a grant holds. */
    public enum Scope {
        /** What belongs to the actor: own cart, own orders. */
        OWN,
        /** The stores in which the actor holds the role. */
        STORE,
        ALL
    }

    public Grant {
        fields = List.copyOf(fields);
        if ((scope == Scope.STORE) != role.isOfStore()) {
            throw new IllegalArgumentException(role + " cannot have scope " + scope + " in " + action);
        }
        if ((role == Role.PARTNER) != (tokenScope != null)) {
            throw new IllegalArgumentException("a partner's grants, and no others, name the token's scope: " + action);
        }
    }

    /** A grant of people and services: their tokens are not limited by scopes. */
    public Grant(Role role, String action, Scope scope, List<String> fields) {
        this(role, action, scope, fields, null);
    }

    boolean covers(String pointer) {
        return fields.stream().anyMatch(f -> f.equals("/") || isAbove(f, pointer));
    }

    private static boolean isAbove(String field, String pointer) {
        List<String> allowed = List.of(field.split("/", -1));
        List<String> asked = List.of(pointer.split("/", -1));
        return allowed.size() <= asked.size()
                && IntStream.range(0, allowed.size())
                        .allMatch(i ->
                                allowed.get(i).equals(ANY) || allowed.get(i).equals(asked.get(i)));
    }
}
