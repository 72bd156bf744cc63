package io.niaga.users.partner;

import io.niaga.types.Revision;
import io.niaga.types.StoreId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** A partner's program: its stores and scopes are given once, for others another one is made. */
public record ApiClient(
        ApiClientId id,
        String name,
        List<StoreId> stores,
        List<PartnerScope> scopes,
        ApiClientState state,
        Instant createdAt,
        Revision revision) {
    public static final int MOST_STORES = 20;
    public static final int LONGEST_NAME = 80;

    public ApiClient {
        stores = stores.stream()
                .distinct()
                .sorted(Comparator.comparing(StoreId::value))
                .toList();
        scopes = scopes.stream().distinct().sorted().toList();
        if (stores.isEmpty() || stores.size() > MOST_STORES || scopes.isEmpty()) {
            throw new IllegalArgumentException("a client has 1 to " + MOST_STORES + " stores, and a scope");
        }
    }

    static ApiClient asked(ApiClientId id, String name, List<StoreId> stores, List<PartnerScope> scopes, Instant at) {
        return new ApiClient(id, name, stores, scopes, new ApiClientState.Making(), at, Revision.NEW);
    }

    ApiClient in(ApiClientState next) {
        return new ApiClient(id, name, stores, scopes, next, createdAt, revision);
    }
}
