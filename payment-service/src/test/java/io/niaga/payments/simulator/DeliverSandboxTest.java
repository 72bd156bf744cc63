package io.niaga.payments.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.payments.payment.PaymentId;
import io.niaga.payments.webhook.ProviderEvent;
import io.niaga.types.Money;
import io.niaga.types.TypeId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DeliverSandboxTest {
    private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");
    private static final ProviderEvent PAID = new ProviderEvent(
            "evt_1",
            ProviderEvent.Kind.PAID,
            new ProviderEvent.Subject(PaymentId.of(new TypeId("pay", new UUID(1, 1)).toString()), 1, null),
            Money.of("1000.00", "IDR"));
    private final Map<String, SandboxDelivery> kept = new LinkedHashMap<>();
    private final List<Runnable> background = new ArrayList<>();
    private final List<String> sent = new ArrayList<>();

    private DeliverSandbox at(Instant now) {
        return new DeliverSandbox(
                new Kept(),
                (event, body) -> sent.add(event),
                (event, at) -> "{}",
                Clock.fixed(now, ZoneOffset.UTC),
                background::add);
    }

    @Test
    void what_is_on_its_way_is_not_sent_a_second_time() {
        at(NOW).owe(List.of(new DeliverSandbox.Owed(PAID, 1, Duration.ZERO)));
        at(NOW).deliverDue();
        assertThat(sent).isEmpty();
        background.forEach(Runnable::run);
        assertThat(sent).containsExactly("evt_1");
        at(NOW.plusSeconds(10)).deliverDue();
        assertThat(sent).hasSize(1);
    }

    @Test
    void what_never_left_is_sent_by_who_comes_after() {
        at(NOW).owe(List.of(new DeliverSandbox.Owed(PAID, 2, Duration.ZERO)));
        at(NOW.plusSeconds(2)).deliverDue();
        assertThat(sent).containsExactly("evt_1", "evt_1");
        assertThat(kept).isEmpty();
    }

    @Test
    void what_is_to_be_late_waits_for_its_time() {
        at(NOW).owe(List.of(new DeliverSandbox.Owed(PAID, 1, Duration.ofSeconds(30))));
        assertThat(background).isEmpty();
        at(NOW.plusSeconds(29)).deliverDue();
        assertThat(sent).isEmpty();
        at(NOW.plusSeconds(30)).deliverDue();
        assertThat(sent).containsExactly("evt_1");
    }

    private final class Kept implements SandboxDeliveries {
        @Override
        public void owe(List<SandboxDelivery> deliveries) {
            deliveries.forEach(d -> kept.putIfAbsent(d.id(), d));
        }

        @Override
        public void delivered(String id) {
            kept.remove(id);
        }

        @Override
        public void retryAt(String id, Instant dueAt) {
            kept.computeIfPresent(id, (_, d) -> new SandboxDelivery(id, d.eventId(), d.body(), dueAt, d.tries() + 1));
        }

        @Override
        public List<SandboxDelivery> due(Instant now, int limit) {
            return kept.values().stream()
                    .filter(d -> !d.dueAt().isAfter(now))
                    .limit(limit)
                    .toList();
        }
    }
}
