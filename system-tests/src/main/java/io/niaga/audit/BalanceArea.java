package io.niaga.audit;

import io.niaga.types.Money;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The trial balance that the API answers: debits equal credits, and each account is the sum of its entries. */
final class BalanceArea implements Area {
    private final Databases databases;
    private final Api api;

    BalanceArea(Databases databases, Api api) {
        this.databases = databases;
        this.api = api;
    }

    @Override
    public void all(Outcome outcome) {
        TrialBalance sums = sums();
        for (String currency : sums.currencies()) {
            outcome.looked("trial balances", 1);
            List<Violation> found = judged(currency, sums);
            if (!found.isEmpty()) {
                outcome.suspect(currency, found);
            }
        }
    }

    @Override
    public List<Violation> again(String key) {
        return judged(key, sums());
    }

    /** What providers and carriers owe, what stores are owed, and what nobody could match. */
    private void reconciled(String currency, TrialBalance sums, Findings found) {
        JsonNode answer = api.get("/v1/ledger/reconciliation?currency=" + currency);
        Map<String, Long> owed = Map.of(
                "clearing",
                sums.left(currency, "clearing:"),
                "carriers",
                sums.left(currency, "cash:"),
                "payable",
                -sums.left(currency, "payable:"),
                "suspense",
                -sums.left(currency, "suspense:"));
        owed.forEach((what, units) -> found.same(
                Money.ofMinor(units, currency).toString(),
                SoldOnTopic.money(answer.path(what)),
                Check.TRIAL_BALANCE,
                "the " + what + " shown",
                currency,
                what));
    }

    private TrialBalance sums() {
        TrialBalance sums = new TrialBalance();
        databases.each("payments.ledger", sums::take);
        return sums;
    }

    private List<Violation> judged(String currency, TrialBalance sums) {
        JsonNode answer = api.get("/v1/ledger/trial-balance?currency=" + currency);
        JsonNode totals = answer.path("totals");
        Findings found = new Findings();
        found.same(
                SoldOnTopic.money(totals.path("debit")),
                SoldOnTopic.money(totals.path("credit")),
                Check.TRIAL_BALANCE,
                "the sum of credits",
                currency);
        for (JsonNode account : answer.path("accounts")) {
            String name = account.path("account").asString("");
            for (String side : List.of("debit", "credit")) {
                long booked = sums.of(currency, name, side.toUpperCase(Locale.ROOT));
                found.same(
                        Money.ofMinor(booked, currency).toString(),
                        SoldOnTopic.money(account.path(side)),
                        Check.TRIAL_BALANCE,
                        "the " + side + " shown",
                        currency,
                        name);
            }
        }
        reconciled(currency, sums, found);
        return found.list();
    }
}
