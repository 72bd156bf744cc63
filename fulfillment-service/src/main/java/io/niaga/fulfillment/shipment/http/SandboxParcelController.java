package io.niaga.fulfillment.shipment.http;

import io.niaga.fulfillment.carrier.TrackingNumber;
import io.niaga.fulfillment.shipment.ReportParcel;
import io.niaga.types.Actor;
import io.niaga.types.Permissions;
import io.swagger.v3.oas.annotations.Operation;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Plays the sandbox carrier; not there where the sandbox is off. */
@RestController
@ConditionalOnBooleanProperty("niaga.sandbox.enabled")
class SandboxParcelController {
    private final ReportParcel report;
    private final Permissions permissions;

    SandboxParcelController(ReportParcel report, Permissions permissions) {
        this.report = report;
        this.permissions = permissions;
    }

    @Operation(summary = "Let the sandbox carrier report something about a parcel")
    @PostMapping("/v1/sandbox/parcels/{tracking}/events")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void reportSandboxParcelEvent(Actor actor, @PathVariable TrackingNumber tracking, @RequestBody ParcelReport body) {
        permissions.requireAll(actor, "sandbox:play");
        report.report("sandbox", tracking, body.state());
    }
}
