package io.niaga.payments.simulator.http;

import io.niaga.payments.payment.PaymentId;
import io.niaga.payments.payment.RefundId;
import io.niaga.payments.simulator.PlaySandbox;
import io.niaga.payments.simulator.SandboxRefunds;
import io.niaga.payments.webhook.ProviderEvent.Kind;
import io.niaga.service.identity.GuestTokens;
import io.niaga.service.openapi.Contract;
import io.niaga.types.Actor;
import io.niaga.types.CommonProblem;
import io.niaga.types.Money;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
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

    /** A fact that the provider shall tell; {@code amount} only to play a provider that is wrong. */
    record SandboxEventJson(
            Kind type,
            @Nullable @Min(1) @Max(20) Integer repeat,
            @Nullable @Min(0) @Max(600_000) Long delayMs,
            @Nullable Money amount,
            @Nullable String refundId) {
        SandboxEventJson {
            if (refundId != null) {
                RefundId.of(refundId);
            }
        }

        PlaySandbox.Play play() {
            if (amount != null && !amount.isPositive()) {
                throw CommonProblem.INVALID_REQUEST.now().at("/amount", "NOT_POSITIVE", "An amount is above nothing.");
            }
            if (type.isAboutRefund() != (refundId != null)) {
                throw CommonProblem.INVALID_REQUEST
                        .now()
                        .at("/refundId", "MISPLACED", "A fact about a refund names it, and no other does.");
            }
            return new PlaySandbox.Play(
                    type,
                    repeat == null ? 1 : repeat,
                    Duration.ofMillis(delayMs == null ? 0 : delayMs),
                    amount,
                    refundId == null ? null : RefundId.of(refundId));
        }
    }

    /** One fact, or {@code events}: several, told in this order, or in the order of their delays. */
    record SandboxPlayJson(
            @Nullable Kind type,
            @Nullable @Min(1) @Max(20) Integer repeat,
            @Nullable @Min(0) @Max(600_000) Long delayMs,
            @Nullable Money amount,
            @Nullable String refundId,
            @Nullable @Size(min = 1, max = 20) List<@Valid SandboxEventJson> events) {
        SandboxPlayJson {
            if (refundId != null) {
                RefundId.of(refundId);
            }
        }

        List<PlaySandbox.Play> plays() {
            if ((type == null) == (events == null)) {
                throw CommonProblem.INVALID_REQUEST.now().at("/type", "REQUIRED", "Either a type or events is given.");
            }
            List<SandboxEventJson> all = events == null
                    ? List.of(new SandboxEventJson(Objects.requireNonNull(type), repeat, delayMs, amount, refundId))
                    : events;
            return all.stream().map(SandboxEventJson::play).toList();
        }
    }

    @Operation(summary = "Let the sandbox provider say something about a payment")
    @PostMapping("/v1/sandbox/payments/{id}/events")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Contract(guests = GuestTokens.ORDER)
    Map<String, Boolean> reportSandboxPaymentEvents(
            Actor actor, @PathVariable PaymentId id, @Valid @RequestBody SandboxPlayJson body) {
        play.play(actor, id, body.plays());
        return Map.of("accepted", true);
    }

    /** How the provider answers refunds. */
    record SandboxRefundAnswerJson(SandboxRefunds.Answer answer) {}

    @Operation(summary = "Let the sandbox provider send, refuse, delay or lose the refunds of a payment")
    @PutMapping("/v1/sandbox/payments/{id}/refund-answer")
    @Contract(guests = GuestTokens.ORDER)
    SandboxRefundAnswerJson putSandboxRefundAnswer(
            Actor actor, @PathVariable PaymentId id, @Valid @RequestBody SandboxRefundAnswerJson body) {
        play.answerRefunds(actor, id, body.answer());
        return body;
    }
}
