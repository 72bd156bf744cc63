package io.niaga.fulfillment.shipment.http;

import io.niaga.fulfillment.reservation.Address;
import io.niaga.fulfillment.reservation.HeldLine;
import io.niaga.fulfillment.shipment.Fulfillment;
import io.niaga.fulfillment.shipment.FulfillmentState;
import io.niaga.fulfillment.shipment.Goods;
import io.niaga.service.openapi.Among;
import io.niaga.types.Sku;
import io.niaga.types.StoreId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A fulfillment as staff see it.
 *
 * @param address for those who ship; null for everybody else
 */
record FulfillmentJson(
        String id,
        String orderId,
        String orderNumber,
        StoreId storeId,

        @Among(value = FulfillmentState.class, without = "RAN_SHORT", also = "SHORT")
        String state,

        List<LineJson> lines,
        @Nullable ShippingJson shipping,
        @Nullable AddressJson address,
        @Nullable Integer weightGrams,
        List<ParcelJson> parcels,
        List<StepJson> steps) {

    static FulfillmentJson of(Fulfillment f, boolean withAddress) {
        Goods goods = f.goods();
        Address address = goods == null || !withAddress ? null : goods.address();
        return new FulfillmentJson(
                f.id().value(),
                f.order().id().value(),
                f.order().number(),
                f.order().store(),
                f.state().name(),
                goods == null
                        ? List.of()
                        : goods.lines().stream().map(LineJson::of).toList(),
                goods == null ? null : ShippingJson.of(goods),
                address == null ? null : AddressJson.of(address),
                weight(f.state()),
                f.state().parcels().stream().map(ParcelJson::of).toList(),
                f.steps().stream().map(StepJson::of).toList());
    }

    private static @Nullable Integer weight(FulfillmentState state) {
        return switch (state) {
            case FulfillmentState.Packed packed -> packed.weightGrams();
            case FulfillmentState.HandedOver handed -> handed.weightGrams();
            case FulfillmentState.Delivered delivered -> delivered.weightGrams();
            case FulfillmentState.ReturnToSender returned -> returned.weightGrams();
            case FulfillmentState.ReceivedBack back -> back.weightGrams();
            case FulfillmentState.Lost lost -> lost.weightGrams();
            case FulfillmentState.PaymentAssured _,
                    FulfillmentState.Sourced _,
                    FulfillmentState.Released _,
                    FulfillmentState.Picking _,
                    FulfillmentState.Picked _,
                    FulfillmentState.EndingShort _,
                    FulfillmentState.RanShort _,
                    FulfillmentState.Cancelled _ -> null;
        };
    }

    record LineJson(int line, Sku sku, String warehouseId, int quantity) {
        static LineJson of(HeldLine l) {
            return new LineJson(
                    l.line(),
                    l.stock().sku(),
                    l.stock().warehouse().value(),
                    l.quantity().units());
        }
    }

    record ShippingJson(String carrier, String service, Instant promisedBy) {
        static ShippingJson of(Goods goods) {
            return new ShippingJson(
                    goods.shipping().carrier(),
                    goods.shipping().service(),
                    goods.shipping().promisedBy());
        }
    }

    record AddressJson(
            String recipient,
            String phone,
            List<String> lines,
            @Nullable String villageCode,
            String postalCode,
            String country) {
        static AddressJson of(Address a) {
            return new AddressJson(a.recipient(), a.phone(), a.lines(), a.villageCode(), a.postalCode(), a.country());
        }
    }

    record StepJson(
            @Among(value = FulfillmentState.class, without = "RAN_SHORT", also = "SHORT")
            String state,

            String by,
            Instant at) {
        static StepJson of(Fulfillment.Step step) {
            return new StepJson(step.state(), step.by(), step.at());
        }
    }
}
