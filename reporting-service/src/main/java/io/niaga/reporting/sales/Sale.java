package io.niaga.reporting.sales;

import io.niaga.types.Money;
import io.niaga.types.StoreId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** An order that was confirmed, in numbers. {@code total = items − discount + shipping}. */
public record Sale(
        StoreId store,
        ZoneId zone,
        Instant at,
        long units,
        Money items,
        Money discount,
        Money tax,
        Money shipping,
        Money total) {
    LocalDate day() {
        return dayOf(at);
    }

    LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, zone);
    }

    /** What the goods cost the customer. */
    Money goods() {
        return items.minus(discount);
    }
}
