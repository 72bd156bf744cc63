package io.niaga.fulfillment.carrier;

import io.niaga.types.Problem;
import io.niaga.types.ProblemException;
import io.niaga.types.ProblemKind;

/** What can go wrong with carriers. */
public enum CarrierProblem implements Problem {
    CARRIER_UNAVAILABLE(ProblemKind.CONFLICT, "Nobody carries {service} of {carrier} here.");

    private final ProblemKind kind;
    private final String detail;

    CarrierProblem(ProblemKind kind, String detail) {
        this.kind = kind;
        this.detail = detail;
    }

    static ProblemException unavailable(String carrier, String service) {
        return CARRIER_UNAVAILABLE.with("carrier", carrier).with("service", service);
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
