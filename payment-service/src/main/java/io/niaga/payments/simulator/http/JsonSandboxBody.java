package io.niaga.payments.simulator.http;

import io.niaga.payments.simulator.SandboxBody;
import io.niaga.payments.webhook.ProviderEvent;
import io.niaga.types.Money;
import java.time.Instant;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;

/** The sandbox's events as JSON: {@code {id, type, createdAt, detail: {reference, amount}}}. */
public final class JsonSandboxBody implements SandboxBody {
    private final JsonMapper json;

    public JsonSandboxBody(JsonMapper json) {
        this.json = json;
    }

    record EventJson(String id, String type, Instant createdAt, DetailJson detail) {}

    record DetailJson(String reference, Money amount) {}

    @Override
    public String write(ProviderEvent event, Instant at) {
        return json.writeValueAsString(new EventJson(
                event.id(),
                "payment." + event.kind().name().toLowerCase(Locale.ROOT),
                at,
                new DetailJson(event.payment().value(), event.amount())));
    }
}
