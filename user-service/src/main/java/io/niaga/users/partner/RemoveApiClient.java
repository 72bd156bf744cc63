package io.niaga.users.partner;

import io.niaga.types.Actor;
import io.niaga.types.CommonProblem;
import io.niaga.types.ProblemException;
import io.niaga.types.UseCase;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Ends a partner's program: it gets no token from then on, and those it has end within five minutes. The end is decided
 * first; if the identity server is away, whoever looks after leftovers carries it out.
 */
@UseCase
public final class RemoveApiClient {
    private static final Actor SWEEPER = new Actor.Service("user-service", Optional.empty());
    /** As long as the request that asked for it can be repeated. */
    private static final Duration PATIENCE = Duration.ofHours(24);

    private static final int TRIES = 5;
    private static final int BATCH = 20;
    private final ApiClients clients;
    private final ClientDirectory directory;
    private final ApiClientAccess access;
    private final Clock clock;

    public RemoveApiClient(ApiClients clients, ClientDirectory directory, ApiClientAccess access, Clock clock) {
        this.clients = clients;
        this.directory = directory;
        this.access = access;
        this.clock = clock;
    }

    /** @throws ProblemException SERVICE_UNAVAILABLE when it is decided but not carried out yet */
    public void remove(Actor actor, ApiClientId id) {
        access.requireWritable(actor, clients, id);
        finish(decided(actor, id));
    }

    private ApiClient decided(Actor actor, ApiClientId id) {
        for (int tries = 0; tries < TRIES; tries++) {
            ApiClient client = clients.find(id).orElseThrow(CommonProblem.NOT_FOUND::now);
            if (client.state().isOver()
                    || clients.save(
                            client.in(new ApiClientState.Removing()),
                            List.of(new ApiClientFact.RemovalDecided(actor)))) {
                return clients.find(id).orElse(client);
            }
        }
        throw CommonProblem.CONCURRENT_CHANGE.now();
    }

    private void finish(ApiClient removing) {
        directory.remove(removing.id());
        // Somebody who was faster did the same.
        clients.save(removing.in(new ApiClientState.Removed()), List.of());
    }

    /** Carries out what was decided, and ends what was never finished; how many were ended. */
    public int sweep() {
        int ended = 0;
        for (ApiClient left : clients.leftMaking(clock.instant().minus(PATIENCE), BATCH)) {
            decided(SWEEPER, left.id());
        }
        for (ApiClient removing : clients.removing(BATCH)) {
            ended += done(removing) ? 1 : 0;
        }
        return ended;
    }

    private boolean done(ApiClient removing) {
        try {
            finish(removing);
            return true;
        } catch (ProblemException away) {
            return false;
        }
    }
}
