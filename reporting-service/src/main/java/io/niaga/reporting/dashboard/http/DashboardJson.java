package io.niaga.reporting.dashboard.http;

import io.niaga.reporting.conversion.ConversionRow;
import io.niaga.reporting.dashboard.SalesDashboard;
import io.niaga.reporting.sales.SalesRow;
import io.niaga.types.Money;
import io.niaga.types.Percentage;
import io.niaga.types.StoreId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A store's sales at a glance; steps without gaps, each named by its first day. */
record DashboardJson(
        StoreId storeId,
        @Nullable String storeName,
        LocalDate from,
        LocalDate to,
        String grain,
        List<CurrencyJson> currencies,
        List<VisitsJson> visits,
        VisitsJson visitsSum,
        Instant asOf) {
    static DashboardJson of(SalesDashboard dashboard) {
        List<LocalDate> starts = dashboard.starts();
        List<VisitsJson> visits = new ArrayList<>();
        for (int i = 0; i < starts.size(); i++) {
            visits.add(VisitsJson.of(starts.get(i), dashboard.visits().steps().get(i)));
        }
        return new DashboardJson(
                dashboard.store(),
                dashboard.storeName(),
                dashboard.period().from(),
                dashboard.period().to(),
                dashboard.grain().name(),
                dashboard.currencies().stream().map(CurrencyJson::of).toList(),
                visits,
                VisitsJson.of(starts.getFirst(), dashboard.visits().sum()),
                dashboard.asOf());
    }

    /** Sales in one currency. */
    record CurrencyJson(
            String currency, StepJson sum, @Nullable Money averageOrder, List<StepJson> steps) {
        static CurrencyJson of(SalesDashboard.InCurrency in) {
            return new CurrencyJson(
                    in.sum().currency().getCurrencyCode(),
                    StepJson.of(in.sum()),
                    in.averageOrder().orElse(null),
                    in.steps().stream().map(StepJson::of).toList());
        }
    }

    /** The columns of the sales report. */
    record StepJson(
            LocalDate from,
            long orders,
            long units,
            Money gross,
            Money discount,
            Money tax,
            Money shipping,
            Money refunds,
            Money net) {
        static StepJson of(SalesRow row) {
            return new StepJson(
                    row.day(),
                    row.orders(),
                    row.units(),
                    row.gross(),
                    row.discount(),
                    row.tax(),
                    row.shipping(),
                    row.refunds(),
                    row.net());
        }
    }

    /** The columns of the conversion report. */
    record VisitsJson(
            LocalDate from,
            long sessions,
            long productViews,
            long cartSessions,
            long orders,
            long orderSessions,
            @Nullable String conversionRate) {
        static VisitsJson of(LocalDate from, ConversionRow row) {
            return new VisitsJson(
                    from,
                    row.sessions(),
                    row.productViews(),
                    row.cartSessions(),
                    row.orders(),
                    row.orderSessions(),
                    row.conversionRate().map(Percentage::toDecimal).orElse(null));
        }
    }
}
