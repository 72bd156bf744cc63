package io.niaga.orders.order;

import java.time.Instant;

/** Where a return is, with what is true only there. */
public sealed interface ReturnState {
    /** Asked for; after {@code answerBy} a person is called. */
    record Requested(Instant answerBy) implements ReturnState {}

    /** May be sent back until {@code sendBackBy}. */
    record Approved(Instant at, Instant sendBackBy) implements ReturnState {}

    /** Back in the warehouse; after {@code inspectBy} a person is called. */
    record Received(Instant at, Instant inspectBy) implements ReturnState {}

    /** Looked at: the stock is being booked, then the money sent. */
    record Inspected(Inspection inspection, boolean restocked) implements ReturnState {}

    record Settled(Inspection inspection, Instant at) implements ReturnState {}

    /** @param reason the store's words to the customer */
    record Refused(String reason, Instant at) implements ReturnState {}

    record Cancelled(Ending ending, Instant at) implements ReturnState {}

    /** Why a return came to nothing. */
    enum Ending {
        BY_CUSTOMER,
        NEVER_SENT
    }

    /** The name by which API, events and documents know the state. */
    default String code() {
        return switch (this) {
            case Requested _ -> "REQUESTED";
            case Approved _ -> "APPROVED";
            case Received _ -> "RECEIVED";
            case Inspected _ -> "INSPECTED";
            case Settled _ -> "SETTLED";
            case Refused _ -> "REFUSED";
            case Cancelled _ -> "CANCELLED";
        };
    }
}
