package io.niaga.payments.webhook.http;

import io.niaga.payments.payment.PaymentId;
import io.niaga.payments.payment.RefundId;
import io.niaga.payments.webhook.ApplyProviderEvent;
import io.niaga.payments.webhook.ProviderEvent;
import io.niaga.payments.webhook.WebhookProblem;
import io.niaga.payments.webhook.WebhookSignature;
import io.niaga.types.CommonProblem;
import io.niaga.types.Money;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Where the sandbox provider calls us, signed as Standard Webhooks says. The signature is checked over the raw bytes. */
@RestController
class WebhookController {
    private final WebhookSignature signature;
    private final ApplyProviderEvent apply;
    private final JsonMapper json;
    private final Clock clock;

    WebhookController(WebhookSignature signature, ApplyProviderEvent apply, JsonMapper json, Clock clock) {
        this.signature = signature;
        this.apply = apply;
        this.json = json;
        this.clock = clock;
    }

    record ProviderEventJson(
            String id,

            @Schema(
                    allowableValues = {
                        "payment.paid",
                        "payment.denied",
                        "payment.expired",
                        "refund.succeeded",
                        "refund.failed"
                    })
            String type,

            String createdAt,
            EventDetailJson detail) {}

    /** {@code attempt}: which attempt it is about; {@code refund}: which refund, in facts about refunds. */
    record EventDetailJson(
            String reference,
            Money amount,
            @Nullable Integer attempt,
            @Nullable String refund) {
        ProviderEvent.Subject subject() {
            return new ProviderEvent.Subject(
                    PaymentId.of(reference),
                    attempt == null ? 0 : attempt,
                    refund == null ? null : RefundId.of(refund));
        }
    }

    @Operation(
            summary = "Take a fact from the sandbox payment provider",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = ProviderEventJson.class))))
    @Parameter(name = "webhook-id", in = ParameterIn.HEADER, required = true, schema = @Schema(type = "string"))
    @Parameter(name = "webhook-timestamp", in = ParameterIn.HEADER, required = true, schema = @Schema(type = "string"))
    @Parameter(name = "webhook-signature", in = ParameterIn.HEADER, required = true, schema = @Schema(type = "string"))
    @PostMapping("/v1/payment-webhooks/sandbox")
    Map<String, Boolean> receiveSandboxWebhook(@RequestHeader HttpHeaders headers, @RequestBody byte[] body) {
        String id = header(headers, "webhook-id");
        boolean valid = signature.isValid(
                id, header(headers, "webhook-timestamp"), header(headers, "webhook-signature"), body, clock.instant());
        if (!valid) {
            throw WebhookProblem.WEBHOOK_SIGNATURE_INVALID.now();
        }
        apply.receive(event(id, body));
        return Map.of("received", true);
    }

    private ProviderEvent event(String id, byte[] body) {
        try {
            ProviderEventJson event = json.readValue(body, ProviderEventJson.class);
            return new ProviderEvent(
                    id,
                    kind(event.type()),
                    event.detail().subject(),
                    event.detail().amount());
        } catch (JacksonException | IllegalArgumentException malformed) {
            throw CommonProblem.MALFORMED_REQUEST.with("reason", "it is not an event of this provider");
        }
    }

    private static ProviderEvent.Kind kind(String type) {
        return switch (type) {
            case "payment.paid" -> ProviderEvent.Kind.PAID;
            case "payment.denied" -> ProviderEvent.Kind.DENIED;
            case "payment.expired" -> ProviderEvent.Kind.EXPIRED;
            case "refund.succeeded" -> ProviderEvent.Kind.REFUND_SUCCEEDED;
            case "refund.failed" -> ProviderEvent.Kind.REFUND_FAILED;
            default -> throw CommonProblem.MALFORMED_REQUEST.with("reason", "its type is unknown");
        };
    }

    private static String header(HttpHeaders headers, String name) {
        String value = headers.getFirst(name);
        return value == null ? "" : value;
    }
}
