package io.niaga.fulfillment.shipment.mongo;

import io.niaga.fulfillment.carrier.TrackingNumber;
import io.niaga.fulfillment.reservation.Missing;
import io.niaga.fulfillment.reservation.OrderId;
import io.niaga.fulfillment.shipment.Fulfillment;
import io.niaga.fulfillment.shipment.FulfillmentId;
import io.niaga.fulfillment.shipment.FulfillmentState;
import io.niaga.fulfillment.shipment.Parcel;
import io.niaga.fulfillment.shipment.ParcelState;
import io.niaga.messaging.OutboxCollection;
import io.niaga.types.StoreId;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import org.bson.Document;

/** A fulfillment as a document. */
final class FulfillmentMapping {
    static final String STATE = "state";
    static final String STORE = "storeId";
    static final String SHOWN = "shown";
    private static final String MISSING = "missing";
    private static final int SCHEMA = 1;

    private FulfillmentMapping() {}

    static Document of(Fulfillment f) {
        Document document = new Document("_id", f.id().value())
                .append("schemaVersion", SCHEMA)
                .append("orderId", f.order().id().value())
                .append("orderNumber", f.order().number())
                .append(STORE, f.order().store().value());
        document.putAll(fields(f));
        return document;
    }

    static Document fields(Fulfillment f) {
        Document fields = new Document(STATE, f.state().name())
                .append(SHOWN, f.isShown())
                .append("goods", GoodsMapping.of(f.goods()))
                .append(
                        "steps",
                        f.steps().stream()
                                .map(s -> new Document(STATE, s.state())
                                        .append("by", s.by())
                                        .append("at", Date.from(s.at())))
                                .toList())
                .append("lastSeq", new Document("order", f.heard()));
        weight(f.state(), fields);
        f.state().lacking().ifPresent(missing -> fields.append(MISSING, GoodsMapping.missing(missing)));
        List<Parcel> parcels = f.state().parcels();
        if (!parcels.isEmpty()) {
            fields.append(
                    "parcels", parcels.stream().map(FulfillmentMapping::parcel).toList());
        }
        return fields;
    }

    private static void weight(FulfillmentState state, Document fields) {
        switch (state) {
            case FulfillmentState.Packed packed -> fields.append("weightGrams", packed.weightGrams());
            case FulfillmentState.HandedOver handed -> fields.append("weightGrams", handed.weightGrams());
            case FulfillmentState.Delivered delivered -> fields.append("weightGrams", delivered.weightGrams());
            case FulfillmentState.ReturnToSender returned -> fields.append("weightGrams", returned.weightGrams());
            case FulfillmentState.ReceivedBack back -> fields.append("weightGrams", back.weightGrams());
            case FulfillmentState.Lost lost -> fields.append("weightGrams", lost.weightGrams());
            case FulfillmentState.PaymentAssured _,
                    FulfillmentState.Sourced _,
                    FulfillmentState.Released _,
                    FulfillmentState.Picking _,
                    FulfillmentState.Picked _,
                    FulfillmentState.EndingShort _,
                    FulfillmentState.RanShort _,
                    FulfillmentState.Cancelled _ -> {}
        }
    }

    private static Document parcel(Parcel parcel) {
        return new Document("tracking", parcel.tracking().value())
                .append("carrier", parcel.carrier())
                .append("service", parcel.service())
                .append(
                        "reports",
                        parcel.reports().stream()
                                .map(r -> new Document(STATE, r.state().name()).append("at", Date.from(r.at())))
                                .toList());
    }

    static Fulfillment read(Document d) {
        List<Fulfillment.Step> steps = d.getList("steps", Document.class).stream()
                .map(s -> new Fulfillment.Step(s.getString(STATE), s.getString("by"), instant(s)))
                .toList();
        return new Fulfillment(
                FulfillmentId.of(d.getString("_id")),
                new Fulfillment.OrderFacts(
                        OrderId.of(d.getString("orderId")), d.getString("orderNumber"), StoreId.of(d.getString(STORE))),
                GoodsMapping.read(d.get("goods", Document.class)),
                state(d),
                steps,
                d.get("lastSeq", Document.class).getLong("order"),
                OutboxCollection.revision(d));
    }

    private static FulfillmentState state(Document d) {
        String name = d.getString(STATE);
        return switch (name) {
            case "PAYMENT_ASSURED" -> new FulfillmentState.PaymentAssured();
            case "SOURCED" -> new FulfillmentState.Sourced();
            case "RELEASED" -> new FulfillmentState.Released();
            case "PICKING" -> new FulfillmentState.Picking();
            case "PICKED" -> new FulfillmentState.Picked();
            case "PACKED" -> new FulfillmentState.Packed(d.getInteger("weightGrams"));
            case "HANDED_OVER" -> new FulfillmentState.HandedOver(d.getInteger("weightGrams"), parcels(d));
            case "DELIVERED" -> new FulfillmentState.Delivered(d.getInteger("weightGrams"), parcels(d));
            case "RETURN_TO_SENDER" -> new FulfillmentState.ReturnToSender(d.getInteger("weightGrams"), parcels(d));
            case "RECEIVED_BACK" -> new FulfillmentState.ReceivedBack(d.getInteger("weightGrams"), parcels(d));
            case "LOST" -> new FulfillmentState.Lost(d.getInteger("weightGrams"), parcels(d));
            case "ENDING_SHORT" -> new FulfillmentState.EndingShort(missing(d));
            case "SHORT" -> new FulfillmentState.RanShort(missing(d));
            case "CANCELLED" -> new FulfillmentState.Cancelled();
            default -> throw new IllegalStateException("a fulfillment in the unknown state " + name);
        };
    }

    private static Missing missing(Document d) {
        return GoodsMapping.readMissing(d.get(MISSING, Document.class));
    }

    private static List<Parcel> parcels(Document d) {
        return d.getList("parcels", Document.class).stream()
                .map(p -> new Parcel(
                        TrackingNumber.of(p.getString("tracking")),
                        p.getString("carrier"),
                        p.getString("service"),
                        p.getList("reports", Document.class).stream()
                                .map(r -> new Parcel.Report(ParcelState.valueOf(r.getString(STATE)), instant(r)))
                                .toList()))
                .toList();
    }

    private static Instant instant(Document d) {
        return Objects.requireNonNull(d.getDate("at")).toInstant();
    }
}
