package io.niaga.reporting.sales;

import io.niaga.types.Actor;
import io.niaga.types.Permissions;
import io.niaga.types.StoreId;
import io.niaga.types.UseCase;
import java.util.List;

/** Shows a store's sales by day to whoever may see its numbers. */
@UseCase
public final class ReadSales {
    private final SalesDays days;
    private final Permissions permissions;

    public ReadSales(SalesDays days, Permissions permissions) {
        this.days = days;
        this.permissions = permissions;
    }

    public List<SalesRow> sales(Actor actor, StoreId store, Period period) {
        permissions.require(actor, "report:read", store);
        return days.between(store, period);
    }
}
