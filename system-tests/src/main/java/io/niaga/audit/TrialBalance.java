package io.niaga.audit;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.bson.Document;

/** What every account was debited and credited in all, in minor units, by currency. */
final class TrialBalance {
    private final Map<String, Map<String, Long>> sums = new TreeMap<>();

    void take(Document transaction) {
        String currency = Fields.text(transaction, "currency");
        Map<String, Long> accounts = sums.computeIfAbsent(currency, _ -> new TreeMap<>());
        Fields.list(transaction, "entries")
                .forEach(e -> accounts.merge(
                        Fields.text(e, "account") + " " + Fields.text(e, "side"),
                        Fields.number(e, "amount"),
                        Long::sum));
    }

    Set<String> currencies() {
        return new TreeSet<>(sums.keySet());
    }

    /** What is left on the debit side of all accounts whose names begin like that. */
    long left(String currency, String prefix) {
        return sums.getOrDefault(currency, Map.of()).entrySet().stream()
                .filter(account -> account.getKey().startsWith(prefix))
                .mapToLong(account -> account.getKey().endsWith(" DEBIT") ? account.getValue() : -account.getValue())
                .sum();
    }

    /** Minor units on that side of an account. */
    long of(String currency, String account, String side) {
        return sums.getOrDefault(currency, Map.of()).getOrDefault(account + " " + side, 0L);
    }
}
