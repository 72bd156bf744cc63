package io.niaga.fulfillment.receiving.http;

import io.niaga.fulfillment.receiving.Restock;
import io.niaga.fulfillment.receiving.RestockCommand;
import io.niaga.fulfillment.receiving.ReturnId;
import io.niaga.fulfillment.receiving.ReturnedLine;
import io.niaga.fulfillment.reservation.Fence;
import io.niaga.fulfillment.reservation.OrderId;
import io.niaga.fulfillment.reservation.ReservationId;
import io.niaga.types.Quantity;
import io.niaga.types.Sku;
import io.niaga.types.StoreId;
import java.util.List;

/** A restock as order-service sees it. */
record RestockJson(String id, String state) {
    static RestockJson of(Restock restock) {
        return new RestockJson(restock.id().value(), restock.state().name());
    }

    /** What came back. */
    record Returned(String orderId, StoreId storeId, String reservationId, long fence, List<LineJson> lines) {
        Returned {
            OrderId.of(orderId);
            ReservationId.of(reservationId);
            new Fence(fence);
        }

        RestockCommand toCommand(ReturnId id) {
            return new RestockCommand(
                    id,
                    new Fence(fence),
                    OrderId.of(orderId),
                    storeId,
                    ReservationId.of(reservationId),
                    lines.stream().map(LineJson::toLine).toList());
        }
    }

    record LineJson(int line, Sku sku, Quantity resellable, Quantity damaged) {
        LineJson {
            new ReturnedLine(line, sku, resellable, damaged);
        }

        ReturnedLine toLine() {
            return new ReturnedLine(line, sku, resellable, damaged);
        }
    }
}
