package io.niaga.fulfillment.promise;

import io.niaga.types.Revision;
import io.niaga.types.StoreId;
import java.time.Instant;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a store ships where, for how much and how fast. The first zone that holds a destination decides; one that is
 * everywhere may only come last.
 */
public record ShippingTable(StoreId store, Currency currency, WorkingTime time, List<Zone> zones, Revision revision) {
    private static final int MOST_ZONES = 200;

    public ShippingTable {
        zones = List.copyOf(zones);
        if (zones.isEmpty() || zones.size() > MOST_ZONES) {
            throw new IllegalArgumentException("a table has 1 to " + MOST_ZONES + " zones");
        }
        if (zones.stream().limit(zones.size() - 1L).anyMatch(Zone::isEverywhere)) {
            throw new IllegalArgumentException("a zone without places is everywhere, and comes last");
        }
        Currency only = currency;
        if (!zones.stream()
                .flatMap(z -> z.rates().stream())
                .allMatch(r -> r.price().currency().equals(only))) {
            throw new IllegalArgumentException("all prices of a table are in its currency");
        }
    }

    /** The same table over what is there. */
    ShippingTable over(Revision known) {
        return new ShippingTable(store, currency, time, zones, known);
    }

    boolean says(ShippingTable other) {
        return over(Revision.NEW).equals(other.over(Revision.NEW));
    }

    /** Ways to ship there, the cheapest first, the fastest of equals; none when nothing is shipped there. */
    List<ShippingOption> options(Destination destination, Instant ordered) {
        return zones.stream().filter(z -> z.holds(destination)).findFirst().map(Zone::rates).orElse(List.of()).stream()
                .map(r -> option(r, ordered))
                .sorted(Comparator.comparing(ShippingOption::price)
                        .thenComparing(ShippingOption::promisedBy)
                        .thenComparing(o -> o.id().value()))
                .toList();
    }

    private ShippingOption option(Rate rate, Instant ordered) {
        return new ShippingOption(
                OptionId.of(store, rate.carrier(), rate.service()),
                rate.carrier(),
                rate.service(),
                rate.price(),
                time.promisedBy(ordered, rate.transitDays()));
    }

    /** The JSON Pointers below which this table and that one differ. */
    List<String> differences(ShippingTable other) {
        List<Boolean> same = List.of(
                currency.equals(other.currency),
                time.timeZone().equals(other.time.timeZone()),
                time.cutOff().equals(other.time.cutOff()),
                time.workingDays().equals(other.time.workingDays()),
                zones.equals(other.zones));
        List<String> pointers = List.of("/currency", "/timeZone", "/cutOff", "/workingDays", "/zones");
        return IntStream.range(0, same.size())
                .filter(i -> !same.get(i))
                .mapToObj(pointers::get)
                .toList();
    }
}
