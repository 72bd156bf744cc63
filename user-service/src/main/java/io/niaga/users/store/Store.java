package io.niaga.users.store;

import io.niaga.types.Revision;
import io.niaga.types.Role;
import io.niaga.types.StoreId;
import io.niaga.types.UserId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** A store and who works in it. Its currency never changes; a member without roles is none. */
public final class Store {
    private final StoreId id;
    private final Instant openedAt;
    private final Revision revision;
    private final Map<UserId, Set<Role>> members;
    private StoreSettings settings;

    private Store(
            StoreId id, StoreSettings settings, Map<UserId, Set<Role>> members, Instant openedAt, Revision revision) {
        this.id = id;
        this.settings = settings;
        this.members = new LinkedHashMap<>(members);
        this.openedAt = openedAt;
        this.revision = revision;
    }

    public static Store open(StoreId id, StoreSettings settings, Instant now) {
        return new Store(id, settings, Map.of(), now, Revision.NEW);
    }

    public static Store restore(
            StoreId id, StoreSettings settings, Map<UserId, Set<Role>> members, Instant openedAt, Revision revision) {
        return new Store(id, settings, members, openedAt, revision);
    }

    /** @throws io.niaga.types.ProblemException CURRENCY_IS_FIXED */
    public void change(StoreSettings changed) {
        if (!changed.currency().equals(settings.currency())) {
            throw StoreProblem.CURRENCY_IS_FIXED.with(
                    "currency", settings.currency().getCurrencyCode());
        }
        settings = changed;
    }

    /** Gives a person exactly these roles; none lets them leave. */
    public void appoint(UserId person, Set<Role> roles) {
        if (roles.isEmpty()) {
            members.remove(person);
        } else {
            members.put(person, Set.copyOf(roles));
        }
    }

    /** None for who is no member. */
    public Set<Role> rolesOf(UserId person) {
        return members.getOrDefault(person, Set.of());
    }

    public StoreId id() {
        return id;
    }

    public StoreSettings settings() {
        return settings;
    }

    public Map<UserId, Set<Role>> members() {
        return Map.copyOf(members);
    }

    public Instant openedAt() {
        return openedAt;
    }

    public Revision revision() {
        return revision;
    }
}
