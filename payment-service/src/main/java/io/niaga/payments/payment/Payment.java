package io.niaga.payments.payment;

import static io.niaga.payments.payment.PaymentProblem.FENCED;
import static io.niaga.payments.payment.PaymentProblem.PAYMENT_IN_PROGRESS;
import static io.niaga.payments.payment.PaymentProblem.PAYMENT_NOT_CONFIRMABLE;

import io.niaga.payments.ledger.Posting;
import io.niaga.payments.payment.PaymentState.Cancelled;
import io.niaga.payments.payment.PaymentState.Captured;
import io.niaga.payments.payment.PaymentState.Challenged;
import io.niaga.payments.payment.PaymentState.Charging;
import io.niaga.payments.payment.PaymentState.Expired;
import io.niaga.payments.payment.PaymentState.Failed;
import io.niaga.payments.payment.PaymentState.LatePaid;
import io.niaga.payments.payment.PaymentState.Pending;
import io.niaga.payments.payment.PaymentState.RequiresAction;
import io.niaga.payments.payment.PaymentState.ToCollect;
import io.niaga.types.Actor;
import io.niaga.types.Money;
import io.niaga.types.Revision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * One order's payment. Money facts are applied by rank, not by arrival: what is captured stays captured, and money for a
 * payment that was given up is {@link LatePaid}.
 *
 * <p>Invariants: captured is nothing or the whole amount; refunds that are open or done never exceed what was captured; a
 * command with a lower fence than one carried out is refused.
 */
public final class Payment {
    private final PaymentTerms terms;
    private final Refunds refunds;
    private final List<PaymentEvent> events = new ArrayList<>();
    private final Revision revision;
    private PaymentState state;
    private long fence;
    private int attempts;

    private Payment(PaymentTerms terms, PaymentProgress progress, Revision revision) {
        this.terms = terms;
        this.state = progress.state();
        this.fence = progress.fence();
        this.attempts = progress.attempts();
        this.refunds = new Refunds(terms, progress.refunds(), this::captured, events::add);
        this.revision = revision;
    }

    /** A new payment, as far as it can go without the customer: nothing to pay and cash on delivery are assured at once. */
    public static Payment open(PaymentTerms terms, PaymentState first, long fence, Instant now) {
        Payment payment = new Payment(terms, PaymentProgress.first(first, fence), Revision.NEW);
        payment.events.add(new PaymentEvent.Opened(now));
        payment.assurance().ifPresent(a -> payment.events.add(new PaymentEvent.Assured(a, now)));
        return payment;
    }

    /** A mark that this payment was given up before it was ever opened. */
    public static Payment tombstone(PaymentTerms terms, long fence) {
        return new Payment(terms, PaymentProgress.first(new Cancelled(), fence), Revision.NEW);
    }

    public static Payment restore(PaymentTerms terms, PaymentProgress progress, Revision revision) {
        return new Payment(terms, progress, revision);
    }

    /** Raises the fence, or refuses a command that a later one has overtaken. */
    public void fence(long commanded) {
        if (commanded < fence) {
            throw FENCED.with("fence", fence);
        }
        fence = commanded;
    }

    /** Notes that an attempt is about to be sent; the write of this comes before the call. */
    public Charging charge(Instant now) {
        if (terms.method() != PaymentMethod.CARD) {
            throw notConfirmable();
        }
        switch (state) {
            case RequiresAction _, Failed _ -> terms.requireOpen(now);
            case Charging _, Challenged _ -> throw PAYMENT_IN_PROGRESS.now();
            case Pending _, Expired _, ToCollect _, Captured _, Cancelled _, LatePaid _ -> throw notConfirmable();
        }
        Charging charging = new Charging(++attempts, now);
        state = charging;
        return charging;
    }

    /** Another attempt by a method other than card, after a failed one: the customer is told anew what to do. */
    void instruct(IntFunction<Instruction> next, Instant now) {
        if (!(state instanceof Failed)) {
            throw notConfirmable();
        }
        terms.requireOpen(now);
        state = new Pending(next.apply(++attempts));
    }

    private RuntimeException notConfirmable() {
        return PAYMENT_NOT_CONFIRMABLE.with("state", stateName());
    }

    /** The attempt was begun by somebody of the staff, for the customer. */
    void begunBy(Actor staff) {
        events.add(new PaymentEvent.BegunByStaff(staff, attempts));
    }

    /** The bank wants the customer to prove who they are before this attempt goes on. */
    void challenged(int attempt, String url, Instant now) {
        if (state instanceof Charging charging && charging.attempt() == attempt) {
            state = new Challenged(attempt, url, now);
        }
    }

    /**
     * Money arrived. Twice is once; after giving up it is late; by another attempt than the one that paid it is a surplus.
     *
     * @param attempt which attempt brought it; 0 when it is not said
     */
    public void paid(int attempt, Instant now) {
        int by = attempt == 0 ? attempts : attempt;
        switch (state) {
            case RequiresAction _, Charging _, Challenged _, Pending _, Failed _, Expired _ ->
                arrived(new Captured(now, by), new PaymentEvent.Assured(Assurance.CAPTURED, now), now);
            case ToCollect _ -> arrived(new Captured(now, by), new PaymentEvent.Captured(terms.amount(), now), now);
            case Cancelled _ -> arrived(new LatePaid(now, by), new PaymentEvent.LatePaid(terms.amount(), now), now);
            case Captured captured -> again(captured.attempt(), attempt, now);
            case LatePaid late -> again(late.attempt(), attempt, now);
        }
    }

