package io.niaga.users.partner.messaging;

import io.niaga.events.Topics;
import io.niaga.events.audit.AuditRecordedV1;
import io.niaga.events.audit.AuditRecordedV1.Change;
import io.niaga.messaging.Outgoing;
import io.niaga.service.audit.AuditTrail;
import io.niaga.types.StoreId;
import io.niaga.users.partner.ApiClient;
import io.niaga.users.partner.ApiClientAccess;
import io.niaga.users.partner.ApiClientFact;
import io.niaga.users.partner.PartnerScope;
import java.util.List;
import java.util.stream.Collectors;

/** Who gave a program to whom, changed its secret or ended it: an audit entry for each of its stores. */
public final class OutboxApiClientEvents {
    private final AuditTrail audit;

    public OutboxApiClientEvents(AuditTrail audit) {
        this.audit = audit;
    }

    public List<Outgoing> told(ApiClient client, List<ApiClientFact> facts) {
        return facts.stream()
                .flatMap(fact -> client.stores().stream().map(store -> entry(client, fact, store)))
                .map(entry -> Outgoing.to(Topics.AUDIT, AuditRecordedV1.TYPE, entry))
                .toList();
    }

    private AuditRecordedV1 entry(ApiClient client, ApiClientFact fact, StoreId store) {
        return audit.entry(
                fact.actor(), ApiClientAccess.WRITE, client.id().value(), store, changes(client, fact), null);
    }

    private static List<Change> changes(ApiClient client, ApiClientFact fact) {
        return switch (fact) {
            case ApiClientFact.Asked _ ->
                List.of(
                        new Change("/name", null, client.name()),
                        new Change(
                                "/scopes",
                                null,
                                client.scopes().stream()
                                        .map(PartnerScope::wireName)
                                        .collect(Collectors.joining(","))),
                        new Change(
                                "/stores",
                                null,
                                client.stores().stream().map(StoreId::value).collect(Collectors.joining(","))));
            case ApiClientFact.SecretRenewed _ -> List.of(new Change("/secret", null, null));
            case ApiClientFact.RemovalDecided _ ->
                List.of(new Change("/state", null, client.state().name()));
        };
    }
}
