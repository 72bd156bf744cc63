package io.niaga.catalog.exchange;

import io.niaga.catalog.audit.StaffWrite;
import io.niaga.catalog.product.Product;
import io.niaga.types.Sku;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a group of rows makes of its product.
 *
 * @param product to be written, or null when nothing is
 * @param fresh SKUs that the product did not have
 * @param changes of a product that was there before, for its audit entry
 */
record FoldedGroup(
        RowGroup group,
        @Nullable Product product,
        List<RowOutcome> outcomes,
        Set<Sku> fresh,
        List<StaffWrite.FieldChange> changes) {
    FoldedGroup {
        outcomes = List.copyOf(outcomes);
        fresh = Set.copyOf(fresh);
        changes = List.copyOf(changes);
    }
}
