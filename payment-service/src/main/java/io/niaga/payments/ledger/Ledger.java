package io.niaga.payments.ledger;

import java.util.Currency;
import java.util.List;

/** Where the books are kept: transactions are added once under their key and never change. */
public interface Ledger {
    /** Adds a transaction; the same key again is nothing new. */
    void add(Posting posting);

    /** Those in which anything was posted. */
    List<Currency> currencies();

    /** Every account's debits and credits in one currency, by account name. */
    List<AccountBalance> balances(Currency currency);

    /** The transactions of one payment, oldest first. */
    List<Posting> ofPayment(String paymentId);

    /** Money that nobody could match, newest first. */
    List<Posting> suspended(Currency currency, int limit);

    /** The transactions of one order, oldest first. */
    List<Posting> ofOrder(String orderId);
}
