package io.niaga.loyalty.coupon.mongo;

import io.niaga.loyalty.coupon.Coupon;
import io.niaga.loyalty.coupon.CouponCode;
import io.niaga.loyalty.coupon.CouponId;
import io.niaga.loyalty.coupon.CouponTerms;
import io.niaga.types.Money;
import io.niaga.types.Percentage;
import io.niaga.types.Revision;
import io.niaga.types.StoreId;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** A coupon as a document. */
final class CouponMapping {
    private CouponMapping() {}

    static Document of(Coupon coupon) {
        CouponTerms terms = coupon.terms();
        Document document = new Document("_id", coupon.id().value())
                .append("schemaVersion", 1)
                .append("storeId", terms.store().value())
                .append("code", terms.code().value())
                .append("basisPoints", terms.percentage().basisPoints())
                .append("perCustomerLimit", terms.perCustomerLimit())
                .append("validFrom", Date.from(terms.validFrom()))
                .append("revoked", coupon.isRevoked());
        put(document, "minimum", money(terms.minimum()));
        put(document, "mostDiscount", money(terms.mostDiscount()));
        put(document, "totalLimit", terms.totalLimit());
        Instant until = terms.validUntil();
        put(document, "validUntil", until == null ? null : Date.from(until));
        return document;
    }

    private static void put(Document document, String field, @Nullable Object value) {
        if (value != null) {
            document.append(field, value);
        }
    }

    private static @Nullable Document money(@Nullable Money money) {
        return money == null
                ? null
                : new Document("minor", money.minorUnits())
                        .append("currency", money.currency().getCurrencyCode());
    }

    private static @Nullable Money toMoney(@Nullable Document document) {
        return document == null ? null : Money.ofMinor(document.getLong("minor"), document.getString("currency"));
    }

    static Coupon toCoupon(Document document, Revision revision) {
        Date until = document.getDate("validUntil");
        CouponTerms terms = new CouponTerms(
                StoreId.of(document.getString("storeId")),
                CouponCode.of(document.getString("code")),
                new Percentage(document.getLong("basisPoints")),
                toMoney(document.get("minimum", Document.class)),
                toMoney(document.get("mostDiscount", Document.class)),
                document.getInteger("totalLimit"),
                document.getInteger("perCustomerLimit"),
                document.getDate("validFrom").toInstant(),
                until == null ? null : until.toInstant());
        CouponId id = CouponId.of(document.getString("_id"));
        return Coupon.restore(id, terms, document.getBoolean("revoked"), revision);
    }
}
