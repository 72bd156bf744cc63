package io.niaga.payments.ledger;

import io.niaga.types.Money;

/** What an account was debited and credited in all. */
public record AccountBalance(String account, Money debit, Money credit) {
    /** Debits less credits. */
    public Money balance() {
        return debit.minus(credit);
    }
}
