package io.niaga.fulfillment.warehouse;

import io.niaga.types.Actor;
import io.niaga.types.StoreId;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Somebody set up or changed a warehouse.
 *
 * @param before absent for a new one
 */
public record WarehouseChanged(
        Actor actor,
        StoreId store,
        @Nullable Warehouse before,
        Warehouse after,
        boolean wasDefault,
        boolean isDefault) {

    /** What changed, by JSON Pointer: the value before (absent for a new warehouse) and after. */
    public Map<String, Change> changes() {
        Map<String, Change> changes = new TreeMap<>();
        note(changes, "/name", before == null ? null : before.name(), after.name());
        note(changes, "/countryCode", before == null ? null : before.countryCode(), after.countryCode());
        note(changes, "/default", before == null ? null : wasDefault, isDefault);
        return changes;
    }

    private static void note(Map<String, Change> changes, String pointer, @Nullable Object from, Object to) {
        if (!to.equals(from)) {
            changes.put(pointer, new Change(from, to));
        }
    }

    /** One field's values. */
    public record Change(@Nullable Object from, Object to) {}
}
