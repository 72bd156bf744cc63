package io.niaga.reporting.dashboard;

import io.niaga.reporting.conversion.ConversionDays;
import io.niaga.reporting.conversion.ConversionRow;
import io.niaga.reporting.conversion.Stores;
import io.niaga.reporting.sales.Period;
import io.niaga.reporting.sales.SalesDays;
import io.niaga.reporting.sales.SalesRow;
import io.niaga.types.Actor;
import io.niaga.types.Permissions;
import io.niaga.types.StoreId;
import io.niaga.types.UseCase;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Puts a store's numbers together, for whoever may see them or shows a link that was made by one who may. */
@UseCase
public final class ReadDashboard {
    private final SalesDays sales;
    private final ConversionDays conversion;
    private final Stores stores;
    private final Permissions permissions;
    private final Clock clock;

    public ReadDashboard(
            SalesDays sales, ConversionDays conversion, Stores stores, Permissions permissions, Clock clock) {
        this.sales = sales;
        this.conversion = conversion;
        this.stores = stores;
        this.permissions = permissions;
        this.clock = clock;
    }

    public SalesDashboard read(Actor actor, StoreId store, Period period) {
        permissions.require(actor, "report:read", store);
        return dashboard(store, period);
    }

    /** Of the link's store and period; whether it is still good was decided when it was found. */
    public SalesDashboard read(Link link) {
        return dashboard(link.store(), link.period());
    }

    private SalesDashboard dashboard(StoreId store, Period period) {
        Grain grain = Grain.of(period);
        List<LocalDate> starts = new ArrayList<>();
        for (LocalDate day = grain.startOf(period.from()); !day.isAfter(period.to()); day = grain.next(day)) {
            starts.add(day);
        }
        return new SalesDashboard(
                store,
                stores.nameOf(store).orElse(null),
                period,
                stores.zoneOf(store),
                grain,
                starts,
                currencies(sales.between(store, period), starts, grain),
                visits(conversion.between(store, period), starts, grain),
                clock.instant());
    }

    private static List<SalesDashboard.InCurrency> currencies(
            List<SalesRow> rows, List<LocalDate> starts, Grain grain) {
        return rows.stream()
                .map(SalesRow::currency)
                .distinct()
                .sorted(Comparator.comparing(Currency::getCurrencyCode))
                .map(currency -> {
                    Map<LocalDate, SalesRow> steps = new TreeMap<>();
                    starts.forEach(start -> steps.put(start, SalesRow.none(start, currency)));
                    rows.stream()
                            .filter(row -> row.currency().equals(currency))
                            .forEach(row -> steps.merge(grain.startOf(row.day()), row, SalesRow::plus));
                    SalesRow sum =
                            steps.values().stream().reduce(SalesRow.none(starts.getFirst(), currency), SalesRow::plus);
                    return new SalesDashboard.InCurrency(sum, List.copyOf(steps.values()));
                })
                .toList();
    }

    private static SalesDashboard.Visits visits(
            Map<LocalDate, ConversionRow> rows, List<LocalDate> starts, Grain grain) {
        Map<LocalDate, ConversionRow> steps = new TreeMap<>();
        starts.forEach(start -> steps.put(start, ConversionRow.NONE));
        rows.forEach((day, row) -> steps.merge(grain.startOf(day), row, ConversionRow::plus));
        ConversionRow sum = steps.values().stream().reduce(ConversionRow.NONE, ConversionRow::plus);
        return new SalesDashboard.Visits(sum, List.copyOf(steps.values()));
    }
}
