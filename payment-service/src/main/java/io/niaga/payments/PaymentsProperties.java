package io.niaga.payments;

import io.niaga.payments.payment.PaymentMethod;
import io.niaga.payments.payment.RefundRetries;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Every knob of payments.
 *
 * @param methods what is offered; methods other than COD need a provider
 * @param patience how long an attempt or a refund may go without an answer before the provider is asked
 */
@Validated
@ConfigurationProperties("niaga.payment")
public record PaymentsProperties(
        @NotEmpty Set<PaymentMethod> methods,
        @DefaultValue("10s") Duration patience,
        @DefaultValue @Valid Refunds refunds,
        @Valid Sandbox sandbox) {
    public PaymentsProperties {
        methods = Set.copyOf(methods);
    }

    /**
     * Refunds that the provider refuses.
     *
     * @param attempts how often a refund is tried by itself before a person decides, 1 to 20
     * @param pause before the second attempt; doubled before each further one
     */
    public record Refunds(
            @DefaultValue("5") @Min(1) @Max(20) int attempts,
            @DefaultValue("30s") Duration pause) {
        RefundRetries retries() {
            return new RefundRetries(attempts, pause);
        }
    }

    /**
     * The sandbox provider.
     *
     * @param webhookSecrets what its calls are signed with; the first signs, all verify; required when it is enabled
     * @param webhookBaseUrl through which door it calls us
     * @param pageBaseUrl through which door a customer's browser opens its pages
     * @param payoutDelay how long it takes to pay cash back
     */
    public record Sandbox(
            @DefaultValue({}) List<String> webhookSecrets,
            @DefaultValue("http://127.0.0.1:8080") URI webhookBaseUrl,
            @DefaultValue("http://127.0.0.1:8080") URI pageBaseUrl,
            @DefaultValue("2s") Duration payoutDelay) {
        public Sandbox {
            webhookSecrets = List.copyOf(webhookSecrets);
        }
    }
}
