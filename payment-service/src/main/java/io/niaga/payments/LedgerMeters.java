package io.niaga.payments;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.niaga.payments.ledger.AccountBalance;
import io.niaga.payments.ledger.Ledger;
import java.util.Currency;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Adds up the books from time to time: {@code niaga.ledger.imbalance} is the difference of all debits and all credits in minor
 * units, by currency. Anything but zero is an alarm.
 */
final class LedgerMeters {
    private final Ledger ledger;
    private final MeterRegistry meters;
    private final Map<Currency, AtomicLong> differences = new ConcurrentHashMap<>();

    LedgerMeters(Ledger ledger, MeterRegistry meters) {
        this.ledger = ledger;
        this.meters = meters;
        // There from the start, so that no alarm waits for the first posting.
        gauge(Currency.getInstance("IDR"));
    }

    /** Reads the whole ledger, hence not often. */
    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1H")
    void addUp() {
        for (Currency currency : ledger.currencies()) {
            long difference = 0;
            for (AccountBalance account : ledger.balances(currency)) {
                difference = Math.addExact(difference, account.balance().minorUnits());
            }
            gauge(currency).set(Math.abs(difference));
        }
    }

    private AtomicLong gauge(Currency currency) {
        return differences.computeIfAbsent(currency, added -> {
            AtomicLong difference = new AtomicLong();
            Gauge.builder("niaga.ledger.imbalance", difference, AtomicLong::doubleValue)
                    .description("Difference of debits and credits in minor units")
                    .tag("currency", added.getCurrencyCode())
                    .register(meters);
            return difference;
        });
    }
}
