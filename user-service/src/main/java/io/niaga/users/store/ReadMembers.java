package io.niaga.users.store;

import io.niaga.types.Actor;
import io.niaga.types.CommonProblem;
import io.niaga.types.Page;
import io.niaga.types.Permissions;
import io.niaga.types.Revision;
import io.niaga.types.StoreId;
import io.niaga.types.UseCase;
import io.niaga.types.UserId;
import io.niaga.users.account.Directory;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Shows those who manage a store's members who they are. */
@UseCase
public final class ReadMembers {
    private final Stores stores;
    private final Directory directory;
    private final Permissions permissions;

    public ReadMembers(Stores stores, Directory directory, Permissions permissions) {
        this.stores = stores;
        this.directory = directory;
        this.permissions = permissions;
    }

    /** What is shown, and the version of the store that it is of. */
    public record Shown<T>(T value, Revision revision) {}

    /** By their ids, from after that one; the identity server is asked for a page of people together. */
    public Shown<Page<Member>> list(Actor actor, StoreId id, int limit, @Nullable String after) {
        Store store = managed(actor, id);
        List<UserId> rest = store.members().keySet().stream()
                .sorted(Comparator.comparing(UserId::value))
                .filter(user -> after == null || user.value().compareTo(after) > 0)
                .limit(limit + 1L)
                .toList();
        boolean more = rest.size() > limit;
        List<UserId> page = more ? rest.subList(0, limit) : rest;
        Map<UserId, Directory.Person> people =
                directory.find(page).stream().collect(Collectors.toMap(Directory.Person::id, Function.identity()));
        List<Member> members = page.stream()
                .map(user -> new Member(user, store.rolesOf(user), people.get(user)))
                .toList();
        return new Shown<>(new Page<>(members, more ? page.getLast().value() : null), store.revision());
    }

    /** @throws io.niaga.types.ProblemException NOT_FOUND for no member */
    public Shown<Member> member(Actor actor, StoreId id, UserId user) {
        Store store = managed(actor, id);
        if (store.rolesOf(user).isEmpty()) {
            throw CommonProblem.NOT_FOUND.now();
        }
        Member member =
                new Member(user, store.rolesOf(user), directory.find(user).orElse(null));
        return new Shown<>(member, store.revision());
    }

    private Store managed(Actor actor, StoreId id) {
        permissions.require(actor, "member:read", id);
        return stores.find(id).orElseThrow(CommonProblem.NOT_FOUND::now);
    }
}
