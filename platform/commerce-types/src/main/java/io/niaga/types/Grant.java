package io.niaga.types;

import java.util.List;

/**
 * One row of a permission table: a role may do an action within a scope, on some fields.
 *
 * @param action {@code resource:verb}, for example {@code stock:write}
 * @param fields JSON Pointers that may change, each with everything below it; {@code /} stands for all
 */
public record Grant(Role role, String action, Scope scope, List<String> fields) {
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
    }

    boolean covers(String pointer) {
        return fields.stream().anyMatch(f -> f.equals("/") || pointer.equals(f) || pointer.startsWith(f + "/"));
    }
}
