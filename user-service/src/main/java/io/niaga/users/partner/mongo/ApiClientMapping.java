package io.niaga.users.partner.mongo;

import io.niaga.messaging.OutboxCollection;
import io.niaga.types.StoreId;
import io.niaga.users.partner.ApiClient;
import io.niaga.users.partner.ApiClientId;
import io.niaga.users.partner.ApiClientState;
import io.niaga.users.partner.PartnerScope;
import java.time.Instant;
import java.util.Date;
import java.util.Objects;
import org.bson.Document;

/** A partner's program as a document. */
final class ApiClientMapping {
    static final String STORES = "stores";
    static final String STATE = "state";
    static final String LISTED = "listed";
    static final String CREATED = "createdAt";
    private static final String SECRET_SINCE = "secretSince";
    private static final int SCHEMA = 1;

    private ApiClientMapping() {}

    static Document of(ApiClient client) {
        Document document = new Document("_id", client.id().value())
                .append("schemaVersion", SCHEMA)
                .append("name", client.name())
                .append(STORES, client.stores().stream().map(StoreId::value).toList())
                .append(
                        "scopes",
                        client.scopes().stream().map(PartnerScope::wireName).toList())
                .append(CREATED, Date.from(client.createdAt()));
        document.putAll(changing(client));
        return document;
    }

    static Document changing(ApiClient client) {
        ApiClientState state = client.state();
        return new Document(STATE, state.name())
                .append(LISTED, !(state instanceof ApiClientState.Removed))
                .append(
                        SECRET_SINCE,
                        state instanceof ApiClientState.Active active ? Date.from(active.secretSince()) : null);
    }

    static ApiClient read(Document d) {
        return new ApiClient(
                ApiClientId.of(d.getString("_id")),
                d.getString("name"),
                d.getList(STORES, String.class).stream().map(StoreId::of).toList(),
                d.getList("scopes", String.class).stream().map(PartnerScope::of).toList(),
                state(d),
                instant(d, CREATED),
                OutboxCollection.revision(d));
    }

    private static ApiClientState state(Document d) {
        String name = d.getString(STATE);
        return switch (name) {
            case "MAKING" -> new ApiClientState.Making();
            case "ACTIVE" -> new ApiClientState.Active(instant(d, SECRET_SINCE));
            case "REMOVING" -> new ApiClientState.Removing();
            case "REMOVED" -> new ApiClientState.Removed();
            default -> throw new IllegalStateException("an API client in the unknown state " + name);
        };
    }

    private static Instant instant(Document d, String field) {
        return Objects.requireNonNull(d.getDate(field), field).toInstant();
    }
}
