package io.niaga.catalog.audit;

import io.niaga.types.Actor;
import io.niaga.types.StoreId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody with rights changes something of a store: it is told with the change.
 *
 * @param action {@code resource:verb} of the permission table
 */
public record StaffWrite(Actor actor, String action, String resource, StoreId store, List<FieldChange> changes) {
    public StaffWrite {
        changes = List.copyOf(changes);
    }

    /** One field; values as text, null where there was or is none. The catalog holds no personal fields. */
    public record FieldChange(
            String pointer, @Nullable String from, @Nullable String to) {}

    /** A write that is described by one field, most often the state. */
    public static List<FieldChange> change(String pointer, @Nullable String from, @Nullable String to) {
        return List.of(new FieldChange(pointer, from, to));
    }
}
