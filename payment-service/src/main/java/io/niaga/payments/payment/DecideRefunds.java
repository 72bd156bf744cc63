package io.niaga.payments.payment;

import io.niaga.types.Actor;
import io.niaga.types.CommonProblem;
import io.niaga.types.Page;
import io.niaga.types.Permissions;
import io.niaga.types.StoreId;
import io.niaga.types.UseCase;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a store's people do about refunds: send money back for a reason of their own, and look after what failed. */
@UseCase
public final class DecideRefunds {
    private static final String READ = "refund:read";
    private static final String WRITE = "refund:write";
    private final Payments payments;
    private final RefundPayment refund;
    private final Permissions permissions;

    public DecideRefunds(Payments payments, RefundPayment refund, Permissions permissions) {
        this.payments = payments;
        this.refund = refund;
        this.permissions = permissions;
    }

    /** A refund and the payment that it belongs to. */
    public record Decided(Payment payment, Refund refund) {}

    /** @throws io.niaga.types.ProblemException NOT_FOUND, FORBIDDEN, UNAUTHENTICATED */
    public void requireWrite(Actor actor, PaymentId id) {
        permissions.require(actor, WRITE, storeOf(actor, id));
    }

    /** Of a payment that is not there nobody learns more than of one that is not theirs. */
    private StoreId storeOf(Actor actor, PaymentId id) {
        return payments.find(id).map(p -> p.terms().store()).orElseThrow(() -> unknown(actor));
    }

    private RuntimeException unknown(Actor actor) {
        permissions.require(actor, WRITE, PaymentTerms.NO_STORE);
        return CommonProblem.NOT_FOUND.now();
    }

    /** Sends a part back; the same id again is the same refund. */
    public Decided grant(Actor actor, PaymentId id, RefundTerms wanted) {
        requireWrite(actor, id);
        return decided(refund.grant(id, wanted, actor), wanted.id());
    }

    /** @throws io.niaga.types.ProblemException NOT_FOUND, REFUND_NOT_RETRYABLE */
    public Decided retry(Actor actor, RefundId id) {
        Payment payment = payments.ofRefund(id).orElseThrow(() -> unknown(actor));
        requireWrite(actor, payment.id());
        return decided(refund.retry(payment.id(), id, actor), id);
    }

    public Decided read(Actor actor, RefundId id) {
        Payment payment = payments.ofRefund(id).orElseThrow(() -> unknown(actor));
        permissions.require(actor, READ, payment.terms().store());
        return decided(payment, id);
    }

    /** A store's refunds in that state, payment by payment. */
    public Page<Decided> ofStore(Actor actor, StoreId store, String state, int limit, @Nullable String after) {
        permissions.require(actor, READ, store);
        Page<Payment> found = payments.withRefunds(store, state, limit, after);
        List<Decided> items = found.items().stream()
                .flatMap(p -> p.refunds().stream()
                        .filter(r -> r.state().label().equals(state))
                        .map(r -> new Decided(p, r)))
                .toList();
        return new Page<>(items, found.nextCursor());
    }

    private static Decided decided(Payment payment, RefundId id) {
        return new Decided(payment, payment.refund(id).orElseThrow(CommonProblem.NOT_FOUND::now));
    }
}
