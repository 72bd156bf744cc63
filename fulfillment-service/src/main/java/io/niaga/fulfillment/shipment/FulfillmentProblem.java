package io.niaga.fulfillment.shipment;

import io.niaga.fulfillment.carrier.TrackingNumber;
import io.niaga.types.Problem;
import io.niaga.types.ProblemException;
import io.niaga.types.ProblemKind;

/** What can go wrong on the way from the shelf to the customer. */
public enum FulfillmentProblem implements Problem {
    FULFILLMENT_STATE(ProblemKind.CONFLICT, "This fulfillment is {state}: {move} is not possible now."),
    PICK_MISMATCH(ProblemKind.CONFLICT, "What was picked is not what was ordered: {differences}."),
    TRACKING_TAKEN(ProblemKind.CONFLICT, "{tracking} is another parcel of {carrier}."),
    CARRIER_REPORTS(ProblemKind.CONFLICT, "{carrier} itself tells what becomes of its parcels.");

    private final ProblemKind kind;
    private final String detail;

    FulfillmentProblem(ProblemKind kind, String detail) {
        this.kind = kind;
        this.detail = detail;
    }

    static ProblemException state(Fulfillment fulfillment, String move) {
        return FULFILLMENT_STATE.with("state", fulfillment.state().name()).with("move", move);
    }

    public static ProblemException taken(TrackingNumber tracking, String carrier) {
        return TRACKING_TAKEN.with("tracking", tracking.value()).with("carrier", carrier);
    }

    @Override
    public ProblemKind kind() {
        return kind;
    }

    @Override
    public String detail() {
        return detail;
    }
}
