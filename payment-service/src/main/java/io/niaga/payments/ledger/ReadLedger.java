package io.niaga.payments.ledger;

import io.niaga.types.Actor;
import io.niaga.types.CommonProblem;
import io.niaga.types.Permissions;
import io.niaga.types.UseCase;
import java.util.Currency;
import java.util.List;

/** Shows the books to whoever may see all of them. */
@UseCase
public final class ReadLedger {
    private static final String ACTION = "ledger:read";
    private final Ledger ledger;
    private final Permissions permissions;

    public ReadLedger(Ledger ledger, Permissions permissions) {
        this.ledger = ledger;
        this.permissions = permissions;
    }

    public List<AccountBalance> trialBalance(Actor actor, Currency currency) {
        permissions.requireAll(actor, ACTION);
        requirePayable(currency);
        return ledger.balances(currency);
    }

    /** What is unmatched in one currency: the newest, at most {@code limit}. */
    public List<Posting> suspended(Actor actor, Currency currency, int limit) {
        permissions.requireAll(actor, ACTION);
        requirePayable(currency);
        return ledger.suspended(currency, limit);
    }

    /** There are codes that nobody can pay with, such as XXX and XAU: they are of no ledger. */
    private static void requirePayable(Currency currency) {
        if (currency.getDefaultFractionDigits() < 0) {
            throw CommonProblem.INVALID_PARAMETER.with("parameter", "currency");
        }
    }

    public List<Posting> ofPayment(Actor actor, String paymentId) {
        permissions.requireAll(actor, ACTION);
        return ledger.ofPayment(paymentId);
    }

    public List<Posting> ofOrder(Actor actor, String orderId) {
        permissions.requireAll(actor, ACTION);
        return ledger.ofOrder(orderId);
    }
}