    private void arrived(PaymentState next, PaymentEvent told, Instant now) {
        state = next;
        events.add(told);
        post(new Bookings(terms).captured(now));
    }

    private void again(int paidBy, int attempt, Instant now) {
        if (paidBy != 0 && attempt != 0 && paidBy != attempt) {
            post(new Bookings(terms).surplus(attempt, now));
        }
    }

    /**
     * An attempt was declined; what is paid or given up stays so, and so does what a later attempt is about.
     *
     * @param attempt which attempt; 0 when it is not said
     */
    public void declined(int attempt, String reason, Instant now) {
        if (isOver(attempt)) {
            return;
        }
        switch (state) {
            case RequiresAction _, Charging _, Challenged _, Pending _ -> fail(reason, now);
            case Failed _, Expired _, ToCollect _, Captured _, Cancelled _, LatePaid _ -> {}
        }
    }

    /** Whether a later attempt is what counts now. */
    private boolean isOver(int attempt) {
        return attempt != 0 && attempt != attempts;
    }

    private void fail(String reason, Instant now) {
        state = new Failed(reason);
        events.add(new PaymentEvent.Failed(reason, now));
    }

    /** The provider takes no more money for it; a customer who did not prove who they are may try again. */
    public void expired(int attempt, Instant now) {
        if (isOver(attempt)) {
            return;
        }
        switch (state) {
            case RequiresAction _, Pending _, Failed _ -> {
                state = new Expired();
                events.add(new PaymentEvent.Expired(now));
            }
            case Challenged _ -> fail("AUTHENTICATION_ABANDONED", now);
            case Charging _, Expired _, ToCollect _, Captured _, Cancelled _, LatePaid _ -> {}
        }
    }

    /** Gives the payment up unless its money is assured; an attempt that goes on must be ended first. */
    public void cancel(Instant now) {
        switch (state) {
            case RequiresAction _, Pending _, Failed _, Expired _ -> giveUp(now);
            case Charging _, Challenged _ -> throw PAYMENT_IN_PROGRESS.now();
            case ToCollect _, Captured _, Cancelled _, LatePaid _ -> {}
        }
    }

    private void giveUp(Instant now) {
        state = new Cancelled();
        events.add(new PaymentEvent.Cancelled(now));
    }

    /** Late money is accepted after all: the order was revived. Money that goes back already is not. */
    public void revive() {
        if (state instanceof LatePaid late && refunds.areNone()) {
            state = new Captured(late.at(), late.attempt());
        }
    }

    /**
     * Asks for money back. The same id again is the same refund, and the next attempt when it had failed; cash that was never
     * collected is simply not collected.
     *
     * @param askAt when the provider is asked how it ended, unless it says so before
     * @throws io.niaga.types.ProblemException REFUND_EXCEEDS_CAPTURE, REFUND_MISMATCH, REFUND_CURRENCY_MISMATCH
     */
    public Refund refund(RefundTerms wanted, Instant askAt) {
        if (state instanceof ToCollect && wanted.amount().equals(terms.amount())) {
            giveUp(wanted.requestedAt());
            return refunds.voided(wanted);
        }
        Optional<Refund> voided = refunds.find(wanted.id()).filter(r -> r.state() instanceof RefundState.Voided);
        return voided.isPresent() ? refunds.voided(wanted) : refunds.request(wanted, askAt);
    }

    /** The provider sent the money back. */
    public void refundSucceeded(RefundId id, Instant now) {
        refunds.succeed(id, now);
    }

    /** The provider refused an attempt: it is made again later, and after the last one a person decides. */
    public void refundRefused(RefundId id, int attempt, String why, RefundRetries retries, Instant now) {
        refunds.refuse(id, attempt, why, retries, now);
    }

    /** Money of a wrong amount arrived: it is booked where a person looks for it, and assures nothing. */
    public void suspend(Money received, String providerEventId, Instant now) {
        post(new Bookings(terms).suspended(received, providerEventId, now));
    }

    private void post(Posting posting) {
        events.add(new PaymentEvent.Posted(posting));
    }

    /** What has reached us: nothing or the whole amount. */
    public Money captured() {
        boolean isOurs = state instanceof Captured || state instanceof LatePaid;
        return isOurs ? terms.amount() : Money.zero(terms.amount().currency());
    }

    /** Why the order may go on; empty while it may not. */
    public Optional<Assurance> assurance() {
        return state.assurance(terms.amount());
    }

    /** The name of the state as the API shows it; refunds that were carried out are part of it. */
    public String stateName() {
        return captured().isZero() ? state.label() : refunds.name(state.label());
    }

    public PaymentTerms terms() {
        return terms;
    }

    public PaymentId id() {
        return terms.id();
    }

    public PaymentState state() {
        return state;
    }

    public long fence() {
        return fence;
    }

    public int attempts() {
        return attempts;
    }

    public List<Refund> refunds() {
        return refunds.all();
    }

    /** The refunds themselves, to change. */
    Refunds book() {
        return refunds;
    }

    public Optional<Refund> refund(RefundId id) {
        return refunds.find(id);
    }

    public Revision revision() {
        return revision;
    }

    /** What happened since it was loaded. */
    public List<PaymentEvent> events() {
        return List.copyOf(events);
    }
}
