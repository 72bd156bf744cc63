package io.niaga.fulfillment.promise.mongo;

import io.niaga.fulfillment.promise.Rate;
import io.niaga.fulfillment.promise.ShippingTable;
import io.niaga.fulfillment.promise.WorkingTime;
import io.niaga.fulfillment.promise.Zone;
import io.niaga.types.Money;
import io.niaga.types.Revision;
import io.niaga.types.StoreId;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.stream.Collectors;
import org.bson.Document;

/** A shipping table as a document; prices in whole minor units of its currency. */
final class ShippingTableMapping {
    private ShippingTableMapping() {}

    static Document fields(ShippingTable table) {
        WorkingTime time = table.time();
        return new Document("currency", table.currency().getCurrencyCode())
                .append("timeZone", time.timeZone().getId())
                .append("cutOff", time.cutOff().toString())
                .append(
                        "workingDays",
                        time.workingDays().stream().map(Enum::name).toList())
                .append(
                        "zones",
                        table.zones().stream().map(ShippingTableMapping::zone).toList());
    }

    private static Document zone(Zone zone) {
        return new Document("name", zone.name())
                .append("villageCodes", zone.villageCodes())
                .append("postalCodes", zone.postalCodes())
                .append("countries", zone.countries())
                .append(
                        "rates",
                        zone.rates().stream()
                                .map(r -> new Document("carrier", r.carrier())
                                        .append("service", r.service())
                                        .append("price", r.price().minorUnits())
                                        .append("transitDays", r.transitDays()))
                                .toList());
    }

    static ShippingTable read(Document d, Revision revision) {
        String currency = d.getString("currency");
        WorkingTime time = new WorkingTime(
                ZoneId.of(d.getString("timeZone")),
                LocalTime.parse(d.getString("cutOff")),
                d.getList("workingDays", String.class).stream()
                        .map(DayOfWeek::valueOf)
                        .collect(Collectors.toSet()));
        List<Zone> zones = d.getList("zones", Document.class).stream()
                .map(z -> zone(z, currency))
                .toList();
        return new ShippingTable(StoreId.of(d.getString("_id")), Currency.getInstance(currency), time, zones, revision);
    }

    private static Zone zone(Document z, String currency) {
        List<Rate> rates = z.getList("rates", Document.class).stream()
                .map(r -> new Rate(
                        r.getString("carrier"),
                        r.getString("service"),
                        Money.ofMinor(r.getLong("price"), currency),
                        r.getInteger("transitDays")))
                .toList();
        return new Zone(
                z.getString("name"),
                z.getList("villageCodes", String.class),
                z.getList("postalCodes", String.class),
                z.getList("countries", String.class),
                rates);
    }
}
