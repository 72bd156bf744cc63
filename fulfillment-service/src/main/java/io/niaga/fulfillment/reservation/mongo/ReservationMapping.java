package io.niaga.fulfillment.reservation.mongo;

import io.niaga.fulfillment.reservation.Address;
import io.niaga.fulfillment.reservation.Fence;
import io.niaga.fulfillment.reservation.HeldLine;
import io.niaga.fulfillment.reservation.Missing;
import io.niaga.fulfillment.reservation.OrderId;
import io.niaga.fulfillment.reservation.Reservation;
import io.niaga.fulfillment.reservation.Reservation.OrderFacts;
import io.niaga.fulfillment.reservation.ReservationId;
import io.niaga.fulfillment.reservation.ReservationState;
import io.niaga.fulfillment.reservation.Shipping;
import io.niaga.fulfillment.stock.Reason;
import io.niaga.fulfillment.stock.StockKey;
import io.niaga.types.Quantity;
import io.niaga.types.Sku;
import io.niaga.types.StoreId;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** A reservation as a document. */
final class ReservationMapping {
    private static final int SCHEMA = 1;

    private ReservationMapping() {}

    static Document of(Reservation r, long version) {
        OrderFacts order = r.order();
        Document document = new Document("_id", r.id().value())
                .append("schemaVersion", SCHEMA)
                .append("state", r.state().name())
                .append("fence", r.fence().number())
                .append("attempt", r.attempt())
                .append(
                        "lines",
                        r.lines().stream().map(ReservationMapping::line).toList())
                .append(
                        "shortage",
                        r.shortage().entrySet().stream()
                                .map(e -> new Document("sku", e.getKey().value()).append("available", e.getValue()))
                                .toList())
                .append("order", order == null ? null : order(order))
                .append("payBy", order == null ? null : date(order.payBy()))
                .append("changedAt", Date.from(r.changedAt()))
                .append("version", version);
        Missing missing = r.missing();
        return missing == null ? document : document.append("missing", missing(missing));
    }

    private static Document missing(Missing missing) {
        return new Document(
                        "lines",
                        missing.lines().stream().map(ReservationMapping::line).toList())
                .append("reason", missing.reason().code())
                .append("by", missing.by());
    }

    private static @Nullable Missing readMissing(@Nullable Document missing) {
        return missing == null
                ? null
                : new Missing(readLines(missing), Reason.of(missing.getString("reason")), missing.getString("by"));
    }

    private static List<HeldLine> readLines(Document of) {
        return of.getList("lines", Document.class).stream()
                .map(l -> new HeldLine(
                        l.getInteger("line"),
                        StockKey.parse(l.getString("stock")),
                        Quantity.of(l.getInteger("quantity"))))
                .toList();
    }

    private static Document line(HeldLine line) {
        return new Document("line", line.line())
                .append("stock", line.stock().toString())
                .append("quantity", line.quantity().units());
    }

    private static Document order(OrderFacts order) {
        Shipping shipping = order.shipping();
        Address address = order.address();
        return new Document("id", order.id().value())
                .append("number", order.number())
                .append("storeId", order.store().value())
                .append("optionId", shipping.optionId())
                .append("carrier", shipping.carrier())
                .append("service", shipping.service())
                .append("promisedBy", date(shipping.promisedBy()))
                .append(
                        "address",
                        new Document("recipient", address.recipient())
                                .append("phone", address.phone())
                                .append("lines", address.lines())
                                .append("villageCode", address.villageCode())
                                .append("postalCode", address.postalCode())
                                .append("country", address.country()));
    }

    static Reservation read(Document d) {
        SortedMap<Sku, Integer> shortage = new TreeMap<>();
        d.getList("shortage", Document.class)
                .forEach(s -> shortage.put(Sku.of(s.getString("sku")), s.getInteger("available")));
        Document order = d.get("order", Document.class);
        return new Reservation(
                ReservationId.of(d.getString("_id")),
                ReservationState.valueOf(d.getString("state")),
                new Fence(d.getLong("fence")),
                d.getInteger("attempt"),
                readLines(d),
                shortage,
                readMissing(d.get("missing", Document.class)),
                order == null ? null : facts(order, d.getDate("payBy")),
                instant(d, "changedAt"),
                d.getLong("version"));
    }

    private static OrderFacts facts(Document order, @Nullable Date payBy) {
        Document address = order.get("address", Document.class);
        return new OrderFacts(
                OrderId.of(order.getString("id")),
                order.getString("number"),
                StoreId.of(order.getString("storeId")),
                new Shipping(
                        order.getString("optionId"),
                        order.getString("carrier"),
                        order.getString("service"),
                        instant(order, "promisedBy")),
                new Address(
                        address.getString("recipient"),
                        address.getString("phone"),
                        address.getList("lines", String.class),
                        address.getString("villageCode"),
                        address.getString("postalCode"),
                        address.getString("country")),
                payBy == null ? null : payBy.toInstant());
    }

    private static @Nullable Date date(@Nullable Instant instant) {
        return instant == null ? null : Date.from(instant);
    }

    private static Instant instant(Document d, String field) {
        return Objects.requireNonNull(d.getDate(field), field).toInstant();
    }
}
