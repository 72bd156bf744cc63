package io.niaga.payments.simulator;

import io.niaga.payments.webhook.ProviderEvent;
import java.time.Instant;

/** How the sandbox writes down what it tells. */
@FunctionalInterface
public interface SandboxBody {
    String write(ProviderEvent event, Instant at);
}
