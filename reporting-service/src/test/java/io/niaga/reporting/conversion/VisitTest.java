package io.niaga.reporting.conversion;

import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.types.Percentage;
import io.niaga.types.StoreId;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class VisitTest {
    private static final StoreId STORE = StoreId.of("sto_01h455vb4pex5vsknk084sn02q");
    private static final Instant AT = Instant.parse("2026-11-24T18:30:00Z");

    private static Deed deed(long id, Deed.Kind kind, @Nullable String order) {
        return deed(id, kind, order, AT);
    }

    private static Deed deed(long id, Deed.Kind kind, @Nullable String order, Instant at) {
        return new Deed(STORE, "ses_1", at, id, kind, order);
    }

    @Test
    void each_deed_counts_once_in_any_order() {
        List<Deed> deeds = new ArrayList<>(List.of(
                deed(1, Deed.Kind.PRODUCT_VIEW, null),
                deed(2, Deed.Kind.PRODUCT_VIEW, null),
                deed(3, Deed.Kind.CART_ADD, null),
                deed(4, Deed.Kind.OTHER, null),
                deed(5, Deed.Kind.ORDER, "ord_1")));
        Visit once = Visit.NONE.with(deeds);
        assertThat(once.productViews()).isEqualTo(2);
        assertThat(once.cartAdds()).isEqualTo(1);
        assertThat(once.orders()).containsExactly("ord_1");
        deeds.addAll(deeds);
        Collections.shuffle(deeds, new Random(1));
        assertThat(Visit.NONE.with(deeds)).isEqualTo(once);
        assertThat(once.with(deeds)).isSameAs(once);
    }

    @Test
    void it_is_bounded() {
        List<Deed> many = LongStream.range(0, 2000)
                .mapToObj(i -> deed(i, Deed.Kind.ORDER, "ord_" + i))
                .toList();
        Visit visit = Visit.NONE.with(many);
        assertThat(visit.seen()).hasSize(Visit.MOST);
        assertThat(visit.orders()).hasSize(Visit.MOST);
    }

    @Test
    void rates_come_from_sums_and_not_from_nothing() {
        ConversionRow row = new ConversionRow(3, 9, 2, 1, 5, 1);
        assertThat(row.conversionRate()).contains(new Percentage(3333));
        assertThat(row.addToCartRate()).contains(new Percentage(3333));
        assertThat(new ConversionRow(6, 0, 0, 1, 0, 4).conversionRate()).contains(new Percentage(6667));
        assertThat(ConversionRow.NONE.conversionRate()).isEmpty();
        assertThat(row.plus(new ConversionRow(1, 0, 0, 0, 0, 1)).conversionRate())
                .contains(new Percentage(5000));
    }

    @Test
    void a_deed_counts_on_the_stores_day_unless_that_is_closed() {
        Map<String, Integer> added = new TreeMap<>();
        List<LocalDate> marked = new ArrayList<>();
        Visits visits = new Visits() {
            @Override
            public void add(StoreId store, LocalDate day, String session, List<Deed> deeds) {
                added.merge(session + " on " + day, deeds.size(), Integer::sum);
            }

            @Override
            public void mark(StoreId store, LocalDate day) {
                marked.add(day);
            }
        };
        Stores stores = new Stores() {
            @Override
            public ZoneId zoneOf(StoreId store) {
                return ZoneId.of("Asia/Jakarta");
            }

            @Override
            public Optional<String> nameOf(StoreId store) {
                return Optional.empty();
            }

            @Override
            public void learn(StoreId store, String name, ZoneId zone, long sequence) {}
        };
        RecordVisits record = new RecordVisits(visits, stores, Clock.fixed(AT, ZoneOffset.UTC), 31);
        int late = record.record(List.of(
                deed(1, Deed.Kind.OTHER, null, AT),
                deed(2, Deed.Kind.OTHER, null, AT.minusSeconds(7200)),
                deed(3, Deed.Kind.OTHER, null, AT.minusSeconds(7201)),
                deed(4, Deed.Kind.OTHER, null, AT.minusSeconds(32 * 86_400L))));
        assertThat(late).isEqualTo(1);
        assertThat(added).isEqualTo(Map.of("ses_1 on 2026-11-25", 1, "ses_1 on 2026-11-24", 2));
        assertThat(marked).containsExactly(LocalDate.parse("2026-11-25"), LocalDate.parse("2026-11-24"));
    }
}
