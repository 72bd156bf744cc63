package io.niaga.users.partner;

import io.niaga.types.Page;
import io.niaga.types.StoreId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where partners' programs are kept; each write carries its audit entries. */
public interface ApiClients {
    Optional<ApiClient> find(ApiClientId id);

    /** False when there is one with this id already. */
    boolean add(ApiClient client, ApiClientFact fact);

    /** False when somebody else saved in between. */
    boolean save(ApiClient client, List<ApiClientFact> facts);

    /** Of a store, or of all; oldest first, without those that are removed. */
    Page<ApiClient> list(@Nullable StoreId store, int limit, @Nullable String after);

    /** How many a store has that are not removed. */
    long countOf(StoreId store);

    /** Whose end is decided. */
    List<ApiClient> removing(int limit);

    /** Those that were asked for before that and never became active. */
    List<ApiClient> leftMaking(Instant before, int limit);
}
