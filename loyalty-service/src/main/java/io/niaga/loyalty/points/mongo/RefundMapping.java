package io.niaga.loyalty.points.mongo;

import io.niaga.loyalty.points.GoodsRefund;
import io.niaga.types.Money;
import java.util.Date;
import org.bson.Document;

/** A refund as a document: of its own, and inside the bucket that it was taken from. */
final class RefundMapping {
    private RefundMapping() {}

    static Document of(GoodsRefund refund) {
        Document document = new Document("_id", refund.refundId())
                .append("orderId", refund.orderId())
                .append("amount", refund.amount().minorUnits())
                .append("currency", refund.amount().currency().getCurrencyCode())
                .append("at", Date.from(refund.at()));
        Money goods = refund.goods();
        return goods == null ? document : document.append("goods", goods.minorUnits());
    }

    static GoodsRefund toRefund(Document document) {
        String currency = document.getString("currency");
        Long goods = document.getLong("goods");
        return new GoodsRefund(
                document.getString("_id"),
                document.getString("orderId"),
                Money.ofMinor(document.getLong("amount"), currency),
                goods == null ? null : Money.ofMinor(goods, currency),
                document.getDate("at").toInstant());
    }
}
