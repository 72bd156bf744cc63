package io.niaga.payments.payment.messaging;

import io.niaga.events.Topics;
import io.niaga.events.audit.AuditRecordedV1;
import io.niaga.events.payments.PaymentAssuredV1;
import io.niaga.events.payments.PaymentCancelledV1;
import io.niaga.events.payments.PaymentCapturedV1;
import io.niaga.events.payments.PaymentExpiredV1;
import io.niaga.events.payments.PaymentFailedV1;
import io.niaga.events.payments.PaymentLatePaidV1;
import io.niaga.events.payments.PaymentOpenedV1;
import io.niaga.events.payments.RefundFailedV1;
import io.niaga.events.payments.RefundSucceededV1;
import io.niaga.messaging.Outgoing;
import io.niaga.payments.payment.Payment;
import io.niaga.payments.payment.PaymentAccess;
import io.niaga.payments.payment.PaymentEvent;
import io.niaga.payments.payment.PaymentTerms;
import io.niaga.payments.payment.RefundTerms;
import io.niaga.service.audit.AuditTrail;
import java.util.List;
import java.util.function.Function;
import org.bson.Document;

/** What a payment tells in the write that changes it: facts to the topic, postings to the ledger, decisions to the audit. */
public final class OutboxPaymentEvents implements Function<Payment, List<Outgoing>> {
    /** The local writer that books postings. */
    public static final String LEDGER = "ledger";

    private final Function<PaymentEvent.Posted, Document> posting;
    private final AuditTrail audit;

    public OutboxPaymentEvents(Function<PaymentEvent.Posted, Document> posting, AuditTrail audit) {
        this.posting = posting;
        this.audit = audit;
    }

    @Override
    public List<Outgoing> apply(Payment payment) {
        return payment.events().stream()
                .map(event -> outgoing(payment.terms(), event))
                .toList();
    }

    private Outgoing outgoing(PaymentTerms t, PaymentEvent event) {
        String id = t.id().value();
        String store = t.store().value();
        return switch (event) {
            case PaymentEvent.Opened e -> fact(PaymentOpenedV1.TYPE, opened(t, e));
            case PaymentEvent.Assured e -> fact(PaymentAssuredV1.TYPE, assured(t, e));
            case PaymentEvent.Captured e ->
                fact(PaymentCapturedV1.TYPE, new PaymentCapturedV1(id, t.orderId(), store, e.amount(), e.at()));
            case PaymentEvent.Failed e ->
                fact(PaymentFailedV1.TYPE, new PaymentFailedV1(id, t.orderId(), store, e.reason(), e.at()));
            case PaymentEvent.Expired e ->
                fact(PaymentExpiredV1.TYPE, new PaymentExpiredV1(id, t.orderId(), store, e.at()));
            case PaymentEvent.Cancelled e ->
                fact(PaymentCancelledV1.TYPE, new PaymentCancelledV1(id, t.orderId(), store, e.at()));
            case PaymentEvent.LatePaid e ->
                fact(PaymentLatePaidV1.TYPE, new PaymentLatePaidV1(id, t.orderId(), store, e.amount(), e.at()));
            case PaymentEvent.Refunded e -> fact(RefundSucceededV1.TYPE, succeeded(t, e));
            case PaymentEvent.RefundRefused e -> fact(RefundFailedV1.TYPE, refused(t, e));
            case PaymentEvent.BegunByStaff e -> Outgoing.to(Topics.AUDIT, AuditRecordedV1.TYPE, begun(t, e));
            case PaymentEvent.RefundDecided e -> Outgoing.to(Topics.AUDIT, AuditRecordedV1.TYPE, decided(t, e));
            case PaymentEvent.Posted e ->
                Outgoing.local(LEDGER, e.posting().cause().kind(), posting.apply(e));
        };
    }

    private static PaymentOpenedV1 opened(PaymentTerms t, PaymentEvent.Opened e) {
        return new PaymentOpenedV1(
                t.id().value(), t.orderId(), t.store().value(), t.method().name(), t.amount(), e.at());
    }

    private static PaymentAssuredV1 assured(PaymentTerms t, PaymentEvent.Assured e) {
        return new PaymentAssuredV1(
                t.id().value(), t.orderId(), t.store().value(), e.assurance().name(), t.amount(), e.at());
    }

    private AuditRecordedV1 begun(PaymentTerms t, PaymentEvent.BegunByStaff e) {
        AuditRecordedV1.Change next =
                new AuditRecordedV1.Change("/attempts", String.valueOf(e.attempt() - 1), String.valueOf(e.attempt()));
        return audit.entry(e.by(), PaymentAccess.PAY, t.id().value(), t.store(), List.of(next), null);
    }

    /** Who decided what; what they noted stays with the refund. */
    private AuditRecordedV1 decided(PaymentTerms t, PaymentEvent.RefundDecided e) {
        RefundTerms refund = e.refund();
        boolean granted = e.decision() == PaymentEvent.Decision.GRANTED;
        List<AuditRecordedV1.Change> changes = granted
                ? List.of(
                        new AuditRecordedV1.Change("/paymentId", null, t.id().value()),
                        new AuditRecordedV1.Change(
                                "/amount", null, refund.amount().toString()))
                : List.of(new AuditRecordedV1.Change("/state", "FAILED", "PENDING"));
        return audit.entry(
                e.by(),
                "refund:write",
                refund.id().value(),
                t.store(),
                changes,
                refund.reason().name());
    }

    private static RefundSucceededV1 succeeded(PaymentTerms t, PaymentEvent.Refunded e) {
        RefundTerms refund = e.refund();
        return new RefundSucceededV1(
                refund.id().value(),
                t.id().value(),
                t.orderId(),
                t.store().value(),
                refund.amount(),
                refund.goods(),
                e.at());
    }

    private static RefundFailedV1 refused(PaymentTerms t, PaymentEvent.RefundRefused e) {
        RefundTerms refund = e.refund();
        return new RefundFailedV1(
                refund.id().value(),
                t.id().value(),
                t.orderId(),
                t.store().value(),
                refund.amount(),
                e.reason(),
                e.at());
    }

    private static Outgoing fact(String type, Object body) {
        return Outgoing.to(Topics.PAYMENT, type, body);
    }
}
