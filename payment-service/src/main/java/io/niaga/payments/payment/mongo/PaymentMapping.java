package io.niaga.payments.payment.mongo;

import io.niaga.payments.payment.Payment;
import io.niaga.payments.payment.PaymentId;
import io.niaga.payments.payment.PaymentMethod;
import io.niaga.payments.payment.PaymentProgress;
import io.niaga.payments.payment.PaymentState;
import io.niaga.payments.payment.PaymentTerms;
import io.niaga.payments.payment.Refund;
import io.niaga.types.Money;
import io.niaga.types.Revision;
import io.niaga.types.StoreId;
import io.niaga.types.UserId;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** A payment as a document. Amounts are whole minor units beside one currency. */
final class PaymentMapping {
    /** From when on an attempt or a refund is looked at; absent when there is none. Written under its first name. */
    static final String DUE = "unresolvedSince";

    private static final int SCHEMA = 1;

    private PaymentMapping() {}

    static Document of(Payment payment) {
        PaymentTerms terms = payment.terms();
        Document document = new Document("_id", terms.id().value())
                .append("schemaVersion", SCHEMA)
                .append("orderId", terms.orderId())
                .append("orderNumber", terms.orderNumber())
                .append("storeId", terms.store().value())
                .append("method", terms.method().name())
                .append("currency", terms.amount().currency().getCurrencyCode())
                .append("amount", terms.amount().minorUnits())
                .append("openedAt", Date.from(terms.openedAt()));
        put(
                document,
                "customerId",
                terms.customer() == null ? null : terms.customer().value());
        put(document, "payBy", terms.payBy() == null ? null : Date.from(terms.payBy()));
        document.putAll(changing(payment));
        due(payment).ifPresent(at -> document.append(DUE, Date.from(at)));
        return document;
    }

    static Document changes(Payment payment) {
        Document set = changing(payment);
        Document changes = new Document("$set", set);
        due(payment)
                .ifPresentOrElse(
                        at -> set.append(DUE, Date.from(at)), () -> changes.append("$unset", new Document(DUE, "")));
        return changes;
    }

    private static Document changing(Payment payment) {
        return new Document("state", StateMapping.of(payment.state()))
                .append("fence", payment.fence())
                .append("attempts", payment.attempts())
                .append(
                        "refunds",
                        payment.refunds().stream().map(RefundMapping::of).toList());
    }

    private static Optional<Instant> due(Payment payment) {
        Stream<Instant> charging =
                payment.state() instanceof PaymentState.Charging c ? Stream.of(c.since()) : Stream.empty();
        Stream<Instant> refunding =
                payment.refunds().stream().map(Refund::dueAt).flatMap(Optional::stream);
        return Stream.concat(charging, refunding).min(Instant::compareTo);
    }

    static void put(Document document, String field, @Nullable Object value) {
        if (value != null) {
            document.append(field, value);
        }
    }

    static Payment toPayment(Document document, Revision revision) {
        String currency = document.getString("currency");
        PaymentTerms terms = terms(document, Money.ofMinor(document.getLong("amount"), currency));
        List<Refund> refunds = document.getList("refunds", Document.class).stream()
                .map(r -> RefundMapping.toRefund(r, currency))
                .toList();
        PaymentState state = StateMapping.toState(document.get("state", Document.class));
        return Payment.restore(
                terms,
                new PaymentProgress(state, document.getLong("fence"), document.getInteger("attempts"), refunds),
                revision);
    }

    private static PaymentTerms terms(Document document, Money amount) {
        String customer = document.getString("customerId");
        Date payBy = document.getDate("payBy");
        return new PaymentTerms(
                PaymentId.of(document.getString("_id")),
                document.getString("orderId"),
                document.getString("orderNumber"),
                StoreId.of(document.getString("storeId")),
                customer == null ? null : UserId.of(customer),
                PaymentMethod.valueOf(document.getString("method")),
                amount,
                payBy == null ? null : payBy.toInstant(),
                instant(document, "openedAt"));
    }

    static Instant instant(Document document, String field) {
        return Objects.requireNonNull(document.getDate(field), field).toInstant();
    }
}
