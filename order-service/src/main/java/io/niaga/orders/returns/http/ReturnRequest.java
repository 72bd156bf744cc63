package io.niaga.orders.returns.http;

import io.niaga.orders.order.OrderId;
import io.niaga.orders.order.Return;
import io.niaga.orders.order.ReturnId;
import io.niaga.orders.returns.RequestReturn;
import io.niaga.types.CommonProblem;
import io.niaga.types.Sku;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to send back.
 *
 * @param note the customer's own words
 */
record ReturnRequest(
        @Pattern(regexp = "ord_[0-7][0-9a-hjkmnp-tv-z]{25}") String orderId,
        @Size(min = 1, max = 100) List<@Valid Line> lines,

        @Size(max = 500) @Pattern(regexp = ReturnRequest.TEXT) @Nullable
        String note) {
    static final String TEXT = "[^\\p{Cntrl}]*";

    /** Units of a SKU, each SKU once. */
    record Line(Sku sku, @Min(1) @Max(999) int quantity, Return.Reason reason) {}

    RequestReturn.Request wish(ReturnId id) {
        Set<Sku> seen = new HashSet<>();
        for (int i = 0; i < lines.size(); i++) {
            if (!seen.add(lines.get(i).sku())) {
                throw CommonProblem.INVALID_REQUEST
                        .now()
                        .at("/lines/" + i + "/sku", "INVALID", "Each SKU is named once.");
            }
        }
        List<RequestReturn.Wish> wishes = lines.stream()
                .map(l -> new RequestReturn.Wish(l.sku(), l.quantity(), l.reason()))
                .toList();
        return new RequestReturn.Request(id, OrderId.of(orderId), wishes, note);
    }
}
