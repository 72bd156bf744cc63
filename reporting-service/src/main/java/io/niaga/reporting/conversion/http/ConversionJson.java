package io.niaga.reporting.conversion.http;

import io.niaga.reporting.conversion.ConversionRow;
import io.niaga.types.Percentage;
import io.niaga.types.StoreId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Visits and orders by day and in sum; rates in percent with two decimals, null without sessions. */
record ConversionJson(StoreId storeId, LocalDate from, LocalDate to, List<DayJson> rows, SumJson total, Instant asOf) {

    /** One day; days without anything are left out. */
    record DayJson(
            LocalDate day,
            long sessions,
            long productViews,
            long cartAdds,
            long cartSessions,
            long orders,
            long orderSessions,
            @Nullable String addToCartRate,
            @Nullable String conversionRate) {
        static DayJson of(LocalDate day, ConversionRow row) {
            return new DayJson(
                    day,
                    row.sessions(),
                    row.productViews(),
                    row.cartAdds(),
                    row.cartSessions(),
                    row.orders(),
                    row.orderSessions(),
                    row.addToCartRate().map(Percentage::toDecimal).orElse(null),
                    row.conversionRate().map(Percentage::toDecimal).orElse(null));
        }

        String csv() {
            return String.join(
                    ",",
                    day.toString(),
                    Long.toString(sessions),
                    Long.toString(productViews),
                    Long.toString(cartAdds),
                    Long.toString(cartSessions),
                    Long.toString(orders),
                    Long.toString(orderSessions),
                    addToCartRate == null ? "" : addToCartRate,
                    conversionRate == null ? "" : conversionRate);
        }
    }

    /** All days together; rates from the sums. */
    record SumJson(
            long sessions,
            long productViews,
            long cartAdds,
            long cartSessions,
            long orders,
            long orderSessions,
            @Nullable String addToCartRate,
            @Nullable String conversionRate) {
        static SumJson of(ConversionRow row) {
            return new SumJson(
                    row.sessions(),
                    row.productViews(),
                    row.cartAdds(),
                    row.cartSessions(),
                    row.orders(),
                    row.orderSessions(),
                    row.addToCartRate().map(Percentage::toDecimal).orElse(null),
                    row.conversionRate().map(Percentage::toDecimal).orElse(null));
        }
    }
}
