package io.niaga.payments.payment.mongo;

import static io.niaga.payments.payment.mongo.PaymentMapping.instant;

import io.niaga.payments.payment.Instruction;
import io.niaga.payments.payment.PaymentState;
import java.util.Date;
import org.bson.Document;

/** A payment's state as a document: its name and what is true in it. */
final class StateMapping {
    private static final String ATTEMPT = "attempt";
    private static final String URL = "url";

    private StateMapping() {}

    static Document of(PaymentState state) {
        return switch (state) {
            case PaymentState.RequiresAction _ -> named("REQUIRES_ACTION");
            case PaymentState.Charging charging ->
                named("CHARGING").append(ATTEMPT, charging.attempt()).append("since", Date.from(charging.since()));
            case PaymentState.Challenged challenged ->
                named("CHALLENGED")
                        .append(ATTEMPT, challenged.attempt())
                        .append(URL, challenged.url())
                        .append("since", Date.from(challenged.since()));
            case PaymentState.Pending pending -> pending(pending.instruction());
            case PaymentState.Failed failed -> named("FAILED").append("reason", failed.reason());
            case PaymentState.Expired _ -> named("EXPIRED");
            case PaymentState.ToCollect _ -> named("TO_COLLECT");
            case PaymentState.Captured captured ->
                named("CAPTURED").append("at", Date.from(captured.at())).append(ATTEMPT, captured.attempt());
            case PaymentState.Cancelled _ -> named("CANCELLED");
            case PaymentState.LatePaid late ->
                named("LATE_PAID").append("at", Date.from(late.at())).append(ATTEMPT, late.attempt());
        };
    }

    private static Document pending(Instruction instruction) {
        Document document = named("PENDING");
        return switch (instruction) {
            case Instruction.VirtualAccount account ->
                document.append("bank", account.bank()).append("number", account.number());
            case Instruction.QrCode code -> document.append("qr", code.text());
            case Instruction.Redirect redirect -> document.append(URL, redirect.url());
        };
    }

    private static Document named(String name) {
        return new Document("name", name);
    }

    static PaymentState toState(Document document) {
        String name = document.getString("name");
        int attempt = document.getInteger(ATTEMPT, 0);
        return switch (name) {
            case "REQUIRES_ACTION" -> new PaymentState.RequiresAction();
            case "CHARGING" -> new PaymentState.Charging(attempt, instant(document, "since"));
            case "CHALLENGED" ->
                new PaymentState.Challenged(attempt, document.getString(URL), instant(document, "since"));
            case "PENDING" -> new PaymentState.Pending(instruction(document));
            case "FAILED" -> new PaymentState.Failed(document.getString("reason"));
            case "EXPIRED" -> new PaymentState.Expired();
            case "TO_COLLECT" -> new PaymentState.ToCollect();
            case "CAPTURED" -> new PaymentState.Captured(instant(document, "at"), attempt);
            case "CANCELLED" -> new PaymentState.Cancelled();
            case "LATE_PAID" -> new PaymentState.LatePaid(instant(document, "at"), attempt);
            default -> throw new IllegalStateException("a payment in the unknown state " + name);
        };
    }

    private static Instruction instruction(Document document) {
        String text = document.getString("qr");
        String url = document.getString(URL);
        if (text != null) {
            return new Instruction.QrCode(text);
        }
        return url == null
                ? new Instruction.VirtualAccount(document.getString("bank"), document.getString("number"))
                : new Instruction.Redirect(url);
    }
}
