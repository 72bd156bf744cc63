package io.niaga.audit;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.bson.Document;

/** Units that open reservations hold, by row. */
final class Reserved {
    private final Map<String, Long> holding = new HashMap<>();
    private final Map<String, Long> inMotion = new HashMap<>();
    private final Area.Outcome outcome;

    Reserved(Area.Outcome outcome) {
        this.outcome = outcome;
    }

    void take(Document reservation) {
        boolean holds = StockCase.HOLDING.contains(Fields.text(reservation, "state"));
        Map<String, Long> sums = holds ? holding : inMotion;
        outcome.looked("open reservations", 1);
        Fields.list(reservation, "lines")
                .forEach(line -> sums.merge(Fields.text(line, "stock"), Fields.number(line, "quantity"), Long::sum));
    }

    long holding(String row) {
        return holding.getOrDefault(row, 0L);
    }

    long inMotion(String row) {
        return inMotion.getOrDefault(row, 0L);
    }

    Set<String> rows() {
        Set<String> rows = new HashSet<>(holding.keySet());
        rows.addAll(inMotion.keySet());
        return rows;
    }
}
