package io.niaga.fulfillment.promise.http;

import io.niaga.fulfillment.carrier.Carriers;
import io.niaga.fulfillment.promise.Rate;
import io.niaga.fulfillment.promise.ShippingTable;
import io.niaga.fulfillment.promise.WorkingTime;
import io.niaga.fulfillment.promise.Zone;
import io.niaga.types.Money;
import io.niaga.types.Revision;
import io.niaga.types.StoreId;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;

/**
 * A store's shipping table, as it is read and written.
 *
 * @param cutOff what is ordered before it on a working day leaves on that day, in the store's time
 * @param zones the first that holds a destination decides
 */
record ShippingTableJson(
        Currency currency,
        ZoneId timeZone,
        LocalTime cutOff,
        @ArraySchema(minItems = 1) List<DayOfWeek> workingDays,
        List<ZoneJson> zones) {
    private static final StoreId ANY = StoreId.of("sto_00000000000000000000000000");

    ShippingTableJson {
        // A table checks itself; here, so that the answer is about this request.
        toTable(ANY, currency, new Times(timeZone, cutOff, workingDays), zones);
    }

    private record Times(ZoneId timeZone, LocalTime cutOff, List<DayOfWeek> workingDays) {}

    static ShippingTableJson of(ShippingTable table) {
        return new ShippingTableJson(
                table.currency(),
                table.time().timeZone(),
                table.time().cutOff(),
                List.copyOf(table.time().workingDays()),
                table.zones().stream().map(ZoneJson::of).toList());
    }

    ShippingTable toTable(StoreId store) {
        return toTable(store, currency, new Times(timeZone, cutOff, workingDays), zones);
    }

    private static ShippingTable toTable(StoreId store, Currency currency, Times times, List<ZoneJson> zones) {
        if (times.workingDays().isEmpty()) {
            throw new IllegalArgumentException("a store works on at least one day");
        }
        return new ShippingTable(
                store,
                currency,
                new WorkingTime(times.timeZone(), times.cutOff(), EnumSet.copyOf(times.workingDays())),
                zones.stream().map(ZoneJson::toZone).toList(),
                Revision.NEW);
    }

    /** A zone without any list is everywhere. */
    record ZoneJson(
            @Schema(minLength = 1, maxLength = Zone.LONGEST_NAME)
            String name,

            @ArraySchema(maxItems = Zone.MOST_PLACES) List<String> villageCodes,
            @ArraySchema(maxItems = Zone.MOST_PLACES) List<String> postalCodes,
            @ArraySchema(maxItems = Zone.MOST_PLACES) List<String> countries,
            @ArraySchema(maxItems = Zone.MOST_RATES) List<RateJson> rates) {
        ZoneJson {
            new Zone(
                    name,
                    villageCodes,
                    postalCodes,
                    countries,
                    rates.stream().map(RateJson::toRate).toList());
        }

        static ZoneJson of(Zone z) {
            List<RateJson> rates = z.rates().stream().map(RateJson::of).toList();
            return new ZoneJson(z.name(), z.villageCodes(), z.postalCodes(), z.countries(), rates);
        }

        Zone toZone() {
            return new Zone(
                    name,
                    villageCodes,
                    postalCodes,
                    countries,
                    rates.stream().map(RateJson::toRate).toList());
        }
    }

    record RateJson(
            @Schema(pattern = Carriers.NAME) String carrier,
            @Schema(pattern = Carriers.NAME) String service,
            Money price,

            @Schema(minimum = "0", maximum = "" + Rate.SLOWEST)
            int transitDays) {
        RateJson {
            new Rate(carrier, service, price, transitDays);
        }

        static RateJson of(Rate r) {
            return new RateJson(r.carrier(), r.service(), r.price(), r.transitDays());
        }

        Rate toRate() {
            return new Rate(carrier, service, price, transitDays);
        }
    }
}
