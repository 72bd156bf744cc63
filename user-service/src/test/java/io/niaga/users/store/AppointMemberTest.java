package io.niaga.users.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.niaga.types.Actor;
import io.niaga.types.Grant;
import io.niaga.types.Page;
import io.niaga.types.Percentage;
import io.niaga.types.Permissions;
import io.niaga.types.Precondition;
import io.niaga.types.Revision;
import io.niaga.types.Role;
import io.niaga.types.StoreId;
import io.niaga.types.UserId;
import io.niaga.users.account.Directory;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Two who appoint the same person at once: the identity server ends up with what the store says. */
class AppointMemberTest {
    private static final StoreId STORE = StoreId.of("sto_01kavf8g00e4ttm0nbdjqsmn0n");
    private static final UserId BUDI = UserId.ofSubject(new UUID(0, 7));
    private static final Actor OPERATOR =
            new Actor.Person(UserId.ofSubject(new UUID(0, 1)), Set.of(Role.OPERATOR), Map.of());
    private final OneStore stores = new OneStore();
    private final People people = new People();
    private final AppointMember appoint = new AppointMember(
            stores,
            people,
            new Permissions(List.of(new Grant(Role.OPERATOR, "member:write", Grant.Scope.ALL, List.of()))));

    @Test
    void roles_saved_before_ours_were_mirrored_are_mirrored_in_their_place() {
        stores.afterSave = () -> appoint.appoint(OPERATOR, STORE, BUDI, Set.of(), Precondition.EXISTS);
        Store shown = appoint.appoint(OPERATOR, STORE, BUDI, Set.of(Role.ADMINISTRATOR), Precondition.NONE);
        assertThat(people.roles).containsEntry(BUDI, Set.of());
        assertThat(shown.members()).isEmpty();
    }

    @Test
    void roles_saved_while_ours_were_mirrored_are_mirrored_after_them() {
        people.beforeSet = () -> appoint.appoint(OPERATOR, STORE, BUDI, Set.of(), Precondition.EXISTS);
        Store shown = appoint.appoint(OPERATOR, STORE, BUDI, Set.of(Role.ADMINISTRATOR), Precondition.NONE);
        assertThat(people.roles).containsEntry(BUDI, Set.of());
        assertThat(shown.members()).isEmpty();
    }

    @Test
    void to_add_a_member_as_they_are_is_done_again_and_as_they_are_not_is_refused() {
        appoint.add(OPERATOR, STORE, BUDI, Set.of(Role.SELLER));
        people.roles.clear();
        appoint.add(OPERATOR, STORE, BUDI, Set.of(Role.SELLER));
        assertThat(people.roles).containsEntry(BUDI, Set.of(Role.SELLER));
        assertThatThrownBy(() -> appoint.add(OPERATOR, STORE, BUDI, Set.of(Role.SUPPORT)))
                .hasMessage("MEMBER_KNOWN");
        assertThat(stores.members).containsEntry(BUDI, Set.of(Role.SELLER));
    }

    /** Runs what others do at that moment, once. */
    private static void meanwhile(@Nullable Runnable others) {
        if (others != null) {
            others.run();
        }
    }

    private static final class People implements Directory {
        private final Map<UserId, Set<Role>> roles = new HashMap<>();
        private @Nullable Runnable beforeSet;

        @Override
        public UserId register(String email, String password, String name) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void makeCustomer(UserId id) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Person> find(UserId id) {
            return Optional.of(new Person(id, "budi@example.com", true, "Budi"));
        }

        @Override
        public List<Person> find(Collection<UserId> ids) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Person> withEmail(String email) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void setRoles(UserId id, StoreId store, Set<Role> wanted) {
            Runnable others = beforeSet;
            beforeSet = null;
            meanwhile(others);
            roles.put(id, wanted);
        }
    }

    private static final class OneStore implements Stores {
        private Map<UserId, Set<Role>> members = Map.of();
        private @Nullable Runnable afterSave;

        @Override
        public Optional<Store> find(StoreId id) {
            StoreSettings settings = new StoreSettings(
                    "Toko",
                    Currency.getInstance("IDR"),
                    List.of("id"),
                    ZoneId.of("Asia/Jakarta"),
                    "ID",
                    true,
                    new Percentage(1100));
            return Optional.of(Store.restore(id, settings, members, Instant.EPOCH, new Revision(1, 0, true)));
        }

        @Override
        public boolean save(Store store, StoreChange change) {
            members = store.members();
            Runnable others = afterSave;
            afterSave = null;
            meanwhile(others);
            return true;
        }

        @Override
        public boolean add(Store store, StoreChange change) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Page<Store> all(int limit, @Nullable String after) {
            throw new UnsupportedOperationException();
        }
    }
}
