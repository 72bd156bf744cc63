package io.niaga.reporting.sales;

import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.types.StoreId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Whatever happened to orders, and in whatever order it was heard, the days come to what was counted by hand. */
class RandomLivesTest {
    private static final long SEED = Long.getLong("niaga.seed", 20261128);
    private static final StoreId STORE = StoreId.of("sto_01h455vb4pex5vsknk084sn02q");

    private record Heard(String order, Lives.Event event) {}

    static OrderFact apply(OrderFact fact, Lives.Event event) {
        return switch (event) {
            case Lives.Event.Confirmed(Sale sale) -> fact.confirmed(sale);
            case Lives.Event.Cancelled(java.time.Instant at) -> fact.cancelled(at);
            case Lives.Event.Refunded(Reversal refund) -> fact.refunded(refund);
        };
    }

    @Test
    void the_projection_is_the_oracle() {
        Lives lives = new Lives(SEED, STORE);
        Map<LocalDate, Lives.Day> expected = Lives.days();
        List<Heard> told = new ArrayList<>();
        for (int i = 0; i < 3000; i++) {
            Lives.Life life = lives.next();
            Lives.count(life, expected);
            life.events().forEach(event -> told.add(new Heard(life.order().toString(), event)));
        }
        assertThat(counted(lives.shuffled(told)))
                .as("seed %s", SEED)
                .isEqualTo(counted(lives.shuffled(told)))
                .isEqualTo(texts(expected));
    }

    private static Map<LocalDate, String> counted(List<Heard> heard) {
        Map<String, OrderFact> facts = new HashMap<>();
        heard.forEach(h ->
                facts.compute(h.order(), (id, fact) -> apply(fact == null ? OrderFact.unknown(id) : fact, h.event())));
        Map<LocalDate, SalesRow> sums = new TreeMap<>();
        facts.values().forEach(fact -> fact.rows().forEach(row -> sums.merge(row.day(), row, SalesRow::plus)));
        Map<LocalDate, String> texts = new TreeMap<>();
        sums.forEach((day, r) -> texts.put(
                day,
                text(
                        r.orders(),
                        r.units(),
                        r.gross().minorUnits(),
                        r.refunds().minorUnits(),
                        r.net().minorUnits())));
        return texts;
    }

    private static Map<LocalDate, String> texts(Map<LocalDate, Lives.Day> days) {
        Map<LocalDate, String> texts = new TreeMap<>();
        days.forEach((day, d) -> texts.put(day, text(d.orders, d.units, d.gross, d.refunds, d.net)));
        return texts;
    }

    private static String text(long orders, long units, long gross, long refunds, long net) {
        return "%d orders, %d units, gross %d, refunds %d, net %d".formatted(orders, units, gross, refunds, net);
    }
}
