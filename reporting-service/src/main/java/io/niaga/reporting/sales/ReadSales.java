package io.niaga.reporting.sales;

import io.niaga.types.Actor;
import io.niaga.types.Permissions;
import io.niaga.types.StoreId;
import io.niaga.types.UseCase;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Shows a store's sales by day to whoever may see its numbers. */
@UseCase
public final class ReadSales {
    private static final int MOST_DAYS = 731;
    private final SalesDays days;
    private final Permissions permissions;

    public ReadSales(SalesDays days, Permissions permissions) {
        this.days = days;
        this.permissions = permissions;
    }

    /** @throws io.niaga.types.ProblemException REPORT_PERIOD_INVALID */
    public List<SalesRow> sales(Actor actor, StoreId store, LocalDate from, LocalDate to) {
        permissions.require(actor, "report:read", store);
        if (to.isBefore(from) || ChronoUnit.DAYS.between(from, to) >= MOST_DAYS) {
            throw ReportProblem.REPORT_PERIOD_INVALID.with("most", MOST_DAYS);
        }
        return days.between(store, from, to);
    }
}
