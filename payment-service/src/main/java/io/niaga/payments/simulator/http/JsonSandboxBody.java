package io.niaga.payments.simulator.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.niaga.payments.payment.RefundId;
import io.niaga.payments.simulator.SandboxBody;
import io.niaga.payments.webhook.ProviderEvent;
import io.niaga.types.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The sandbox's events as JSON: {@code {id, type, createdAt, detail: {reference, amount, attempt, refund}}}. */
public final class JsonSandboxBody implements SandboxBody {
    private final JsonMapper json;

    public JsonSandboxBody(JsonMapper json) {
        this.json = json;
    }

    record EventJson(String id, String type, Instant createdAt, DetailJson detail) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DetailJson(
            String reference,
            Money amount,
            @Nullable Integer attempt,
            @Nullable String refund) {}

    @Override
    public String write(ProviderEvent event, Instant at) {
        ProviderEvent.Subject about = event.about();
        RefundId refund = about.refund();
        DetailJson detail = new DetailJson(
                about.payment().value(),
                event.amount(),
                about.attempt() == 0 ? null : about.attempt(),
                refund == null ? null : refund.value());
        return json.writeValueAsString(new EventJson(event.id(), type(event.kind()), at, detail));
    }

    private static String type(ProviderEvent.Kind kind) {
        return switch (kind) {
            case PAID -> "payment.paid";
            case DENIED -> "payment.denied";
            case EXPIRED -> "payment.expired";
            case REFUND_SUCCEEDED -> "refund.succeeded";
            case REFUND_FAILED -> "refund.failed";
        };
    }
}
