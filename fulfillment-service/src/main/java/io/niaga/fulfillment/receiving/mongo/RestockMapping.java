package io.niaga.fulfillment.receiving.mongo;

import io.niaga.fulfillment.receiving.Restock;
import io.niaga.fulfillment.receiving.RestockState;
import io.niaga.fulfillment.receiving.ReturnId;
import io.niaga.fulfillment.receiving.ReturnedLine;
import io.niaga.fulfillment.reservation.Fence;
import io.niaga.fulfillment.reservation.OrderId;
import io.niaga.fulfillment.stock.StockKey;
import io.niaga.types.Quantity;
import io.niaga.types.UserId;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import org.bson.Document;

/** A restock as a document. */
final class RestockMapping {
    private static final int SCHEMA = 1;

    private RestockMapping() {}

    static Document of(Restock r, long version) {
        UserId person = r.by().onBehalfOf();
        return new Document("_id", r.id().value())
                .append("schemaVersion", SCHEMA)
                .append("orderId", r.order().value())
                .append("state", r.state().name())
                .append("fence", r.fence().number())
                .append("parts", r.parts().stream().map(RestockMapping::part).toList())
                .append("actor", r.by().actor())
                .append("onBehalfOf", person == null ? null : person.value())
                .append("changedAt", Date.from(r.changedAt()))
                .append("version", version);
    }

    private static Document part(Restock.Part part) {
        ReturnedLine line = part.line();
        return new Document("line", line.line())
                .append("row", part.row().toString())
                .append("resellable", line.resellable().units())
                .append("damaged", line.damaged().units());
    }

    static Restock read(Document d) {
        String person = d.getString("onBehalfOf");
        List<Restock.Part> parts = d.getList("parts", Document.class).stream()
                .map(RestockMapping::readPart)
                .toList();
        return new Restock(
                ReturnId.of(d.getString("_id")),
                OrderId.of(d.getString("orderId")),
                new Fence(d.getLong("fence")),
                RestockState.valueOf(d.getString("state")),
                parts,
                new Restock.By(d.getString("actor"), person == null ? null : UserId.of(person)),
                Objects.requireNonNull(d.getDate("changedAt")).toInstant(),
                d.getLong("version"));
    }

    private static Restock.Part readPart(Document d) {
        StockKey row = StockKey.parse(d.getString("row"));
        ReturnedLine line = new ReturnedLine(
                d.getInteger("line"),
                row.sku(),
                Quantity.of(d.getInteger("resellable")),
                Quantity.of(d.getInteger("damaged")));
        return new Restock.Part(line, row);
    }
}
