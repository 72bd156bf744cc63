package io.niaga.loyalty.coupon;

import java.util.Optional;

/** Where coupon holds are kept, one document each. */
public interface Holds {
    Optional<Hold> find(HoldId id);

    /** False when the id exists already. */
    boolean add(Hold hold);

    /** Replaces what was loaded by what it became, with what that tells; false when someone was faster. */
    boolean advance(Hold loaded, Hold next);
}
