package io.niaga.loyalty.points;

import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.types.Money;
import io.niaga.types.StoreId;
import io.niaga.types.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MemberTest {
    private static final StoreId STORE = StoreId.of("sto_01h455vb4pex5vsknk084sn02q");
    private final Member member = Member.join(MemberId.ofUser(UserId.ofSubject(UUID.randomUUID())));

    @ParameterizedTest
    @CsvSource({
        "confirmed,0,100",
        "confirmed completed,100,0",
        "confirmed completed completed,100,0",
        "completed confirmed,100,0",
        "confirmed cancelled,0,0",
        "cancelled confirmed,0,0",
        "cancelled completed,0,0",
        "completed cancelled,100,0",
        "confirmed confirmed cancelled cancelled,0,0"
    })
    void each_fact_counts_once_in_any_order(String facts, long active, long pending) {
        for (String fact : facts.split(" ")) {
            switch (fact) {
                case "confirmed" -> member.expect(bucket("ord_1"));
                case "completed" -> member.earn(bucket("ord_1"));
                case "cancelled" -> member.cancel(bucket("ord_1"));
                default -> throw new IllegalArgumentException(fact);
            }
        }
        assertThat(List.of(member.active(), member.pending())).containsExactly(active, pending);
    }

    @Test
    void the_balance_is_the_fold_of_the_entries() {
        member.expect(bucket("ord_1"));
        member.earn(bucket("ord_1"));
        member.expect(bucket("ord_2"));
        member.cancel(bucket("ord_2"));
        long earned = member.entries().stream()
                .filter(e -> e.kind() == PointsEntry.EntryKind.EARNED)
                .mapToLong(PointsEntry::points)
                .sum();
        assertThat(earned).isEqualTo(member.active());
        assertThat(member.entries()).hasSize(4);
    }

    @Test
    void points_are_whole_and_rounded_down_in_every_currency() {
        PointsRate rate = new PointsRate(Map.of("IDR", 1000L, "JPY", 100L));
        assertThat(points(rate, "249999.99", "IDR")).isEqualTo(249);
        assertThat(points(rate, "199", "JPY")).isEqualTo(1);
        assertThat(points(rate, "1.999", "KWD")).isEqualTo(1);
        assertThat(points(rate, "-5.00", "USD")).isZero();
    }

    @ParameterizedTest
    @CsvSource({"0,BRONZE", "999,BRONZE", "1000,SILVER", "9999,SILVER", "10000,GOLD"})
    void tiers_begin_where_they_say(long points, Tier tier) {
        assertThat(Tier.of(points)).isEqualTo(tier);
    }

    private static long points(PointsRate rate, String goods, String currency) {
        return rate.worth(Money.of(goods, currency), Money.of(goods, currency)).points();
    }

    private static Bucket bucket(String order) {
        Money goods = Money.of("100000.00", "IDR");
        Worth worth = new PointsRate(Map.of("IDR", 1000L)).worth(goods, goods);
        return Bucket.of(order, STORE, worth, Instant.parse("2026-11-24T08:00:00Z"));
    }
}
