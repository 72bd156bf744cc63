package io.niaga.users.partner;

import io.niaga.types.CommonProblem;
import io.niaga.types.Role;
import io.niaga.types.UserId;
import io.niaga.users.account.Directory;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Brings a program to where it gets tokens: known to the identity server, in its stores' groups, with a secret that is shown.
 * Everything but the secret is there after any number of repetitions; the secret of the last one counts.
 */
public final class Provisioning {
    private final ApiClients clients;
    private final ClientDirectory directory;
    private final Directory people;

    public Provisioning(ApiClients clients, ClientDirectory directory, Directory people) {
        this.clients = clients;
        this.directory = directory;
        this.people = people;
    }

    /** A program and its secret, which is not known any more after this; null when it was shown before. */
    public record Issued(ApiClient client, @Nullable ClientSecret secret) {}

    Issued activate(ApiClient client, List<ApiClientFact> facts, Instant now) {
        UserId account = directory.provide(client);
        client.stores().forEach(store -> people.setRoles(account, store, Set.of(Role.PARTNER)));
        ClientSecret secret = directory.renewSecret(client.id());
        ApiClient active = client.in(new ApiClientState.Active(now));
        if (!clients.save(active, facts)) {
            throw overtaken(client);
        }
        return new Issued(clients.find(client.id()).orElse(active), secret);
    }

    /** Nobody has seen the secret. If the program's end was decided meanwhile, nothing of it must stay. */
    private RuntimeException overtaken(ApiClient client) {
        if (clients.find(client.id()).filter(c -> !c.state().isOver()).isEmpty()) {
            directory.remove(client.id());
            return CommonProblem.NOT_FOUND.now();
        }
        return CommonProblem.CONCURRENT_CHANGE.now();
    }
}
