package io.niaga.payments.ledger;

import io.niaga.types.Money;

/** One side of a transaction: a positive amount debited or credited to an account. */
public record Entry(String account, Side side, Money amount) {
    public enum Side {
        DEBIT,
        CREDIT
    }

    public Entry {
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("an entry's amount is positive; the side says the direction");
        }
    }

    static Entry debit(String account, Money amount) {
        return new Entry(account, Side.DEBIT, amount);
    }

    static Entry credit(String account, Money amount) {
        return new Entry(account, Side.CREDIT, amount);
    }
}
