package io.niaga.payments.payment;

/** The account a customer transfers to: a bank's code and the number made for this payment. */
public record VirtualAccount(String bank, String number) {}
