package io.niaga.payments.payment;

/** How a refund ended, as far as the provider says. */
public sealed interface RefundOutcome {
    record Sent() implements RefundOutcome {}

    record Refused(String reason) implements RefundOutcome {}

    /** Not known yet, or taken and told later: asking again with the same key is safe. */
    record Unknown() implements RefundOutcome {}
}
