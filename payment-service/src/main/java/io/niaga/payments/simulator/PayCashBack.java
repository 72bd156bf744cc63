package io.niaga.payments.simulator;

import io.niaga.payments.payment.PaymentTerms;
import io.niaga.payments.payment.RefundId;
import io.niaga.payments.webhook.ProviderEvent;
import io.niaga.types.Money;
import java.time.Duration;
import java.util.List;

/** Pays out what had been collected in cash: a transfer that takes its time and is told once it was made. */
public final class PayCashBack implements SandboxProvider.Payout {
    private final DeliverSandbox deliver;
    private final Duration delay;

    public PayCashBack(DeliverSandbox deliver, Duration delay) {
        this.deliver = deliver;
        this.delay = delay;
    }

    @Override
    public void owe(String key, PaymentTerms terms, Money amount) {
        RefundId refund = RefundId.of(key.split("/")[0]);
        ProviderEvent event = new ProviderEvent(
                "payout/" + key,
                ProviderEvent.Kind.REFUND_SUCCEEDED,
                new ProviderEvent.Subject(terms.id(), 0, refund),
                amount);
        deliver.owe(List.of(new DeliverSandbox.Owed(event, 1, delay)));
    }
}
