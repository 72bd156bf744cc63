package io.niaga.payments.payment;

/** How an attempt to charge ended, as far as the provider says. */
public sealed interface ChargeOutcome {
    record Paid() implements ChargeOutcome {}

    /** Declined for a reason in our words, UPPER_SNAKE. */
    record Declined(String reason) implements ChargeOutcome {}

    /** The customer must prove on that page who they are; how that ends is told or asked for. */
    record Challenge(String url) implements ChargeOutcome {}

    /** The provider never saw the attempt: it may be made anew. */
    record NeverArrived() implements ChargeOutcome {}

    /** The provider did not answer in time: whether money moved is not known. */
    record Unknown() implements ChargeOutcome {}
}
