package io.niaga.reporting.dashboard;

import io.niaga.reporting.conversion.ConversionRow;
import io.niaga.reporting.sales.Period;
import io.niaga.reporting.sales.SalesRow;
import io.niaga.types.Money;
import io.niaga.types.StoreId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A store's sales in a period, in steps without gaps.
 *
 * @param storeName null when the store was not heard of
 * @param zone in which its days are counted
 * @param starts the first day of each step
 * @param currencies one for each currency that something was sold in
 * @param visits what became of visits, in the same steps
 */
public record SalesDashboard(
        StoreId store,
        @Nullable String storeName,
        Period period,
        ZoneId zone,
        Grain grain,
        List<LocalDate> starts,
        List<InCurrency> currencies,
        Visits visits,
        Instant asOf) {
    public SalesDashboard {
        starts = List.copyOf(starts);
        currencies = List.copyOf(currencies);
    }

    /** Sales in one currency; the days of rows are the first days of their steps, the sum's is the period's first. */
    public record InCurrency(SalesRow sum, List<SalesRow> steps) {
        public InCurrency {
            steps = List.copyOf(steps);
        }

        /** {@code (gross − discount) / orders}, rounded to a minor unit; empty without orders. */
        public Optional<Money> averageOrder() {
            return sum.orders() == 0
                    ? Optional.empty()
                    : Optional.of(sum.gross().minus(sum.discount()).allocate(1, sum.orders() - 1)[0]);
        }
    }

    /** Visits and orders, in the same steps as the sales. */
    public record Visits(ConversionRow sum, List<ConversionRow> steps) {
        public Visits {
            steps = List.copyOf(steps);
        }
    }
}
