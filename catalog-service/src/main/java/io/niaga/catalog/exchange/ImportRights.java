package io.niaga.catalog.exchange;

import io.niaga.types.Actor;
import io.niaga.types.FieldError;
import io.niaga.types.Permissions;
import io.niaga.types.ProblemException;
import io.niaga.types.StoreId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Which fields somebody may change by an import into a store. */
public final class ImportRights {
    public static final String ACTION = "product:import";

    private final Permissions permissions;
    private final Actor actor;
    private final StoreId store;
    private final boolean all;

    public ImportRights(Permissions permissions, Actor actor, StoreId store) {
        this.permissions = permissions;
        this.actor = actor;
        this.store = store;
        this.all = refusal(List.of("/")).isEmpty();
    }

    /** Whether every field may change, so that nobody need look. */
    public boolean all() {
        return all;
    }

    public boolean may(String field) {
        return refused(List.of(field)).isEmpty();
    }

    /** The first of the fields that may not change. */
    public Optional<FieldError> refused(Collection<String> changed) {
        return all || changed.isEmpty() ? Optional.empty() : refusal(changed);
    }

    private Optional<FieldError> refusal(Collection<String> changed) {
        try {
            permissions.requireFields(actor, ACTION, store, changed);
            return Optional.empty();
        } catch (ProblemException refused) {
            String pointer = refused.errors().stream()
                    .findFirst()
                    .map(FieldError::pointer)
                    .orElse("");
            return Optional.of(new FieldError(pointer, "FIELDS_NOT_PERMITTED", "You may not change this field."));
        }
    }
}
