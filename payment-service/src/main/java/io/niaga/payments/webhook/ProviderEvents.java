package io.niaga.payments.webhook;

import java.time.Instant;
import java.util.List;

/** What providers told, kept by their event ids. */
public interface ProviderEvents {
    /** Where an event stands: received and not applied, or done. */
    enum Progress {
        NEW,
        RECEIVED,
        APPLIED
    }

    /** Keeps the event unless it is known; says what was known before. Of two at once, one sees {@code NEW}. */
    Progress receive(ProviderEvent event, Instant at);

    void applied(String eventId, String outcome);

    /** Events received before that moment and never applied: their delivery was cut off. */
    List<ProviderEvent> unappliedSince(Instant before, int limit);
}
