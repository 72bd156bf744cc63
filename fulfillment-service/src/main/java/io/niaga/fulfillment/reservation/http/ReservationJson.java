package io.niaga.fulfillment.reservation.http;

import io.niaga.fulfillment.reservation.Address;
import io.niaga.fulfillment.reservation.Fence;
import io.niaga.fulfillment.reservation.OrderId;
import io.niaga.fulfillment.reservation.Reservation;
import io.niaga.fulfillment.reservation.ReservationId;
import io.niaga.fulfillment.reservation.ReserveCommand;
import io.niaga.fulfillment.reservation.Shipping;
import io.niaga.fulfillment.reservation.WantedLine;
import io.niaga.types.Quantity;
import io.niaga.types.Sku;
import io.niaga.types.StoreId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A reservation as order-service sees it. */
record ReservationJson(String id, String state, long fence) {
    static ReservationJson of(Reservation reservation) {
        return new ReservationJson(
                reservation.id().value(),
                reservation.state().name(),
                reservation.fence().number());
    }

    /** What order-service asks for. */
    record Wanted(
            String orderId,
            String orderNumber,
            StoreId storeId,
            long fence,
            List<LineJson> lines,
            ShippingJson shipping,
            AddressJson address,
            @Nullable Instant payBy) {
        Wanted {
            OrderId.of(orderId);
            if (fence < 0) {
                throw new IllegalArgumentException("a fence is not negative");
            }
        }

        ReserveCommand toCommand(ReservationId id) {
            var order = new Reservation.OrderFacts(
                    OrderId.of(orderId), orderNumber, storeId, shipping.toShipping(), address.toAddress(), payBy);
            return new ReserveCommand(
                    id,
                    new Fence(fence),
                    order,
                    lines.stream().map(LineJson::toLine).toList());
        }
    }

    record LineJson(int line, Sku sku, Quantity quantity) {
        LineJson {
            new WantedLine(line, sku, quantity);
        }

        WantedLine toLine() {
            return new WantedLine(line, sku, quantity);
        }
    }

    record ShippingJson(String optionId, String carrier, String service, Instant promisedBy) {
        Shipping toShipping() {
            return new Shipping(optionId, carrier, service, promisedBy);
        }
    }

    record AddressJson(
            String recipient,
            String phone,
            List<String> lines,
            @Nullable String villageCode,
            String postalCode,
            String country) {
        Address toAddress() {
            return new Address(recipient, phone, lines, villageCode, postalCode, country);
        }

        @Override
        public String toString() {
            return "AddressJson[…]";
        }
    }

    /** Where it is to go now. */
    record Readdressed(long fence, AddressJson address) {
        Readdressed {
            new Fence(fence);
        }

        Fence toFence() {
            return new Fence(fence);
        }

        Address toAddress() {
            return address.toAddress();
        }
    }

    /** The number of the order's decision. */
    record FenceJson(long fence) {
        FenceJson {
            new Fence(fence);
        }

        Fence toFence() {
            return new Fence(fence);
        }
    }
}
