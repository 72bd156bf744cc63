package io.niaga.system.tour;

import static io.niaga.system.shop.Amounts.minor;
import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.system.harness.SystemStack;
import io.niaga.testsupport.Answer;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;

/** What the report and the ledger say; compared before and after, for other tests sell too. */
public final class Books {
    private static final ZoneId STORES = ZoneId.of("Asia/Jakarta");
    /** Longer than events gather. */
    private static final Duration REPORTED = Duration.ofMillis(1_500);

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private final SystemStack stack;

    public Books(SystemStack stack) {
        this.stack = stack;
    }

    /**
     * Sums over the days of a report; money in minor units.
     *
     * @param ledger sum of all debits, equal to that of all credits
     */
    public record State(
            long orders, long units, long gross, long tax, long shipping, long refunds, long net, long ledger) {
        State plus(State other) {
            return minus(EMPTY.minus(other));
        }

        public State minus(State other) {
            return new State(
                    orders - other.orders,
                    units - other.units,
                    gross - other.gross,
                    tax - other.tax,
                    shipping - other.shipping,
                    refunds - other.refunds,
                    net - other.net,
                    ledger - other.ledger);
        }
    }

    static final State EMPTY = new State(0, 0, 0, 0, 0, 0, 0, 0);

    public State now() {
        Answer report = stack.as("analyst").get(reportPath()).expect(200);
        State sum = EMPTY;
        for (JsonNode row : report.json("/rows")) {
            State day = new State(
                    row.path("orders").asLong(),
                    row.path("units").asLong(),
                    minor(row.path("gross")),
                    minor(row.path("tax")),
                    minor(row.path("shipping")),
                    minor(row.path("refunds")),
                    minor(row.path("net")),
                    0);
            sum = sum.plus(day);
        }
        return new State(
                sum.orders, sum.units, sum.gross, sum.tax, sum.shipping, sum.refunds, sum.net, balancedLedger());
    }

    /** The same when it stands still: what earlier tests sold and paid back is reported a moment later. */
    public State settled() {
        AtomicReference<State> last = new AtomicReference<>(now());
        Awaitility.await()
                .pollDelay(REPORTED)
                .pollInterval(REPORTED)
                .atMost(PATIENCE)
                .until(() -> {
                    State read = now();
                    return read.equals(last.getAndSet(read));
                });
        return last.get();
    }

    /** The days around today, for a test may run over midnight. */
    static String reportPath() {
        LocalDate today = LocalDate.now(STORES);
        return "/v1/reports/sales?from=" + today.minusDays(1) + "&to=" + today.plusDays(1) + "&store="
                + SystemStack.STORE;
    }

    private long balancedLedger() {
        Answer balance = stack.as("operator")
                .get("/v1/ledger/trial-balance?currency=IDR")
                .expect(200);
        long debit = minor(balance, "/totals/debit");
        assertThat(minor(balance, "/totals/credit")).isEqualTo(debit);
        long accounts = balance.json("/accounts")
                .valueStream()
                .mapToLong(account -> minor(account.path("debit")) - minor(account.path("credit")))
                .sum();
        assertThat(accounts).isZero();
        return debit;
    }
}
