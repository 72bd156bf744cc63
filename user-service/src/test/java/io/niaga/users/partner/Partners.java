package io.niaga.users.partner;

import io.niaga.types.Actor;
import io.niaga.types.Grant;
import io.niaga.types.Page;
import io.niaga.types.Percentage;
import io.niaga.types.Permissions;
import io.niaga.types.Revision;
import io.niaga.types.Role;
import io.niaga.types.StoreId;
import io.niaga.types.UserId;
import io.niaga.users.account.Directory;
import io.niaga.users.store.Store;
import io.niaga.users.store.StoreChange;
import io.niaga.users.store.StoreSettings;
import io.niaga.users.store.Stores;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Programs, an identity server and every verb on them, in memory; {@link #breaking} may stop any step. */
public final class Partners {
    static final StoreId STORE = StoreId.of("sto_01kavf8g00e4ttm0nbdjqsmn0n");
    static final StoreId OTHER = StoreId.of("sto_01kavf8g00e4ttm0nbdjqsmn0p");
    static final ApiClientId ID = ApiClientId.of("cli_01kavf8g00e4ttm0nbdjqsmn0c");
    static final Actor OPERATOR = new Actor.Person(UserId.ofSubject(new UUID(0, 1)), Set.of(Role.OPERATOR), Map.of());
    static final IssueApiClient.Wanted WANTED =
            new IssueApiClient.Wanted("Marketplace", List.of(STORE, OTHER), List.of(PartnerScope.ORDERS_READ));

    final SortedMap<String, ApiClient> kept = new TreeMap<>();
    final Map<ApiClientId, String> secrets = new HashMap<>();
    final Set<String> groups = new HashSet<>();
    Instant now = Instant.parse("2026-11-24T10:00:00Z");
    private int issued;

    /** The verbs. */
    record Verbs(IssueApiClient issue, RenewClientSecret renew, RemoveApiClient remove, ReadApiClients read) {}

    Verbs verbs() {
        return breaking(at -> false);
    }

    /** The verbs on ports that die at the steps that are named. */
    Verbs breaking(Predicate<String> at) {
        Permissions permissions = new Permissions(List.of(
                new Grant(Role.OPERATOR, ApiClientAccess.READ, Grant.Scope.ALL, List.of()),
                new Grant(Role.OPERATOR, ApiClientAccess.WRITE, Grant.Scope.ALL, List.of()),
                new Grant(Role.ADMINISTRATOR, ApiClientAccess.READ, Grant.Scope.STORE, List.of()),
                new Grant(Role.ADMINISTRATOR, ApiClientAccess.WRITE, Grant.Scope.STORE, List.of())));
        ApiClientAccess access = new ApiClientAccess(permissions);
        Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);
        ApiClients clients = Dying.port(ApiClients.class, new Kept(), at);
        ClientDirectory directory = Dying.port(ClientDirectory.class, new Server(), at);
        Directory people = Dying.port(Directory.class, new People(), at);
        Provisioning provisioning = new Provisioning(clients, directory, people);
        return new Verbs(
                new IssueApiClient(clients, new TwoStores(), provisioning, permissions, clock),
                new RenewClientSecret(clients, access, provisioning, clock),
                new RemoveApiClient(clients, directory, access, clock),
                new ReadApiClients(clients, access));
    }

    String state() {
        return kept.get(ID.value()).state().name();
    }

    /** Programs in memory, each method atomic. */
    private final class Kept implements ApiClients {
        @Override
        public Optional<ApiClient> find(ApiClientId id) {
            return Optional.ofNullable(kept.get(id.value()));
        }

        @Override
        public boolean add(ApiClient client, ApiClientFact fact) {
            return kept.putIfAbsent(client.id().value(), next(client)) == null;
        }

        @Override
        public boolean save(ApiClient client, List<ApiClientFact> facts) {
            if (!kept.get(client.id().value()).revision().equals(client.revision())) {
                return false;
            }
            kept.put(client.id().value(), next(client));
            return true;
        }

        private ApiClient next(ApiClient c) {
            Revision next = new Revision(c.revision().version() + 1, 0, true);
            return new ApiClient(c.id(), c.name(), c.stores(), c.scopes(), c.state(), c.createdAt(), next);
        }

        @Override
        public Page<ApiClient> list(@Nullable StoreId store, int limit, @Nullable String after) {
            return new Page<>(List.copyOf(kept.values()), null);
        }

        @Override
        public long countOf(StoreId store) {
            return kept.values().stream()
                    .filter(c -> c.stores().contains(store))
                    .count();
        }

        @Override
        public List<ApiClient> removing(int limit) {
            return in("REMOVING");
        }

        @Override
        public List<ApiClient> leftMaking(Instant before, int limit) {
            return in("MAKING").stream()
                    .filter(c -> c.createdAt().isBefore(before))
                    .toList();
        }

        private List<ApiClient> in(String state) {
            return kept.values().stream()
                    .filter(c -> c.state().name().equals(state))
                    .toList();
        }
    }

    private final class Server implements ClientDirectory {
        @Override
        public UserId provide(ApiClient client) {
            secrets.putIfAbsent(client.id(), "unknown to all " + issued++);
            return UserId.ofSubject(client.id().uuid());
        }

        @Override
        public ClientSecret renewSecret(ApiClientId id) {
            secrets.put(id, "secret " + issued++);
            return new ClientSecret(secrets.get(id));
        }

        @Override
        public void remove(ApiClientId id) {
            secrets.remove(id);
        }
    }

    private final class People implements Directory {
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
            return Optional.empty();
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
        public void setRoles(UserId id, StoreId store, Set<Role> roles) {
            groups.add(store + "/" + roles);
        }
    }

    private static final class TwoStores implements Stores {
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
            return Set.of(STORE, OTHER).contains(id)
                    ? Optional.of(Store.open(id, settings, Instant.EPOCH))
                    : Optional.empty();
        }

        @Override
        public boolean add(Store store, StoreChange change) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean save(Store store, StoreChange change) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Page<Store> all(int limit, @Nullable String after) {
            throw new UnsupportedOperationException();
        }
    }
}
