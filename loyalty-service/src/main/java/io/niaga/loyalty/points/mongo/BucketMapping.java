package io.niaga.loyalty.points.mongo;

import io.niaga.loyalty.points.Bucket;
import io.niaga.loyalty.points.GoodsRefund;
import io.niaga.loyalty.points.Worth;
import io.niaga.types.Money;
import io.niaga.types.StoreId;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** A bucket inside its member's document. The first ones had neither a worth nor refunds, and had lost nothing. */
final class BucketMapping {
    private static final String REFUNDS = "refunds";
    private static final String CURRENCY = "currency";

    private BucketMapping() {}

    static Document of(Bucket bucket) {
        Document document = new Document("orderId", bucket.orderId())
                .append("storeId", bucket.store().value())
                .append("earned", bucket.earned())
                .append("points", bucket.points())
                .append("state", bucket.state().name())
                .append("at", Date.from(bucket.at()))
                .append(
                        REFUNDS,
                        bucket.refunds().stream().map(RefundMapping::of).toList());
        Worth worth = bucket.worth();
        if (worth != null) {
            document.append(
                    "worth",
                    new Document("goods", worth.goods().minorUnits())
                            .append("total", worth.total().minorUnits())
                            .append(CURRENCY, worth.goods().currency().getCurrencyCode())
                            .append("minorPerPoint", worth.minorPerPoint()));
        }
        return document;
    }

    static Bucket toBucket(Document document) {
        long points = document.getLong("points");
        Long earned = document.getLong("earned");
        List<GoodsRefund> refunds = document.getList(REFUNDS, Document.class, List.of()).stream()
                .map(RefundMapping::toRefund)
                .toList();
        return new Bucket(
                document.getString("orderId"),
                StoreId.of(document.getString("storeId")),
                earned == null ? points : earned,
                points,
                Bucket.BucketState.valueOf(document.getString("state")),
                document.getDate("at").toInstant(),
                toWorth(document.get("worth", Document.class)),
                refunds);
    }

    private static @Nullable Worth toWorth(@Nullable Document document) {
        if (document == null) {
            return null;
        }
        String currency = document.getString(CURRENCY);
        return new Worth(
                Money.ofMinor(document.getLong("goods"), currency),
                Money.ofMinor(document.getLong("total"), currency),
                document.getLong("minorPerPoint"));
    }
}
