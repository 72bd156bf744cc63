package io.niaga.audit;

import java.util.HashMap;
import java.util.Map;
import org.bson.Document;

/** What left the warehouses, by reservation: how much in all, and a number that depends on each row and its units. */
final class HandOvers {
    static final String REASON = "HAND_OVER";

    /** Two sums are equal when the same units left the same rows. */
    record Sum(long units, long print) {
        static final Sum NOTHING = new Sum(0, 0);

        Sum plus(String row, long moved) {
            return new Sum(units + moved, print + moved * PersonalData.hash(row));
        }
    }

    private final Map<String, Sum> sums = new HashMap<>();

    void take(Document movement) {
        if (Fields.text(movement, "reason").equals(REASON)) {
            sums.merge(
                    Fields.text(movement, "reference"),
                    of(movement),
                    (a, b) -> new Sum(a.units() + b.units(), a.print() + b.print()));
        }
    }

    static Sum of(Document movement) {
        long moved = Fields.number(movement, "onHandBefore") - Fields.number(movement, "onHandAfter");
        return Sum.NOTHING.plus(Fields.text(movement, "row"), moved);
    }

    Sum of(String reservation) {
        return sums.getOrDefault(reservation, Sum.NOTHING);
    }

    void put(String reservation, Sum sum) {
        sums.put(reservation, sum);
    }
}
