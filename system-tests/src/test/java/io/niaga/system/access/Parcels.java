package io.niaga.system.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.testsupport.Api;
import io.niaga.testsupport.Eventually;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Brings orders through the warehouse and to the door. */
final class Parcels {
    private static final Duration LONG = Duration.ofSeconds(40);

    private final World world;

    Parcels(World world) {
        this.world = world;
    }

    /** The order's fulfillment, once it is there to work on. */
    String fulfillment(String order) {
        String path = "/v1/fulfillments?orderId=" + order;
        Eventually.eventually(
                LONG,
                () -> assertThat(world.as("operator").get(path).text("/items/0/state"))
                        .isEqualTo("SOURCED"));
        return world.as("operator").get(path).text("/items/0/id");
    }

    /** From the shelf to the carrier; the tracking number. */
    String handedOver(String order, String sku, int quantity) {
        return world.as("operator")
                .post(packed(order, sku, quantity) + "/handover", Map.of("carrier", "sandbox", "service", "REG"))
                .expect(200)
                .text("/parcels/0/tracking");
    }

    /** Bought and given to a carrier that is worked by hand; the fulfillment. */
    String byHand(String sku, String waybill) {
        String order = new Shopper(world.as("buyer")).bought(sku, "COD").text("/id");
        return world.as("operator")
                .post(
                        packed(order, sku, 1) + "/handover",
                        Map.of("carrier", "jne", "service", "REG", "tracking", waybill))
                .expect(200)
                .text("/id");
    }

    private String packed(String order, String sku, int quantity) {
        String path = "/v1/fulfillments/" + fulfillment(order);
        Api operator = world.as("operator");
        operator.post(path + "/release").expect(200);
        operator.post(path + "/picking", Map.of("lines", List.of(Map.of("sku", sku, "quantity", quantity))))
                .expect(200);
        operator.post(path + "/packing", Map.of("weightGrams", 450)).expect(200);
        return path;
    }

    /** Until the customer has it, and the order knows. */
    void delivered(String order, String sku, int quantity) {
        String events = "/v1/sandbox/parcels/" + handedOver(order, sku, quantity) + "/events";
        for (String event : List.of("IN_TRANSIT", "OUT_FOR_DELIVERY", "DELIVERED")) {
            world.as("operator").post(events, Map.of("type", event)).expect(202);
        }
        Eventually.eventually(
                LONG,
                () -> assertThat(world.as("operator").get("/v1/orders/" + order).text("/state"))
                        .isEqualTo("COMPLETED"));
    }
}
