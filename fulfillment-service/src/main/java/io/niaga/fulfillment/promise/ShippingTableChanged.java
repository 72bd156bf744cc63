package io.niaga.fulfillment.promise;

import io.niaga.types.Actor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody set a store's shipping table.
 *
 * @param before absent for the first one
 */
public record ShippingTableChanged(Actor actor, @Nullable ShippingTable before, ShippingTable after) {
    /** The JSON Pointers that changed. */
    public List<String> pointers() {
        return before == null ? List.of("") : before.differences(after);
    }
}
