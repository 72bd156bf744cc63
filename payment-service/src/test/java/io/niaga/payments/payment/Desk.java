package io.niaga.payments.payment;

import io.niaga.payments.ledger.Posting;
import io.niaga.types.Grant;
import io.niaga.types.Money;
import io.niaga.types.Page;
import io.niaga.types.Permissions;
import io.niaga.types.Revision;
import io.niaga.types.Role;
import io.niaga.types.StoreId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The verbs of payments over a memory that saves as the real one does, and that can die before or after any write. */
final class Desk implements Payments {
    /** The process is dead. */
    static final class Crash extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    final Bank bank = new Bank();
    final Map<String, Posting> ledger = new LinkedHashMap<>();
    private final Map<PaymentId, Payment> saved = new TreeMap<>(Comparator.comparing(PaymentId::value));
    private final RefundRetries retries = new RefundRetries(3, Duration.ofSeconds(30));
    private final Duration patience = Duration.ofSeconds(10);
    private Instant now = Samples.NOW;
    private int stepsToLive = Integer.MAX_VALUE;
    int steps;

    private final Clock clock = new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    };
    private final ChangePayment change = new ChangePayment(this);
    final ResolveCharge resolve = new ResolveCharge(change, new Mortal(), clock);
    final RefundPayment refund = new RefundPayment(change, new Mortal(), retries, patience, clock);
    final FinishPayments finish = new FinishPayments(this, resolve, refund, patience, clock);
    final CancelPayment cancel = new CancelPayment(this, change, resolve, clock);
    final ConfirmPayment confirm = new ConfirmPayment(
            this,
            new PaymentAccess(
                    new Permissions(List.of(new Grant(Role.OPERATOR, "payment:pay", Grant.Scope.ALL, List.of())))),
            resolve,
            new Mortal(),
            clock);

    /** The bank behind a process that dies before or after a call. */
    private final class Mortal implements Provider {
        @Override
        public Instruction instruct(PaymentTerms terms, int attempt) {
            return step(() -> bank.instruct(terms, attempt));
        }

        @Override
        public ChargeOutcome charge(String key, PaymentTerms terms, String token) {
            return step(() -> bank.charge(key, terms, token));
        }

        @Override
        public ChargeOutcome outcomeOf(String key) {
            return step(() -> bank.outcomeOf(key));
        }

        @Override
        public ChargeOutcome giveUp(String key) {
            return step(() -> bank.giveUp(key));
        }

        @Override
        public RefundOutcome refund(String key, PaymentTerms terms, Money amount) {
            return step(() -> bank.refund(key, terms, amount));
        }
    }

    /** Every step can be the last: dead before it, or dead after it. */
    private <T> T step(Supplier<T> work) {
        live();
        T result = work.get();
        live();
        return result;
    }

    private void live() {
        steps++;
        if (stepsToLive-- <= 0) {
            throw new Crash();
        }
    }

    void diesAfter(int most) {
        stepsToLive = most;
    }

    void lives() {
        stepsToLive = Integer.MAX_VALUE;
    }

    void later(Duration by) {
        now = now.plus(by);
    }

    Payment open(PaymentMethod method) {
        PaymentState first =
                method == PaymentMethod.COD ? new PaymentState.ToCollect() : new PaymentState.RequiresAction();
        add(Payment.open(Samples.terms(method, Samples.PRICE), first, 1, now));
        return payment();
    }

    Payment payment() {
        return find(Samples.ID).orElseThrow();
    }

    void hear(Consumer<Payment> fact) {
        change.apply(Samples.ID, fact);
    }

    /** What the sweeps of a restarted service do until nothing is left to do. */
    void settles() {
        for (int i = 0; i < 8; i++) {
            later(Duration.ofMinutes(2));
            finish.finish();
        }
    }

    @Override
    public Optional<Payment> find(PaymentId id) {
        return Optional.ofNullable(saved.get(id)).map(Desk::copy);
    }

    private static Payment copy(Payment p) {
        return Payment.restore(
                p.terms(), new PaymentProgress(p.state(), p.fence(), p.attempts(), p.refunds()), p.revision());
    }

    @Override
    public boolean add(Payment payment) {
        return step(() -> {
            boolean isNew = !saved.containsKey(payment.id());
            if (isNew) {
                keep(payment);
            }
            return isNew;
        });
    }

    @Override
    public boolean save(Payment payment) {
        return step(() -> {
            boolean isCurrent = saved.get(payment.id()).revision().equals(payment.revision());
            if (isCurrent) {
                keep(payment);
            }
            return isCurrent;
        });
    }

    private void keep(Payment payment) {
        payment.events().stream()
                .filter(e -> e instanceof PaymentEvent.Posted)
                .map(e -> ((PaymentEvent.Posted) e).posting())
                .forEach(p -> ledger.putIfAbsent(p.cause().key(), p));
        Revision next = new Revision(payment.revision().version() + 1, 0, true);
        saved.put(
                payment.id(),
                Payment.restore(
                        payment.terms(),
                        new PaymentProgress(payment.state(), payment.fence(), payment.attempts(), payment.refunds()),
                        next));
    }

    @Override
    public Optional<Payment> ofRefund(RefundId id) {
        return saved.values().stream().filter(p -> p.refund(id).isPresent()).findFirst();
    }

    @Override
    public Page<Payment> withRefunds(StoreId store, String state, int limit, @Nullable String after) {
        return new Page<>(List.copyOf(saved.values()), null);
    }

    @Override
    public long withFailedRefunds() {
        return 0;
    }

    @Override
    public List<PaymentId> due(Instant moment, int limit) {
        return List.copyOf(saved.keySet());
    }
}
