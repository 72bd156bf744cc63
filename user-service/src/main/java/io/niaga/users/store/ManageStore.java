package io.niaga.users.store;

import io.niaga.types.Actor;
import io.niaga.types.CommonProblem;
import io.niaga.types.Permissions;
import io.niaga.types.Precondition;
import io.niaga.types.Revision;
import io.niaga.types.StoreId;
import io.niaga.types.UseCase;
import java.time.Clock;
import java.util.Collection;
import java.util.Optional;

/** Opens stores (the operator's business) and changes their settings (their administrators' too). */
@UseCase
public final class ManageStore {
    private final Stores stores;
    private final Permissions permissions;
    private final Clock clock;

    public ManageStore(Stores stores, Permissions permissions, Clock clock) {
        this.stores = stores;
        this.permissions = permissions;
        this.clock = clock;
    }

    /** What a put led to. */
    public record Put(Store store, boolean opened) {}

    public Store store(StoreId id) {
        return stores.find(id).orElseThrow(CommonProblem.NOT_FOUND::now);
    }

    /** Opens the store, or changes it when it is there; the same settings again change nothing. */
    public Put put(Actor actor, StoreId id, StoreSettings settings, Precondition precondition) {
        Optional<Store> known = stores.find(id);
        if (known.isPresent()) {
            permissions.require(actor, "store:write", id);
            if (known.get().settings().equals(settings)) {
                return new Put(known.get(), false);
            }
            precondition.require(known.get().revision());
            return new Put(saved(actor, known.get(), settings), false);
        }
        permissions.requireAll(actor, "store:open");
        precondition.check(Revision.NEW);
        stores.add(Store.open(id, settings, clock.instant()), new StoreChange.Settings(actor));
        return new Put(store(id), true);
    }

    /**
     * @param changed pointers of the fields that change
     * @throws io.niaga.types.ProblemException FIELDS_NOT_PERMITTED, STALE_VERSION, PRECONDITION_REQUIRED, CURRENCY_IS_FIXED
     */
    public Store change(
            Actor actor, Store store, StoreSettings settings, Collection<String> changed, Precondition precondition) {
        permissions.requireFields(actor, "store:write", store.id(), changed);
        precondition.require(store.revision());
        return changed.isEmpty() ? store : saved(actor, store, settings);
    }

    private Store saved(Actor actor, Store store, StoreSettings settings) {
        store.change(settings);
        if (!stores.save(store, new StoreChange.Settings(actor))) {
            throw CommonProblem.CONCURRENT_CHANGE.now();
        }
        return store(store.id());
    }
}
