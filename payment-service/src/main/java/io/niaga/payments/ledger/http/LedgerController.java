package io.niaga.payments.ledger.http;

import io.niaga.payments.ledger.AccountBalance;
import io.niaga.payments.ledger.Entry;
import io.niaga.payments.ledger.Posting;
import io.niaga.payments.ledger.ReadLedger;
import io.niaga.types.Actor;
import io.niaga.types.Money;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class LedgerController {
    private final ReadLedger read;
    private final Clock clock;

    LedgerController(ReadLedger read, Clock clock) {
        this.read = read;
        this.clock = clock;
    }

    record AccountJson(String account, Money debit, Money credit, Money balance) {
        static AccountJson of(AccountBalance account) {
            return new AccountJson(account.account(), account.debit(), account.credit(), account.balance());
        }
    }

    record TotalsJson(Money debit, Money credit) {}

    record TrialBalanceJson(
            String currency, List<AccountJson> accounts, TotalsJson totals, boolean balanced, Instant asOf) {}

    @Operation(summary = "Read the trial balance: every account's debits and credits in one currency")
    @GetMapping("/v1/ledger/trial-balance")
    TrialBalanceJson trialBalance(Actor actor, @RequestParam Currency currency) {
        List<AccountBalance> accounts = read.trialBalance(actor, currency);
        Money zero = Money.zero(currency);
        Money debit = accounts.stream().map(AccountBalance::debit).reduce(zero, Money::plus);
        Money credit = accounts.stream().map(AccountBalance::credit).reduce(zero, Money::plus);
        return new TrialBalanceJson(
                currency.getCurrencyCode(),
                accounts.stream().map(AccountJson::of).toList(),
                new TotalsJson(debit, credit),
                debit.equals(credit),
                clock.instant());
    }

    record EntryJson(String account, String side, Money amount) {
        static EntryJson of(Entry entry) {
            return new EntryJson(entry.account(), entry.side().name(), entry.amount());
        }
    }

    record TransactionJson(String key, String kind, String paymentId, List<EntryJson> entries, Instant at) {
        static TransactionJson of(Posting posting) {
            return new TransactionJson(
                    posting.cause().key(),
                    posting.cause().kind(),
                    posting.cause().paymentId(),
                    posting.entries().stream().map(EntryJson::of).toList(),
                    posting.at());
        }
    }

    record TransactionsJson(List<TransactionJson> items) {}

    @Operation(summary = "List the ledger transactions of an order")
    @GetMapping("/v1/ledger/transactions")
    TransactionsJson transactions(Actor actor, @RequestParam String orderId) {
        return new TransactionsJson(
                read.ofOrder(actor, orderId).stream().map(TransactionJson::of).toList());
    }
}
