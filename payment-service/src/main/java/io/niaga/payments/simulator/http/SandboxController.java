package io.niaga.payments.simulator.http;

import io.niaga.payments.payment.PaymentId;
import io.niaga.payments.simulator.PlaySandbox;
import io.niaga.payments.webhook.ProviderEvent;
import io.niaga.types.Actor;
import io.niaga.types.Money;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@ConditionalOnBooleanProperty("niaga.sandbox.enabled")
class SandboxController {
    private final PlaySandbox play;

    SandboxController(PlaySandbox play) {
        this.play = play;
    }

    /** What the provider shall say; {@code amount} only to play a provider that is wrong. */
    record PlayJson(
            ProviderEvent.Kind type,
            @Nullable @Min(1) @Max(20) Integer repeat,
            @Nullable @Min(0) @Max(600_000) Long delayMs,
            @Nullable Money amount) {}

    @Operation(summary = "Let the sandbox provider say something about a payment")
    @PostMapping("/v1/sandbox/payments/{id}/events")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Map<String, Boolean> play(Actor actor, @PathVariable PaymentId id, @Valid @RequestBody PlayJson body) {
        play.play(
                actor,
                id,
                new PlaySandbox.Play(
                        body.type(),
                        body.repeat() == null ? 1 : body.repeat(),
                        Duration.ofMillis(body.delayMs() == null ? 0 : body.delayMs()),
                        body.amount()));
        return Map.of("accepted", true);
    }
}
