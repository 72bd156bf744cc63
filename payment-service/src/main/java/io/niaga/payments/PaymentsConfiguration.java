package io.niaga.payments;

import io.micrometer.core.instrument.MeterRegistry;
import io.niaga.messaging.Outboxes;
import io.niaga.messaging.Subscription;
import io.niaga.payments.ledger.Ledger;
import io.niaga.payments.ledger.ReadLedger;
import io.niaga.payments.ledger.messaging.LedgerWriter;
import io.niaga.payments.ledger.mongo.MongoLedger;
import io.niaga.payments.ledger.mongo.PostingMapping;
import io.niaga.payments.payment.CancelPayment;
import io.niaga.payments.payment.ChangePayment;
import io.niaga.payments.payment.CollectCash;
import io.niaga.payments.payment.ConfirmPayment;
import io.niaga.payments.payment.DecideRefunds;
import io.niaga.payments.payment.FinishPayments;
import io.niaga.payments.payment.NoProvider;
import io.niaga.payments.payment.OfferMethods;
import io.niaga.payments.payment.OpenPayment;
import io.niaga.payments.payment.PaymentAccess;
import io.niaga.payments.payment.PaymentMethod;
import io.niaga.payments.payment.Payments;
import io.niaga.payments.payment.Provider;
import io.niaga.payments.payment.RefundPayment;
import io.niaga.payments.payment.ResolveCharge;
import io.niaga.payments.payment.StoreCurrencies;
import io.niaga.payments.payment.messaging.OutboxPaymentEvents;
import io.niaga.payments.payment.messaging.ShipmentListener;
import io.niaga.payments.payment.messaging.StoreListener;
import io.niaga.payments.payment.mongo.MongoPayments;
import io.niaga.payments.payment.mongo.MongoStoreCurrencies;
import io.niaga.payments.simulator.DeliverSandbox;
import io.niaga.payments.simulator.PayCashBack;
import io.niaga.payments.simulator.PlaySandbox;
import io.niaga.payments.simulator.SandboxPages;
import io.niaga.payments.simulator.SandboxProvider;
import io.niaga.payments.simulator.ShowSandboxPage;
import io.niaga.payments.simulator.clients.HttpWebhookCall;
import io.niaga.payments.simulator.http.JsonSandboxBody;
import io.niaga.payments.simulator.mongo.MongoSandbox;
import io.niaga.payments.simulator.mongo.MongoSandboxRefunds;
import io.niaga.payments.webhook.ApplyProviderEvent;
import io.niaga.payments.webhook.ProviderEvents;
import io.niaga.payments.webhook.WebhookSignature;
import io.niaga.payments.webhook.mongo.MongoProviderEvents;
import io.niaga.service.audit.AuditTrail;
import io.niaga.service.trace.Trace;
import io.niaga.types.IdSource;
import io.niaga.types.Permissions;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class PaymentsConfiguration {
    private static final String SANDBOX = "niaga.sandbox.enabled";

    @Bean
    Payments payments(Outboxes outboxes, AuditTrail audit) {
        OutboxPaymentEvents told = new OutboxPaymentEvents(posted -> PostingMapping.of(posted.posting()), audit);
        return new MongoPayments(outboxes.collection("payments"), told);
    }

    @Bean
    Ledger ledger(MongoTemplate mongo) {
        return new MongoLedger(mongo);
    }

    @Bean
    LedgerWriter ledgerWriter(Ledger ledger) {
        return new LedgerWriter(ledger, PostingMapping::toPosting);
    }

    @Bean
    LedgerMeters ledgerMeters(Ledger ledger, MeterRegistry meters) {
        return new LedgerMeters(ledger, meters);
    }

    @Bean
    ReadLedger readLedger(Ledger ledger, Permissions permissions) {
        return new ReadLedger(ledger, permissions);
    }

    @Bean
    Set<PaymentMethod> offeredMethods(PaymentsProperties settings, Provider provider) {
        boolean none = provider instanceof NoProvider;
        return none && settings.methods().contains(PaymentMethod.COD)
                ? Set.of(PaymentMethod.COD)
                : none ? Set.of() : settings.methods();
    }

    @Bean
    ChangePayment changePayment(Payments payments) {
        return new ChangePayment(payments);
    }

    @Bean
    PaymentAccess paymentAccess(Permissions permissions) {
        return new PaymentAccess(permissions);
    }

    @Bean
    OpenPayment openPayment(
            Payments payments, ChangePayment change, Provider provider, Set<PaymentMethod> offered, Clock clock) {
        return new OpenPayment(payments, change, provider, offered, clock);
    }

    @Bean
    ResolveCharge resolveCharge(ChangePayment change, Provider provider, Clock clock) {
        return new ResolveCharge(change, provider, clock);
    }

    @Bean
    ConfirmPayment confirmPayment(
            Payments payments, PaymentAccess access, ResolveCharge resolve, Provider provider, Clock clock) {
        return new ConfirmPayment(payments, access, resolve, provider, clock);
    }

    @Bean
    CancelPayment cancelPayment(Payments payments, ChangePayment change, ResolveCharge resolve, Clock clock) {
        return new CancelPayment(payments, change, resolve, clock);
    }

    @Bean
    RefundPayment refundPayment(ChangePayment change, Provider provider, PaymentsProperties settings, Clock clock) {
        return new RefundPayment(change, provider, settings.refunds().retries(), settings.patience(), clock);
    }

    @Bean
    FinishPayments finishPayments(
            Payments payments, ResolveCharge resolve, RefundPayment refund, PaymentsProperties settings, Clock clock) {
        return new FinishPayments(payments, resolve, refund, settings.patience(), clock);
    }

    @Bean
    Subscription shipments(Payments payments, ChangePayment change, Clock clock) {
        return new ShipmentListener(new CollectCash(payments, change, clock)).subscription();
    }

    @Bean
    StoreCurrencies storeCurrencies(MongoTemplate mongo) {
        return new MongoStoreCurrencies(mongo);
    }

    @Bean
    Subscription stores(StoreCurrencies currencies) {
        return new StoreListener(currencies).subscription();
    }

    @Bean
    OfferMethods offerMethods(Set<PaymentMethod> offered, StoreCurrencies currencies) {
        return new OfferMethods(offered, currencies);
    }

    @Bean
    ProviderEvents providerEvents(MongoTemplate mongo) {
        return new MongoProviderEvents(mongo);
    }

    @Bean
    ApplyProviderEvent applyProviderEvent(
            ProviderEvents events, ChangePayment change, PaymentsProperties settings, Clock clock) {
        return new ApplyProviderEvent(events, change, settings.refunds().retries(), clock);
    }

    @Bean
    WebhookSignature webhookSignature(PaymentsProperties settings) {
        List<String> secrets = settings.sandbox().webhookSecrets();
        // Without a secret nobody can sign, so every call is refused.
        return new WebhookSignature(
                secrets.isEmpty()
                        ? List.of(new SecureRandom().generateSeed(32))
                        : secrets.stream()
                                .map(s -> s.getBytes(StandardCharsets.UTF_8))
                                .toList());
    }

    @Bean
    PaymentsSchedule paymentsSchedule(
            FinishPayments finish, ApplyProviderEvent apply, MeterRegistry meters, Payments payments) {
        return new PaymentsSchedule(finish, apply, new RefundMeters(meters, payments));
    }

    @Bean
    DecideRefunds decideRefunds(Payments payments, RefundPayment refund, Permissions permissions) {
        return new DecideRefunds(payments, refund, permissions);
    }

    @Bean
    @ConditionalOnBooleanProperty(SANDBOX)
    MongoSandbox sandboxMemory(MongoTemplate mongo) {
        return new MongoSandbox(mongo);
    }

    @Bean
    @ConditionalOnBooleanProperty(SANDBOX)
    MongoSandboxRefunds sandboxRefunds(MongoTemplate mongo) {
        return new MongoSandboxRefunds(mongo);
    }

    @Bean
    @ConditionalOnBooleanProperty(SANDBOX)
    SandboxPages sandboxPages(PaymentsProperties settings) {
        PaymentsProperties.Sandbox sandbox = settings.sandbox();
        byte[] secret = sandbox.webhookSecrets().getFirst().getBytes(StandardCharsets.UTF_8);
        return new SandboxPages(sandbox.pageBaseUrl(), secret);
    }

    @Bean
    @ConditionalOnBooleanProperty(SANDBOX)
    Provider sandboxProvider(
            MongoSandbox memory,
            MongoSandboxRefunds refunds,
            SandboxPages pages,
            DeliverSandbox deliver,
            PaymentsProperties settings) {
        var payout = new PayCashBack(deliver, settings.sandbox().payoutDelay());
        return new SandboxProvider(memory, refunds, pages, payout);
    }

    @Bean
    @ConditionalOnBooleanProperty(name = SANDBOX, havingValue = false, matchIfMissing = true)
    Provider noProvider() {
        return new NoProvider();
    }

    @Bean
    @ConditionalOnBooleanProperty(SANDBOX)
    DeliverSandbox deliverSandbox(
            MongoSandbox memory,
            PaymentsProperties settings,
            WebhookSignature signature,
            JsonMapper json,
            Clock clock) {
        var endpoint = URI.create(settings.sandbox().webhookBaseUrl() + "/v1/payment-webhooks/sandbox");
        var call = new HttpWebhookCall(endpoint, signature, clock);
        return new DeliverSandbox(
                memory,
                call,
                new JsonSandboxBody(json),
                clock,
                // The webhook belongs to the trace of the payment that it is about.
                task -> Thread.startVirtualThread(Trace.carried(task)));
    }

    @Bean
    @ConditionalOnBooleanProperty(SANDBOX)
    SandboxSchedule sandboxSchedule(DeliverSandbox deliver) {
        return new SandboxSchedule(deliver);
    }

    @Bean
    @ConditionalOnBooleanProperty(SANDBOX)
    PlaySandbox playSandbox(
            Payments payments,
            PaymentAccess access,
            DeliverSandbox deliver,
            PlaySandbox.SandboxMemory memory,
            IdSource ids) {
        return new PlaySandbox(payments, access, deliver, memory, ids);
    }

    @Bean
    @ConditionalOnBooleanProperty(SANDBOX)
    PlaySandbox.SandboxMemory sandboxRemembers(MongoSandbox charges, MongoSandboxRefunds refunds) {
        return new PlaySandbox.SandboxMemory(charges, refunds);
    }

    @Bean
    @ConditionalOnBooleanProperty(SANDBOX)
    ShowSandboxPage showSandboxPage(
            Payments payments, SandboxPages pages, MongoSandbox charges, DeliverSandbox deliver) {
        return new ShowSandboxPage(payments, pages, charges, deliver);
    }
}
