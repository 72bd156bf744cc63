package io.niaga.users.partner;

import io.niaga.types.Actor;
import io.niaga.types.CommonProblem;
import io.niaga.types.Permissions;
import io.niaga.types.ProblemException;
import io.niaga.types.StoreId;
import io.niaga.types.UseCase;
import io.niaga.users.partner.Provisioning.Issued;
import io.niaga.users.store.Stores;
import java.time.Clock;
import java.util.List;

/**
 * Gives a partner a program of its own, for stores of whoever asks. It is written down first; cut off half way, the same id
 * again goes on from there.
 */
@UseCase
public final class IssueApiClient {
    static final int MOST = 50;
    private final ApiClients clients;
    private final Stores stores;
    private final Provisioning provisioning;
    private final Permissions permissions;
    private final Clock clock;

    public IssueApiClient(
            ApiClients clients, Stores stores, Provisioning provisioning, Permissions permissions, Clock clock) {
        this.clients = clients;
        this.stores = stores;
        this.provisioning = provisioning;
        this.permissions = permissions;
        this.clock = clock;
    }

    /** What is asked for. */
    public record Wanted(String name, List<StoreId> stores, List<PartnerScope> scopes) {
        public Wanted {
            stores = List.copyOf(stores);
            scopes = List.copyOf(scopes);
        }
    }

    /** @throws ProblemException INVALID_REQUEST, TOO_MANY_API_CLIENTS, SERVICE_UNAVAILABLE */
    public Issued issue(Actor actor, ApiClientId id, Wanted wanted) {
        wanted.stores().forEach(store -> permissions.require(actor, ApiClientAccess.WRITE, store));
        ApiClient client = clients.find(id).orElseGet(() -> asked(actor, id, wanted));
        if (client.state().isOver()) {
            throw CommonProblem.NOT_FOUND.now();
        }
        return provisioning.activate(client, List.of(), clock.instant());
    }

    private ApiClient asked(Actor actor, ApiClientId id, Wanted wanted) {
        requireStores(wanted);
        ApiClient asked = ApiClient.asked(id, wanted.name(), wanted.stores(), wanted.scopes(), clock.instant());
        clients.add(asked, new ApiClientFact.Asked(actor));
        return clients.find(id).orElseThrow(CommonProblem.CONCURRENT_CHANGE::now);
    }

    private void requireStores(Wanted wanted) {
        ProblemException refused = CommonProblem.INVALID_REQUEST.now();
        for (int i = 0; i < wanted.stores().size(); i++) {
            StoreId store = wanted.stores().get(i);
            if (stores.find(store).isEmpty()) {
                refused.at("/stores/" + i, "STORE_UNKNOWN", "There is no such store.");
            } else if (clients.countOf(store) >= MOST) {
                throw PartnerProblem.TOO_MANY_API_CLIENTS.with("most", MOST);
            }
        }
        if (!refused.errors().isEmpty()) {
            throw refused;
        }
    }
}
