package io.niaga.payments.payment;

/** What the provider wants the customer to do, outside of our sight, so that money comes. */
public sealed interface Instruction {
    /** To transfer: a bank's code and the number made for this payment. */
    record VirtualAccount(String bank, String number) implements Instruction {}

    /** To scan a code with this text. */
    record QrCode(String text) implements Instruction {}

    /** To open a page of the provider. */
    record Redirect(String url) implements Instruction {}
}
