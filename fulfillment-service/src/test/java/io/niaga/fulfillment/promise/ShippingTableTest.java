package io.niaga.fulfillment.promise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.niaga.types.Money;
import io.niaga.types.Revision;
import io.niaga.types.StoreId;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShippingTableTest {
    private static final StoreId STORE = StoreId.of("sto_01kavf8g00e4ttm0nbdjqsmn0n");
    private static final WorkingTime WEEKDAYS = new WorkingTime(
            ZoneId.of("Asia/Jakarta"), LocalTime.of(15, 0), EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY));
    private static final Instant TUESDAY_NOON = Instant.parse("2026-11-24T05:00:00Z");

    private static Rate rate(String service, String price, int days) {
        return new Rate("sandbox", service, Money.of(price, "IDR"), days);
    }

    private static Zone zone(String name, List<String> villages, List<String> postal, List<String> countries) {
        return new Zone(name, villages, postal, countries, List.of(rate("REG", "10.00", 2), rate("EXP", "9.00", 1)));
    }

    private static ShippingTable table(Zone... zones) {
        return new ShippingTable(STORE, Currency.getInstance("IDR"), WEEKDAYS, List.of(zones), Revision.NEW);
    }

    @ParameterizedTest
    @CsvSource({
        // ordered (UTC), transit days, promised by (the end of that day in Jakarta)
        "2026-11-24T05:00:00Z, 0, 2026-11-24T16:59:59Z", // Tuesday noon: leaves and arrives today
        "2026-11-24T05:00:00Z, 2, 2026-11-26T16:59:59Z",
        "2026-11-24T07:59:59Z, 1, 2026-11-25T16:59:59Z", // a second before the cut-off
        "2026-11-24T08:00:00Z, 1, 2026-11-26T16:59:59Z", // the cut-off itself is too late
        "2026-11-27T08:00:00Z, 1, 2026-12-01T16:59:59Z", // Friday evening: leaves on Monday
        "2026-11-28T03:00:00Z, 1, 2026-12-01T16:59:59Z", // Saturday
        "2026-11-26T05:00:00Z, 2, 2026-11-30T16:59:59Z", // transit rests on the weekend
        "2026-11-23T18:00:00Z, 1, 2026-11-25T16:59:59Z", // still Monday in UTC, Tuesday in Jakarta
    })
    void the_promise_counts_working_days_in_the_stores_time(Instant ordered, int days, Instant promised) {
        assertThat(WEEKDAYS.promisedBy(ordered, days)).isEqualTo(promised);
    }

    @Test
    void the_first_zone_that_holds_the_destination_decides() {
        ShippingTable table = table(
                zone("city", List.of("31.71"), List.of(), List.of("ID")),
                zone("province", List.of("31"), List.of("10"), List.of("ID")),
                zone("rest", List.of(), List.of(), List.of("ID")));
        assertThat(zoneOf(table, "31.71.01.1001", "99999", "ID")).isEqualTo("city");
        assertThat(zoneOf(table, "3171011001", "99999", "ID")).isEqualTo("city");
        assertThat(zoneOf(table, "31.72.01.1001", "99999", "ID")).isEqualTo("province");
        assertThat(zoneOf(table, null, "10110", "ID")).isEqualTo("province");
        assertThat(zoneOf(table, "51.71.01.1001", "80000", "ID")).isEqualTo("rest");
        assertThat(table.options(new Destination("31.71.01.1001", "10110", "SG"), TUESDAY_NOON))
                .isEmpty();
    }

    private static String zoneOf(ShippingTable table, String village, String postal, String country) {
        return table.zones().stream()
                .filter(z -> z.holds(new Destination(village, postal, country)))
                .findFirst()
                .orElseThrow()
                .name();
    }

    @Test
    void options_come_cheapest_first_under_ids_that_stay() {
        var destination = new Destination(null, "1", "ID");
        var everywhere = zone("all", List.of(), List.of(), List.of());
        List<ShippingOption> options = table(everywhere).options(destination, TUESDAY_NOON);
        assertThat(options).extracting(ShippingOption::service).containsExactly("EXP", "REG");
        assertThat(options.getFirst().id()).isEqualTo(OptionId.of(STORE, "sandbox", "EXP"));
        assertThat(options.getFirst().id().value()).isEqualTo("sho_69kq038qtkpjebtayxd0f42q54");
    }

    @Test
    void a_table_that_makes_no_sense_is_none() {
        var everywhere = zone("all", List.of(), List.of(), List.of());
        assertThatIllegalArgumentException().isThrownBy(() -> table());
        assertThatIllegalArgumentException().isThrownBy(() -> table(everywhere, everywhere));
        assertThatIllegalArgumentException().isThrownBy(() -> zone(" ", List.of(), List.of(), List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> zone("x", List.of("abc"), List.of(), List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> zone("x", List.of(), List.of("a"), List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> zone("x", List.of(), List.of(), List.of("IDN")));
        assertThatIllegalArgumentException().isThrownBy(() -> rate("REG", "-1.00", 1));
        assertThatIllegalArgumentException().isThrownBy(() -> rate("REG", "1.00", 91));
        assertThatIllegalArgumentException().isThrownBy(() -> rate("RE G", "1.00", 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Zone(
                        "x", List.of(), List.of(), List.of(), List.of(rate("REG", "1.00", 1), rate("REG", "2.00", 1))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ShippingTable(
                        STORE, Currency.getInstance("USD"), WEEKDAYS, List.of(everywhere), Revision.NEW));
    }
}
