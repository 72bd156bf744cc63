package io.niaga.fulfillment.promise;

import io.niaga.types.Actor;
import io.niaga.types.CommonProblem;
import io.niaga.types.Permissions;
import io.niaga.types.StoreId;
import io.niaga.types.UseCase;

/** Shows a store's shipping table to its staff. */
@UseCase
public final class ReadShippingTable {
    private final ShippingTables tables;
    private final Permissions permissions;

    public ReadShippingTable(ShippingTables tables, Permissions permissions) {
        this.tables = tables;
        this.permissions = permissions;
    }

    public ShippingTable read(Actor actor, StoreId store) {
        permissions.require(actor, "shipping-table:read", store);
        return tables.find(store).orElseThrow(CommonProblem.NOT_FOUND::now);
    }
}
