package io.niaga.reporting.dashboard;

import io.niaga.reporting.sales.Period;
import io.niaga.types.Actor;
import io.niaga.types.CommonProblem;
import io.niaga.types.Permissions;
import io.niaga.types.StoreId;
import io.niaga.types.TypeId;
import io.niaga.types.UseCase;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;

/** Makes and finds links: a browser opens a page without being able to show a token. */
@UseCase
public final class ShareDashboard {
    private final Links links;
    private final Permissions permissions;
    private final Clock clock;
    private final Supplier<TypeId> secrets;
    private final Duration lifetime;

    /** @param secrets ids that nobody can guess */
    public ShareDashboard(
            Links links, Permissions permissions, Clock clock, Supplier<TypeId> secrets, Duration lifetime) {
        this.links = links;
        this.permissions = permissions;
        this.clock = clock;
        this.secrets = secrets;
        this.lifetime = lifetime;
    }

    public Link share(Actor actor, StoreId store, Period period) {
        permissions.require(actor, "report:read", store);
        Link link = new Link(secrets.get(), store, period, clock.instant().plus(lifetime));
        links.add(link, actor);
        return link;
    }

    /** @throws io.niaga.types.ProblemException NOT_FOUND when there is none, or none any more */
    public Link open(String id) {
        if (!TypeId.isValid("lnk", id)) {
            throw CommonProblem.NOT_FOUND.now();
        }
        return links.find(TypeId.parse("lnk", id))
                .filter(link -> link.isGoodAt(clock.instant()))
                .orElseThrow(CommonProblem.NOT_FOUND::now);
    }
}
