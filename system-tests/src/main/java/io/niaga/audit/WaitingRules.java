package io.niaga.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.bson.Document;

/** Work that is kept in a collection of its own: none waits much longer than it may. */
final class WaitingRules {
    private static final Set<String> OPEN_IMPORT = Set.of("RECEIVED", "VALIDATED", "RUNNING");
    private static final Duration LONGEST_IMPORT = Duration.ofHours(6);
    private final Duration grace;
    private final Clock clock;

    WaitingRules(Duration grace, Clock clock) {
        this.grace = grace;
        this.clock = clock;
    }

    void providerEvent(Document event, Findings found) {
        since(event, "openSince", grace, "a provider's event waits", found);
    }

    void outgoing(Document aggregate, Findings found) {
        Instant due = Fields.instant(aggregate, "outboxDue");
        int waiting = Fields.list(aggregate, "outbox").size();
        boolean late = due != null && due.plus(grace).isBefore(clock.instant());
        found.require(
                !late && (due != null || waiting == 0),
                Check.OUTBOX,
                waiting + " events wait" + (due == null ? " and nobody will look" : " since " + due),
                Fields.id(aggregate));
    }

    void restock(Document restock, Findings found) {
        if (Fields.text(restock, "state").equals("RESTOCKING")) {
            since(restock, "changedAt", grace, "a restock is half done", found);
        }
    }

    void importJob(Document job, Findings found) {
        if (OPEN_IMPORT.contains(Fields.text(job, "state.is"))) {
            since(job, "createdAt", LONGEST_IMPORT, "an import is " + Fields.text(job, "state.is"), found);
        }
    }

    void notification(Document notification, Findings found) {
        if (Fields.text(notification, "state").equals("QUEUED")) {
            // A letter is given up after three days.
            since(notification, "at", grace.plus(Duration.ofDays(3)), "a notification is QUEUED", found);
        }
    }

    private void since(Document of, String field, Duration longest, String what, Findings found) {
        Instant since = Fields.instant(of, field);
        boolean late = since != null && since.plus(longest).isBefore(clock.instant());
        found.require(!late, Check.DEADLINES, what + " since " + since, Fields.id(of));
    }
}
