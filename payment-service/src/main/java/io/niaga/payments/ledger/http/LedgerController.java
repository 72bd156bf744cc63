package io.niaga.payments.ledger.http;

import io.niaga.payments.ledger.AccountBalance;
import io.niaga.payments.ledger.Posting;
import io.niaga.payments.ledger.ReadLedger;
import io.niaga.types.Actor;
import io.niaga.types.CommonProblem;
import io.niaga.types.Money;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class LedgerController {
    private static final int MOST_UNMATCHED = 100;
    private final ReadLedger read;
    private final Clock clock;

    LedgerController(ReadLedger read, Clock clock) {
        this.read = read;
        this.clock = clock;
    }

    record LedgerAccountJson(String account, Money debit, Money credit, Money balance) {
        static LedgerAccountJson of(AccountBalance account) {
            return new LedgerAccountJson(account.account(), account.debit(), account.credit(), account.balance());
        }
    }

    record LedgerTotalsJson(Money debit, Money credit) {}

    record TrialBalanceJson(
            String currency,
            List<LedgerAccountJson> accounts,
            LedgerTotalsJson totals,
            boolean balanced,
            Instant asOf) {}

    @Operation(summary = "Read the trial balance: every account's debits and credits in one currency")
    @GetMapping("/v1/ledger/trial-balance")
    TrialBalanceJson getTrialBalance(Actor actor, @RequestParam Currency currency) {
        List<AccountBalance> accounts = read.trialBalance(actor, currency);
        Money zero = Money.zero(currency);
        Money debit = accounts.stream().map(AccountBalance::debit).reduce(zero, Money::plus);
        Money credit = accounts.stream().map(AccountBalance::credit).reduce(zero, Money::plus);
        return new TrialBalanceJson(
                currency.getCurrencyCode(),
                accounts.stream().map(LedgerAccountJson::of).toList(),
                new LedgerTotalsJson(debit, credit),
                debit.equals(credit),
                clock.instant());
    }

    record TransactionsJson(List<TransactionJson> items) {}

    @Operation(summary = "List the ledger transactions of an order or of a payment")
    @GetMapping("/v1/ledger/transactions")
    TransactionsJson listLedgerTransactions(
            Actor actor,
            @RequestParam(required = false) @Nullable String orderId,
            @RequestParam(required = false) @Nullable String paymentId) {
        if ((orderId == null) == (paymentId == null)) {
            throw CommonProblem.INVALID_PARAMETER.with("parameter", "orderId");
        }
        List<Posting> found = orderId == null
                ? read.ofPayment(actor, Objects.requireNonNull(paymentId))
                : read.ofOrder(actor, orderId);
        return new TransactionsJson(found.stream().map(TransactionJson::of).toList());
    }

    /**
     * @param suspense money that nobody could match; nothing when everything is reconciled
     * @param unmatched what it is made of, newest first, at most a hundred
     */
    record ReconciliationJson(
            String currency,
            Money clearing,
            Money carriers,
            Money payable,
            Money suspense,
            boolean balanced,
            boolean reconciled,
            List<TransactionJson> unmatched,
            Instant asOf) {}

    @Operation(summary = "Read what providers and carriers owe, what stores are owed, and what nobody could match")
    @GetMapping("/v1/ledger/reconciliation")
    ReconciliationJson getReconciliation(Actor actor, @RequestParam Currency currency) {
        TrialBalanceJson trial = getTrialBalance(actor, currency);
        Money suspense = owed(trial, "suspense:").negated();
        return new ReconciliationJson(
                trial.currency(),
                owed(trial, "clearing:"),
                owed(trial, "cash:"),
                owed(trial, "payable:").negated(),
                suspense,
                trial.balanced(),
                trial.balanced() && suspense.isZero(),
                read.suspended(actor, currency, MOST_UNMATCHED).stream()
                        .map(TransactionJson::of)
                        .toList(),
                trial.asOf());
    }

    private static Money owed(TrialBalanceJson trial, String accounts) {
        return trial.accounts().stream()
                .filter(a -> a.account().startsWith(accounts))
                .map(LedgerAccountJson::balance)
                .reduce(Money.zero(Currency.getInstance(trial.currency())), Money::plus);
    }
}
