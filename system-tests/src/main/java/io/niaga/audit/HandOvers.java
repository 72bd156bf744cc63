package io.niaga.audit;

import com.mongodb.client.model.Filters;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.bson.Document;

/**
 * What movements say left the warehouses for a reservation, handed over or not there to be picked, and came back to them, by
 * restock: how much in all, and a number that depends on each row and its units.
 */
final class HandOvers {
    private static final String RESERVATION = "rsv_";

    /** Two sums are equal when the same units left the same rows. */
    record Sum(long units, long print) {
        static final Sum NOTHING = new Sum(0, 0);

        Sum plus(String row, long moved) {
            return plus(new Sum(moved, moved * PersonalData.hash(row)));
        }

        Sum plus(Sum other) {
            return new Sum(units + other.units(), print + other.print());
        }
    }

    private final Map<String, Sum> sums = new HashMap<>();

    void take(Document movement) {
        if (isLeaving(movement) || Fields.text(movement, "reason").equals("RETURN")) {
            sums.merge(Fields.text(movement, "reference"), of(movement), Sum::plus);
        }
    }

    private static Sum of(Document movement) {
        long came = Fields.number(movement, "onHandAfter") - Fields.number(movement, "onHandBefore");
        return Sum.NOTHING.plus(Fields.text(movement, "row"), isLeaving(movement) ? -came : came);
    }

    private static boolean isLeaving(Document movement) {
        return Fields.text(movement, "reference").startsWith(RESERVATION);
    }

    Sum of(String reference) {
        return sums.getOrDefault(reference, Sum.NOTHING);
    }

    /** Everything that movements refer to. */
    Set<String> references() {
        return Set.copyOf(sums.keySet());
    }

    /** Reads a reference's movements anew, whatever their rows: no index leads to them, so only for what looks wrong. */
    void readAgain(Databases databases, String reference) {
        sums.remove(reference);
        databases
                .of("fulfillment.movements")
                .find(Filters.eq("reference", reference))
                .forEach(this::take);
    }
}
