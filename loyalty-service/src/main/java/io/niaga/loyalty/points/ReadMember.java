package io.niaga.loyalty.points;

import io.niaga.types.Actor;
import io.niaga.types.Page;
import io.niaga.types.Permissions;
import io.niaga.types.UseCase;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Shows members their points and how they came. Every customer is a member; one without orders has none. */
@UseCase
public final class ReadMember {
    private static final String ACTION = "member:read";
    private final Members members;
    private final Permissions permissions;

    public ReadMember(Members members, Permissions permissions) {
        this.members = members;
        this.permissions = permissions;
    }

    public Member member(Actor actor, MemberId id) {
        permissions.require(actor, ACTION, Optional.empty(), Optional.of(id.user()));
        return members.find(id).orElseGet(() -> Member.join(id));
    }

    public Page<PointsEntry> ledger(Actor actor, MemberId id, int limit, @Nullable String after) {
        permissions.require(actor, ACTION, Optional.empty(), Optional.of(id.user()));
        return members.ledger(id, limit, after);
    }
}
