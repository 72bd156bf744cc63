package io.niaga.fulfillment.shipment.http;

import io.niaga.fulfillment.carrier.TrackingNumber;
import io.niaga.fulfillment.shipment.ReadFulfillments;
import io.swagger.v3.oas.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class TrackingController {
    private final ReadFulfillments read;

    TrackingController(ReadFulfillments read) {
        this.read = read;
    }

    @Operation(summary = "Follow a parcel; for anyone who has its number (two carriers may use the same one)")
    @GetMapping("/v1/tracking/{number}")
    TrackingJson trackParcel(
            @PathVariable TrackingNumber number, @RequestParam(required = false) @Nullable String carrier) {
        return TrackingJson.of(read.track(number, carrier));
    }
}
