package io.niaga.reporting.sales.http;

import io.niaga.reporting.sales.Period;
import io.niaga.reporting.sales.ReadSales;
import io.niaga.reporting.sales.SalesRow;
import io.niaga.types.Actor;
import io.niaga.types.Money;
import io.niaga.types.StoreId;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class SalesController {
    private final ReadSales read;
    private final Clock clock;

    SalesController(ReadSales read, Clock clock) {
        this.read = read;
        this.clock = clock;
    }

    record SalesRowJson(
            LocalDate day,
            long orders,
            long units,
            Money gross,
            Money discount,
            Money tax,
            Money shipping,
            Money refunds,
            Money net) {
        static SalesRowJson of(SalesRow row) {
            return new SalesRowJson(
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

        String csv() {
            return String.join(
                    ",",
                    day.toString(),
                    gross.currency().getCurrencyCode(),
                    Long.toString(orders),
                    Long.toString(units),
                    gross.toDecimal(),
                    discount.toDecimal(),
                    tax.toDecimal(),
                    shipping.toDecimal(),
                    refunds.toDecimal(),
                    net.toDecimal());
        }
    }

    record SalesJson(StoreId storeId, LocalDate from, LocalDate to, List<SalesRowJson> rows, Instant asOf) {}

    @Operation(summary = "Read a store's sales by day")
    @GetMapping(path = "/v1/reports/sales", produces = MediaType.APPLICATION_JSON_VALUE)
    SalesJson getSalesReport(
            Actor actor, @RequestParam StoreId store, @RequestParam LocalDate from, @RequestParam LocalDate to) {
        return new SalesJson(store, from, to, rows(actor, store, from, to), clock.instant());
    }

    @Operation(summary = "Read a store's sales by day as CSV")
    @GetMapping(path = "/v1/reports/sales", produces = "text/csv")
    String salesCsv(
            Actor actor, @RequestParam StoreId store, @RequestParam LocalDate from, @RequestParam LocalDate to) {
        return rows(actor, store, from, to).stream()
                .map(SalesRowJson::csv)
                .collect(Collectors.joining(
                        "\r\n", "day,currency,orders,units,gross,discount,tax,shipping,refunds,net\r\n", "\r\n"));
    }

    private List<SalesRowJson> rows(Actor actor, StoreId store, LocalDate from, LocalDate to) {
        return read.sales(actor, store, new Period(from, to)).stream()
                .map(SalesRowJson::of)
                .toList();
    }
}
