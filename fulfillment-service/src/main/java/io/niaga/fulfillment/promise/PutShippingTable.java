package io.niaga.fulfillment.promise;

import io.niaga.fulfillment.carrier.Carriers;
import io.niaga.types.Actor;
import io.niaga.types.CommonProblem;
import io.niaga.types.Permissions;
import io.niaga.types.Precondition;
import io.niaga.types.Revision;
import io.niaga.types.UseCase;
import java.util.Optional;

/** Sets a store's shipping table; who replaces one says which version they saw. */
@UseCase
public final class PutShippingTable {
    private static final String ACTION = "shipping-table:write";
    private final ShippingTables tables;
    private final Carriers carriers;
    private final Permissions permissions;

    public PutShippingTable(ShippingTables tables, Carriers carriers, Permissions permissions) {
        this.tables = tables;
        this.carriers = carriers;
        this.permissions = permissions;
    }

    public ShippingTable put(Actor actor, ShippingTable table, Precondition precondition) {
        permissions.require(actor, ACTION, table.store());
        Optional<ShippingTable> known = tables.find(table.store());
        if (known.isPresent()) {
            precondition.require(known.get().revision());
        } else {
            precondition.check(Revision.NEW);
        }
        table.zones().stream()
                .flatMap(z -> z.rates().stream())
                .forEach(r -> carriers.requireReal(r.carrier(), r.service()));
        if (known.isPresent() && known.get().says(table)) {
            return known.get();
        }
        ShippingTable changed = table.over(known.map(ShippingTable::revision).orElse(Revision.NEW));
        if (!tables.save(new ShippingTableChanged(actor, known.orElse(null), changed))) {
            throw CommonProblem.CONCURRENT_CHANGE.now();
        }
        return tables.find(table.store()).orElse(changed);
    }
}
