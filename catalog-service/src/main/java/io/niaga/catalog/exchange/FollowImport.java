package io.niaga.catalog.exchange;

import io.niaga.types.Actor;
import io.niaga.types.CommonProblem;
import io.niaga.types.Permissions;
import io.niaga.types.UseCase;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Shows how an import goes, to those who may import into its store, and lets them stop it. */
@UseCase
public final class FollowImport {
    private static final int ATTEMPTS = 5;

    private final Imports imports;
    private final Uploads uploads;
    private final Permissions permissions;
    private final Clock clock;

    public FollowImport(Imports imports, Uploads uploads, Permissions permissions, Clock clock) {
        this.imports = imports;
        this.uploads = uploads;
        this.permissions = permissions;
        this.clock = clock;
    }

    public ImportJob find(Actor actor, ImportId id) {
        ImportJob job = imports.find(id).orElseThrow(CommonProblem.NOT_FOUND::now);
        permissions.require(actor, ImportRights.ACTION, job.order().store());
        return job;
    }

    /** By line, after the given one; one row more than asked for says that there are more. */
    public List<RowOutcome> rows(Actor actor, ImportId id, RowOutcome.@Nullable Kind kind, int afterLine, int limit) {
        return imports.rows(find(actor, id).id(), kind, afterLine, limit);
    }

    /** What was imported before stays. Cancelling again changes nothing. */
    public ImportJob cancel(Actor actor, ImportId id) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            ImportJob job = find(actor, id);
            ImportJob cancelled = job.cancelled(clock.instant());
            if (cancelled.equals(job)) {
                return job;
            }
            String end = cancelled.state().label();
            if (imports.end(cancelled, ReceiveImport.write(job, job.state().label(), end))) {
                uploads.remove(job.order().upload());
                return imports.find(id).orElse(job);
            }
        }
        throw CommonProblem.CONCURRENT_CHANGE.now();
    }
}
