package io.niaga.users.partner;

import io.niaga.types.Actor;
import io.niaga.types.CommonProblem;
import io.niaga.types.UseCase;
import io.niaga.users.partner.Provisioning.Issued;
import java.time.Clock;
import java.util.List;

/** Gives a program another secret; also the way on for one that was cut off while it was made. */
@UseCase
public final class RenewClientSecret {
    private final ApiClients clients;
    private final ApiClientAccess access;
    private final Provisioning provisioning;
    private final Clock clock;

    public RenewClientSecret(ApiClients clients, ApiClientAccess access, Provisioning provisioning, Clock clock) {
        this.clients = clients;
        this.access = access;
        this.provisioning = provisioning;
        this.clock = clock;
    }

    public Issued renew(Actor actor, ApiClientId id) {
        ApiClient client = access.requireWritable(actor, clients, id);
        if (client.state().isOver()) {
            throw CommonProblem.NOT_FOUND.now();
        }
        return provisioning.activate(client, List.of(new ApiClientFact.SecretRenewed(actor)), clock.instant());
    }
}
