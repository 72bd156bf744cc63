package io.niaga.payments.payment.mongo;

import static io.niaga.payments.payment.mongo.PaymentMapping.instant;

import io.niaga.payments.payment.Refund;
import io.niaga.payments.payment.RefundId;
import io.niaga.payments.payment.RefundReason;
import io.niaga.payments.payment.RefundState;
import io.niaga.payments.payment.RefundState.Failed;
import io.niaga.payments.payment.RefundState.Pending;
import io.niaga.payments.payment.RefundState.Retried;
import io.niaga.payments.payment.RefundState.Succeeded;
import io.niaga.payments.payment.RefundState.Voided;
import io.niaga.payments.payment.RefundTerms;
import io.niaga.types.Money;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** A refund inside its payment's document. The first ones had neither an attempt nor a moment to be asked about. */
final class RefundMapping {
    private RefundMapping() {}

    static Document of(Refund refund) {
        RefundTerms terms = refund.terms();
        Document document = new Document("id", terms.id().value())
                .append("amount", terms.amount().minorUnits())
                .append("reason", terms.reason().name())
                .append("state", refund.state().label())
                .append("requestedAt", Date.from(terms.requestedAt()));
        Money goods = terms.goods();
        PaymentMapping.put(document, "goods", goods == null ? null : goods.minorUnits());
        PaymentMapping.put(document, "note", terms.note());
        return switch (refund.state()) {
            case Pending pending -> attempt(document, pending.attempt(), pending.askAt(), null);
            case Retried retried -> attempt(document, retried.attempt(), retried.dueAt(), retried.failure());
            case Failed failed -> attempt(document, failed.attempt(), null, failed.failure());
            case Succeeded _, Voided _ -> document;
        };
    }

    private static Document attempt(Document document, int attempt, @Nullable Instant dueAt, @Nullable String failure) {
        document.append("attempt", attempt);
        PaymentMapping.put(document, "dueAt", dueAt == null ? null : Date.from(dueAt));
        PaymentMapping.put(document, "failure", failure);
        return document;
    }

    static Refund toRefund(Document document, String currency) {
        Long goods = document.getLong("goods");
        RefundTerms terms = new RefundTerms(
                RefundId.of(document.getString("id")),
                Money.ofMinor(document.getLong("amount"), currency),
                goods == null ? null : Money.ofMinor(goods, currency),
                RefundReason.valueOf(document.getString("reason")),
                document.getString("note"),
                instant(document, "requestedAt"));
        return new Refund(terms, state(document, terms.requestedAt()));
    }

    private static RefundState state(Document document, Instant requestedAt) {
        int attempt = document.getInteger("attempt", 1);
        Date due = document.getDate("dueAt");
        Instant dueAt = due == null ? requestedAt : due.toInstant();
        String failure = document.get("failure", "REFUSED");
        String name = document.getString("state");
        return switch (name) {
            case "PENDING" -> new Pending(attempt, dueAt);
            case "RETRIED" -> new Retried(attempt, dueAt, failure);
            case "FAILED" -> new Failed(attempt, failure);
            case "SUCCEEDED" -> new Succeeded();
            case "VOIDED" -> new Voided();
            default -> throw new IllegalStateException("a refund in the unknown state " + name);
        };
    }
}
