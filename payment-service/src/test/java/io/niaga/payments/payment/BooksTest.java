package io.niaga.payments.payment;

import static io.niaga.payments.payment.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.payments.ledger.Entry;
import io.niaga.payments.ledger.Posting;
import io.niaga.types.Money;
import io.niaga.types.ProblemException;
import io.niaga.types.Revision;
import io.niaga.types.StoreId;
import io.niaga.types.TypeId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Random lives of payments in several currencies: the books balance and say what the payments say, always. */
class BooksTest {
    private static final List<String> CURRENCIES = List.of("IDR", "USD", "JPY", "KWD");
    private static final RefundRetries RETRIES = new RefundRetries(2, Duration.ofSeconds(1));
    private static final int LIVES = 400;
    private static final int STEPS = 40;

    @Test
    void whatever_happens_the_books_balance_and_refunds_never_exceed_what_came() {
        long seed = Long.getLong("niaga.seed", System.nanoTime());
        System.out.println("BooksTest: -Dniaga.seed=" + seed);
        Random random = new Random(seed);
        Map<String, Posting> ledger = new HashMap<>();
        List<Payment> payments = new ArrayList<>();
        for (int life = 0; life < LIVES; life++) {
            Payment payment = opened(random);
            for (int step = 0; step < STEPS; step++) {
                happens(random, payment);
                check(payment);
            }
            payments.add(payment);
            book(payment, ledger);
        }
        CURRENCIES.forEach(currency -> balances(Currency.getInstance(currency), ledger, payments));
    }

    private static Payment opened(Random random) {
        PaymentMethod method = PaymentMethod.values()[random.nextInt(PaymentMethod.values().length)];
        String currency = method == PaymentMethod.QRIS ? "IDR" : CURRENCIES.get(random.nextInt(CURRENCIES.size()));
        String bits = new TypeId("pay", new UUID(random.nextLong(), random.nextLong())).toString();
        PaymentTerms terms = new PaymentTerms(
                PaymentId.of(bits),
                bits.replace("pay", "ord"),
                "N",
                StoreId.of("sto_" + Samples.BITS),
                null,
                method,
                Money.ofMinor(1 + random.nextLong(1_000_000), currency),
                Samples.PAY_BY,
                NOW);
        PaymentState first = switch (method) {
            case CARD -> new PaymentState.RequiresAction();
            case COD -> new PaymentState.ToCollect();
            case VIRTUAL_ACCOUNT, QRIS, E_WALLET -> new PaymentState.Pending(new Instruction.QrCode("x"));
        };
        return Payment.restore(terms, PaymentProgress.first(first, 1), Revision.NEW);
    }

    private static void happens(Random random, Payment payment) {
        int attempt = random.nextInt(4);
        Money total = payment.terms().amount();
        Money part = new Money(1 + random.nextLong(total.minorUnits()), total.currency());
        RefundId id = RefundId.of("rfd" + payment.id().value().substring(3, 29) + random.nextInt(5));
        RefundTerms wanted = new RefundTerms(id, part, null, RefundReason.OTHER, null, NOW);
        try {
            switch (random.nextInt(14)) {
                case 0, 1 -> payment.paid(attempt, NOW);
                case 2 -> payment.declined(attempt, "DENIED", NOW);
                case 3 -> payment.expired(attempt, NOW);
                case 4 -> payment.cancel(NOW);
                case 5 -> payment.charge(NOW);
                case 6 -> payment.challenged(attempt, "x", NOW);
                case 7 -> payment.revive();
                case 8 -> payment.instruct(n -> new Instruction.QrCode("x" + n), NOW);
                case 9 -> payment.refund(wanted, NOW);
                case 10 -> payment.refundSucceeded(id, NOW);
                case 11 -> payment.refundRefused(id, attempt, "CLOSED", RETRIES, NOW);
                case 12 -> payment.book().attempt(id, NOW);
                default ->
                    payment.suspend(new Money(1 + random.nextLong(1000), total.currency()), "evt" + attempt, NOW);
            }
        } catch (ProblemException refused) {
            assertThat(refused.problem()).isInstanceOf(PaymentProblem.class);
        }
    }

    private static void check(Payment payment) {
        Money owed = payment.refunds().stream()
                .filter(Refund::isOwedOrSent)
                .map(Refund::amount)
                .reduce(Money.zero(payment.terms().amount().currency()), Money::plus);
        assertThat(owed).as("Σ refunds ≤ captured").isLessThanOrEqualTo(payment.captured());
        assertThat(payment.captured())
                .as("captured ≤ agreed")
                .isLessThanOrEqualTo(payment.terms().amount());
    }

    /** At most one transaction per key, and those under one key say the same. */
    private static void book(Payment payment, Map<String, Posting> ledger) {
        Set<String> seen = new HashSet<>();
        for (PaymentEvent event : payment.events()) {
            if (event instanceof PaymentEvent.Posted posted) {
                Posting posting = posted.posting();
                boolean suspended = posting.cause().kind().equals("SUSPENSE");
                assertThat(seen.add(posting.cause().key()) || suspended)
                        .as(posting.cause().key())
                        .isTrue();
                ledger.putIfAbsent(posting.cause().key(), posting);
            }
        }
    }

    private static void balances(Currency currency, Map<String, Posting> ledger, List<Payment> payments) {
        Map<String, Long> accounts = new HashMap<>();
        for (Posting posting : ledger.values()) {
            for (Entry entry : posting.entries()) {
                if (entry.amount().currency().equals(currency)) {
                    long sign = entry.side() == Entry.Side.DEBIT ? 1 : -1;
                    accounts.merge(
                            entry.account().split(":")[0], sign * entry.amount().minorUnits(), Long::sum);
                }
            }
        }
        assertThat(accounts.values().stream().mapToLong(Long::longValue).sum())
                .as("debits are credits in %s", currency)
                .isZero();
        long kept = payments.stream()
                .filter(p -> p.terms().amount().currency().equals(currency))
                .mapToLong(p -> p.captured().minorUnits() - returned(p))
                .sum();
        assertThat(-accounts.getOrDefault("payable", 0L))
                .as("owed to stores in %s", currency)
                .isEqualTo(kept);
        long cash = payments.stream()
                .filter(p -> p.terms().amount().currency().equals(currency))
                .filter(p -> p.terms().method() == PaymentMethod.COD)
                .mapToLong(p -> p.captured().minorUnits())
                .sum();
        assertThat(accounts.getOrDefault("cash", 0L))
                .as("with carriers in %s", currency)
                .isEqualTo(cash);
    }

    private static long returned(Payment payment) {
        return payment.refunds().stream()
                .filter(r -> r.state() instanceof RefundState.Succeeded)
                .mapToLong(r -> r.amount().minorUnits())
                .sum();
    }
}
