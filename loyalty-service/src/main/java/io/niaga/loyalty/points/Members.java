package io.niaga.loyalty.points;

import io.niaga.types.Page;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where members are kept; a save writes the change, its ledger entries and events in one atomic write. */
public interface Members {
    Optional<Member> find(MemberId id);

    /** Whose points that order earns; empty when it is nobody's or not known yet. */
    Optional<MemberId> ofOrder(String orderId);

    /** False when the member exists already. */
    boolean add(Member member);

    /** False when someone else saved in between. */
    boolean save(Member member);

    /** A member's ledger, newest first. */
    Page<PointsEntry> ledger(MemberId id, int limit, @Nullable String after);
}
