package io.niaga.payments.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.payments.webhook.ApplyProviderEvent;
import io.niaga.payments.webhook.ProviderEvent;
import io.niaga.payments.webhook.ProviderEvents;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SweepTest {
    private final Desk desk = new Desk();

    @Test
    void an_event_that_cannot_be_applied_does_not_hold_up_those_after_it() {
        desk.open(PaymentMethod.CARD);
        Left left = new Left();
        new ApplyProviderEvent(
                        left,
                        new ChangePayment(desk),
                        new RefundRetries(2, Duration.ofSeconds(30)),
                        Clock.fixed(Samples.NOW, ZoneOffset.UTC))
                .sweep();

        assertThat(left.applied).containsExactly("second");
        assertThat(desk.payment().state()).isInstanceOf(PaymentState.Captured.class);
    }

    /** Two events, of which the first is refused whenever it is touched. */
    private static final class Left implements ProviderEvents {
        private final List<String> applied = new ArrayList<>();

        @Override
        public Progress receive(ProviderEvent event, Instant at) {
            throw new UnsupportedOperationException("a sweep receives nothing");
        }

        @Override
        public void applied(String eventId, String outcome) {
            if (eventId.equals("first")) {
                throw new IllegalStateException("not this one");
            }
            applied.add(eventId);
        }

        @Override
        public List<ProviderEvent> unappliedSince(Instant before, int limit) {
            return List.of(paid("first"), paid("second"));
        }

        private static ProviderEvent paid(String id) {
            ProviderEvent.Subject about = new ProviderEvent.Subject(Samples.ID, 1, null);
            return new ProviderEvent(id, ProviderEvent.Kind.PAID, about, Samples.PRICE);
        }
    }
}
