package io.niaga.reporting.conversion.http;

import io.niaga.reporting.conversion.ConversionRow;
import io.niaga.reporting.conversion.ReadConversion;
import io.niaga.reporting.sales.Period;
import io.niaga.types.Actor;
import io.niaga.types.StoreId;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.time.LocalDate;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ConversionController {
    private static final String HEADER =
            "day,sessions,productViews,cartAdds,cartSessions,orders,orderSessions,addToCartRate,conversionRate\r\n";

    private final ReadConversion read;
    private final Clock clock;

    ConversionController(ReadConversion read, Clock clock) {
        this.read = read;
        this.clock = clock;
    }

    @Operation(
            summary = "Read how a store's visits became orders, by day",
            description = "Of visitors who consented. `addToCartRate = cartSessions / sessions`, `conversionRate ="
                    + " orderSessions / sessions`, in percent; null without sessions. `orders` are all orders placed.")
    @GetMapping(path = "/v1/reports/conversion", produces = MediaType.APPLICATION_JSON_VALUE)
    ConversionJson getConversionReport(
            Actor actor, @RequestParam StoreId store, @RequestParam LocalDate from, @RequestParam LocalDate to) {
        var rows = read.conversion(actor, store, new Period(from, to));
        ConversionRow total = rows.values().stream().reduce(ConversionRow.NONE, ConversionRow::plus);
        return new ConversionJson(
                store,
                from,
                to,
                rows.entrySet().stream()
                        .map(row -> ConversionJson.DayJson.of(row.getKey(), row.getValue()))
                        .toList(),
                ConversionJson.SumJson.of(total),
                clock.instant());
    }

    @Operation(summary = "Read how a store's visits became orders, by day, as CSV")
    @GetMapping(path = "/v1/reports/conversion", produces = "text/csv")
    String conversionCsv(
            Actor actor, @RequestParam StoreId store, @RequestParam LocalDate from, @RequestParam LocalDate to) {
        return read.conversion(actor, store, new Period(from, to)).entrySet().stream()
                .map(row ->
                        ConversionJson.DayJson.of(row.getKey(), row.getValue()).csv())
                .collect(Collectors.joining("\r\n", HEADER, "\r\n"));
    }
}
