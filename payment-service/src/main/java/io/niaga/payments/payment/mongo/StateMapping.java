package io.niaga.payments.payment.mongo;

import static io.niaga.payments.payment.mongo.PaymentMapping.instant;

import io.niaga.payments.payment.PaymentState;
import io.niaga.payments.payment.VirtualAccount;
import java.util.Date;
import org.bson.Document;

/** A payment's state as a document: its name and what is true in it. */
final class StateMapping {
    private StateMapping() {}

    static Document of(PaymentState state) {
        return switch (state) {
            case PaymentState.RequiresAction _ -> named("REQUIRES_ACTION");
            case PaymentState.Charging charging ->
                named("CHARGING").append("attempt", charging.attempt()).append("since", Date.from(charging.since()));
            case PaymentState.Pending pending ->
                named("PENDING")
                        .append("bank", pending.account().bank())
                        .append("number", pending.account().number());
            case PaymentState.Failed failed -> named("FAILED").append("reason", failed.reason());
            case PaymentState.Expired _ -> named("EXPIRED");
            case PaymentState.ToCollect _ -> named("TO_COLLECT");
            case PaymentState.Captured captured -> named("CAPTURED").append("at", Date.from(captured.at()));
            case PaymentState.Cancelled _ -> named("CANCELLED");
            case PaymentState.LatePaid late -> named("LATE_PAID").append("at", Date.from(late.at()));
        };
    }

    private static Document named(String name) {
        return new Document("name", name);
    }

    static PaymentState toState(Document document) {
        String name = document.getString("name");
        return switch (name) {
            case "REQUIRES_ACTION" -> new PaymentState.RequiresAction();
            case "CHARGING" -> new PaymentState.Charging(document.getInteger("attempt"), instant(document, "since"));
            case "PENDING" ->
                new PaymentState.Pending(new VirtualAccount(document.getString("bank"), document.getString("number")));
            case "FAILED" -> new PaymentState.Failed(document.getString("reason"));
            case "EXPIRED" -> new PaymentState.Expired();
            case "TO_COLLECT" -> new PaymentState.ToCollect();
            case "CAPTURED" -> new PaymentState.Captured(instant(document, "at"));
            case "CANCELLED" -> new PaymentState.Cancelled();
            case "LATE_PAID" -> new PaymentState.LatePaid(instant(document, "at"));
            default -> throw new IllegalStateException("a payment in the unknown state " + name);
        };
    }
}
