package io.niaga.fulfillment.reservation;

import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.fulfillment.stock.Stock;
import io.niaga.fulfillment.stock.StockKey;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What must always hold of stock and reservations once nobody is at work: no bucket is negative, they sum to what is on
 * hand, and what is reserved is what open reservations have.
 */
public final class StockInvariants {
    private StockInvariants() {}

    public static void check(Collection<Stock> rows, Collection<Reservation> reservations) {
        Map<StockKey, Integer> believed = new HashMap<>();
        for (Reservation reservation : reservations) {
            assertThat(reservation.state().rollsForward())
                    .as("still rolling: " + reservation)
                    .isFalse();
            if (reservation.state().holdsUnits()) {
                reservation
                        .lines()
                        .forEach(l -> believed.merge(l.stock(), l.quantity().units(), Integer::sum));
            }
        }
        for (Stock row : rows) {
            // Negative buckets and wrong sums cannot even be read: the record refuses them.
            assertThat(row.buckets().reserved())
                    .as("reserved of %s as open reservations believe", row.key())
                    .isEqualTo(believed.getOrDefault(row.key(), 0));
            assertThat(row.operations()).as("operations of %s", row.key()).isEqualTo(List.of());
        }
        assertThat(believed.keySet()).isSubsetOf(rows.stream().map(Stock::key).toList());
    }
}
