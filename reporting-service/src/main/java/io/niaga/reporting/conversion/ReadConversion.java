package io.niaga.reporting.conversion;

import io.niaga.reporting.sales.Period;
import io.niaga.types.Actor;
import io.niaga.types.Permissions;
import io.niaga.types.StoreId;
import io.niaga.types.UseCase;
import java.time.LocalDate;
import java.util.SortedMap;

/** Shows how a store's visits became orders, by day, to whoever may see its numbers. */
@UseCase
public final class ReadConversion {
    private final ConversionDays days;
    private final Permissions permissions;

    public ReadConversion(ConversionDays days, Permissions permissions) {
        this.days = days;
        this.permissions = permissions;
    }

    public SortedMap<LocalDate, ConversionRow> conversion(Actor actor, StoreId store, Period period) {
        permissions.require(actor, "report:read", store);
        return days.between(store, period);
    }
}
