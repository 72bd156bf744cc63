package io.niaga.loyalty.coupon.http;

import io.niaga.loyalty.coupon.CouponCode;
import io.niaga.loyalty.coupon.CouponTerms;
import io.niaga.loyalty.coupon.ManageCoupons.Issued;
import io.niaga.service.openapi.Among;
import io.niaga.types.Money;
import io.niaga.types.Percentage;
import io.niaga.types.StoreId;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A coupon as the API shows it. */
record CouponJson(
        String id,
        StoreId storeId,
        String code,
        @Among(CouponType.class) String type,
        Percentage percentage,
        @Nullable Money minimumItems,
        @Nullable Money mostDiscount,
        @Nullable Integer totalLimit,
        @Nullable Integer left,
        int perCustomerLimit,
        Instant validFrom,
        @Nullable Instant validUntil,
        @Schema(allowableValues = {"ISSUED", "REVOKED"}) String state) {
    static CouponJson of(Issued issued) {
        CouponTerms terms = issued.coupon().terms();
        return new CouponJson(
                issued.coupon().id().value(),
                terms.store(),
                terms.code().value(),
                "PERCENTAGE",
                terms.percentage(),
                terms.minimum(),
                terms.mostDiscount(),
                terms.totalLimit(),
                terms.totalLimit() == null ? null : issued.left(),
                terms.perCustomerLimit(),
                terms.validFrom(),
                terms.validUntil(),
                issued.coupon().isRevoked() ? "REVOKED" : "ISSUED");
    }

    /** The only kind of coupon there is. */
    enum CouponType {
        PERCENTAGE
    }

    /** A coupon to be issued; without {@code validFrom} it is valid at once. */
    record IssueJson(
            StoreId storeId,

            @Schema(pattern = "[A-Za-z0-9][A-Za-z0-9-]{2,31}")
            String code,

            CouponType type,
            Percentage percentage,
            @Nullable Money minimumItems,
            @Nullable Money mostDiscount,

            @Nullable @Schema(minimum = "1", maximum = "" + CouponTerms.MOST_USES)
            Integer totalLimit,

            @Nullable @Schema(minimum = "1", maximum = "" + CouponTerms.MOST_USES_OF_ONE)
            Integer perCustomerLimit,

            @Nullable Instant validFrom,
            @Nullable Instant validUntil) {
        IssueJson {
            // Refuses here what terms would refuse later, so that the answer points at the body.
            CouponCode.of(code);
        }

        CouponTerms terms(Instant now) {
            return new CouponTerms(
                    storeId,
                    CouponCode.of(code),
                    percentage,
                    minimumItems,
                    mostDiscount,
                    totalLimit,
                    perCustomerLimit == null ? 1 : perCustomerLimit,
                    validFrom == null ? now : validFrom,
                    validUntil);
        }
    }
}
