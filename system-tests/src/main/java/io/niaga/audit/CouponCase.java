package io.niaga.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** One coupon, its counter, its uses and the claims on it. */
final class CouponCase {
    /** A customer's n-th use; {@code hold} is whose it is. */
    record Claim(String id, String hold) {}

    final String id;

    @Nullable
    Document coupon;

    @Nullable
    Document counter;

    long counting;
    long inMotion;
    final Map<String, String> states = new TreeMap<>();
    final List<Claim> claims = new ArrayList<>();

    CouponCase(String id) {
        this.id = id;
    }

    void hold(Document hold) {
        String state = Fields.text(hold, "state");
        if (CouponRules.COUNTS.contains(state)) {
            counting++;
            states.put(Fields.id(hold), state);
        } else if (state.equals("PENDING") || state.equals("GIVING_BACK")) {
            inMotion++;
            states.put(Fields.id(hold), state);
        }
    }

    void claim(Document claim) {
        claims.add(new Claim(Fields.id(claim), Fields.text(claim, "holdId")));
    }
}
