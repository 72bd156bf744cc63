package io.niaga.fulfillment.shipment.mongo;

import io.niaga.fulfillment.reservation.Address;
import io.niaga.fulfillment.reservation.HeldLine;
import io.niaga.fulfillment.reservation.Missing;
import io.niaga.fulfillment.reservation.Shipping;
import io.niaga.fulfillment.shipment.Goods;
import io.niaga.fulfillment.stock.Reason;
import io.niaga.fulfillment.stock.StockKey;
import io.niaga.types.Quantity;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** What is shipped, as part of a fulfillment's document. */
final class GoodsMapping {
    private GoodsMapping() {}

    static @Nullable Document of(@Nullable Goods goods) {
        if (goods == null) {
            return null;
        }
        Shipping shipping = goods.shipping();
        return new Document(
                        "lines", goods.lines().stream().map(GoodsMapping::line).toList())
                .append("optionId", shipping.optionId())
                .append("carrier", shipping.carrier())
                .append("service", shipping.service())
                .append("promisedBy", Date.from(shipping.promisedBy()))
                .append("address", address(goods.address()));
    }

    private static Document line(HeldLine line) {
        return new Document("line", line.line())
                .append("stock", line.stock().toString())
                .append("quantity", line.quantity().units());
    }

    private static @Nullable Document address(@Nullable Address address) {
        return address == null
                ? null
                : new Document("recipient", address.recipient())
                        .append("phone", address.phone())
                        .append("lines", address.lines())
                        .append("villageCode", address.villageCode())
                        .append("postalCode", address.postalCode())
                        .append("country", address.country());
    }

    static @Nullable Goods read(@Nullable Document goods) {
        if (goods == null) {
            return null;
        }
        Shipping shipping = new Shipping(
                goods.getString("optionId"),
                goods.getString("carrier"),
                goods.getString("service"),
                Objects.requireNonNull(goods.getDate("promisedBy")).toInstant());
        return new Goods(lines(goods), shipping, readAddress(goods.get("address", Document.class)));
    }

    private static List<HeldLine> lines(Document of) {
        return of.getList("lines", Document.class).stream()
                .map(l -> new HeldLine(
                        l.getInteger("line"),
                        StockKey.parse(l.getString("stock")),
                        Quantity.of(l.getInteger("quantity"))))
                .toList();
    }

    static Document missing(Missing missing) {
        return new Document(
                        "lines",
                        missing.lines().stream().map(GoodsMapping::line).toList())
                .append("reason", missing.reason().code())
                .append("by", missing.by());
    }

    static Missing readMissing(Document missing) {
        return new Missing(lines(missing), Reason.of(missing.getString("reason")), missing.getString("by"));
    }

    private static @Nullable Address readAddress(@Nullable Document address) {
        return address == null
                ? null
                : new Address(
                        address.getString("recipient"),
                        address.getString("phone"),
                        address.getList("lines", String.class),
                        address.getString("villageCode"),
                        address.getString("postalCode"),
                        address.getString("country"));
    }
}
