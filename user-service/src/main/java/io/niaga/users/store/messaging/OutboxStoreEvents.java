package io.niaga.users.store.messaging;

import io.niaga.events.Topics;
import io.niaga.events.audit.AuditRecordedV1;
import io.niaga.events.users.MemberChangedV1;
import io.niaga.events.users.StoreStateV1;
import io.niaga.messaging.Outgoing;
import io.niaga.service.audit.AuditTrail;
import io.niaga.types.Role;
import io.niaga.users.store.Store;
import io.niaga.users.store.StoreChange;
import io.niaga.users.store.StoreSettings;
import java.time.Clock;
import java.util.List;
import java.util.Set;

/** What a store tells: its settings as they are, whose roles changed, and who changed it. */
public final class OutboxStoreEvents {
    private final AuditTrail audit;
    private final Clock clock;

    public OutboxStoreEvents(AuditTrail audit, Clock clock) {
        this.audit = audit;
        this.clock = clock;
    }

    public List<Outgoing> told(Store store, StoreChange change) {
        return switch (change) {
            case StoreChange.Settings settings -> settings(store, settings);
            case StoreChange.Member member -> member(store, member);
        };
    }

    private List<Outgoing> settings(Store store, StoreChange.Settings change) {
        StoreSettings s = store.settings();
        StoreStateV1 state = new StoreStateV1(
                store.id().value(),
                s.name(),
                s.currency().getCurrencyCode(),
                s.languages(),
                s.timeZone().getId(),
                s.countryCode(),
                s.taxIncluded(),
                Math.toIntExact(s.taxRate().basisPoints()),
                store.openedAt(),
                clock.instant());
        List<AuditRecordedV1.Change> changes = List.of(
                new AuditRecordedV1.Change("/name", null, s.name()),
                new AuditRecordedV1.Change("/taxRate", null, s.taxRate().toDecimal()),
                new AuditRecordedV1.Change("/timeZone", null, s.timeZone().getId()));
        AuditRecordedV1 entry =
                audit.entry(change.actor(), "store:write", store.id().value(), store.id(), changes, null);
        return List.of(
                Outgoing.to(Topics.USER, StoreStateV1.TYPE, state),
                Outgoing.to(Topics.AUDIT, AuditRecordedV1.TYPE, entry));
    }

    private List<Outgoing> member(Store store, StoreChange.Member change) {
        List<String> roles = names(change.after());
        MemberChangedV1 body =
                new MemberChangedV1(store.id().value(), change.person().value(), roles, clock.instant());
        List<AuditRecordedV1.Change> changes = List.of(new AuditRecordedV1.Change(
                "/members/" + change.person() + "/roles",
                String.join(",", names(change.before())),
                String.join(",", roles)));
        AuditRecordedV1 entry =
                audit.entry(change.actor(), "member:write", store.id().value(), store.id(), changes, null);
        return List.of(
                Outgoing.to(Topics.USER, MemberChangedV1.TYPE, body),
                Outgoing.to(Topics.AUDIT, AuditRecordedV1.TYPE, entry));
    }

    private static List<String> names(Set<Role> roles) {
        return roles.stream().map(Role::wireName).sorted().toList();
    }
}
