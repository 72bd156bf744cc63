package io.niaga.loyalty.points;

import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.types.Money;
import io.niaga.types.Revision;
import io.niaga.types.StoreId;
import io.niaga.types.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What refunded goods had earned goes with them, whatever the order, the repetition and the parts. */
class ClawBackTest {
    private static final Instant AT = Instant.parse("2026-11-24T08:00:00Z");
    private static final StoreId STORE = StoreId.of("sto_01h455vb4pex5vsknk084sn02q");
    private static final PointsRate RATE = new PointsRate(Map.of("IDR", 1000L));
    private static final Worth WORTH = RATE.worth(idr("400000.00"), idr("420000.00"));
    private final Member member = Member.join(MemberId.ofUser(UserId.ofSubject(UUID.randomUUID())));

    static Stream<List<String>> orders() {
        return permutations(List.of("confirmed", "completed", "first", "second", "first"));
    }

    @ParameterizedTest
    @MethodSource("orders")
    void every_order_of_facts_ends_the_same(List<String> facts) {
        List<GoodsRefund> heard = new ArrayList<>();
        for (String fact : facts) {
            switch (fact) {
                case "confirmed" -> member.expect(bucket());
                case "completed" -> member.earn(bucket());
                case "first" -> heard.add(refund("rfd_1", "150500.00", "150000.00"));
                case "second" -> heard.add(refund("rfd_2", "99999.99", "99999.99"));
                default -> throw new IllegalArgumentException(fact);
            }
            member.refund("ord_1", heard, RATE);
        }
        assertThat(member.active()).isEqualTo(150);
        assertThat(member.pending()).isZero();
        assertThat(fold()).isEqualTo(150);
    }

    @ParameterizedTest
    @CsvSource({
        // amount, goods, points left of 400
        "420000.00,,0",
        "420000.00,400000.00,0",
        "20000.00,0.00,400",
        "105000.00,,300",
        "0.01,,399",
        "999.99,999.99,399",
        "1000.00,1000.00,399",
        "1000.01,1000.01,398",
        "999999.00,999999.00,0"
    })
    void what_is_left_is_what_was_paid_for_goods_and_did_not_go_back(String amount, @Nullable String goods, long left) {
        member.earn(bucket());
        member.refund("ord_1", List.of(refund("rfd_1", amount, goods)), RATE);
        assertThat(member.active()).isEqualTo(left);
        assertThat(fold()).isEqualTo(left);
    }

    @Test
    void parts_that_nobody_called_goods_take_together_what_the_whole_would() {
        member.earn(bucket());
        List<GoodsRefund> heard = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            heard.add(refund("rfd_" + i, "60000.00", null));
            member.refund("ord_1", heard, RATE);
        }
        assertThat(member.active()).isZero();
    }

    @Test
    void points_of_an_order_that_is_not_complete_are_fewer_when_they_come() {
        member.expect(bucket());
        member.refund("ord_1", List.of(refund("rfd_1", "100000.00", "100000.00")), RATE);
        assertThat(List.of(member.active(), member.pending())).containsExactly(0L, 300L);
        member.earn(bucket());
        assertThat(member.active()).isEqualTo(300);
        assertThat(member.entries())
                .extracting(PointsEntry::kind)
                .containsExactly(
                        PointsEntry.EntryKind.PENDING, PointsEntry.EntryKind.REDUCED, PointsEntry.EntryKind.EARNED);
    }

    @Test
    void a_cancelled_or_unknown_order_has_nothing_to_take() {
        member.refund("ord_1", List.of(refund("rfd_1", "1.00", null)), RATE);
        assertThat(member.isChanged()).isFalse();
        member.expect(bucket());
        member.cancel(bucket());
        member.refund("ord_1", List.of(refund("rfd_1", "420000.00", null)), RATE);
        assertThat(List.of(member.active(), member.pending(), fold())).containsExactly(0L, 0L, 0L);
    }

    @Test
    void a_tier_goes_with_its_points() {
        Worth silver = RATE.worth(idr("1000000.00"), idr("1000000.00"));
        member.earn(Bucket.of("ord_1", STORE, silver, AT));
        assertThat(member.tier()).isEqualTo(Tier.SILVER);
        member.refund("ord_1", List.of(refund("rfd_1", "1.00", "1.00")), RATE);
        assertThat(member.tier()).isEqualTo(Tier.BRONZE);
    }

    @Test
    void a_bucket_from_before_refunds_were_heard_loses_what_its_points_were_worth_at_least() {
        Bucket old = new Bucket("ord_1", STORE, 400, 400, Bucket.BucketState.ACTIVE, AT, null, List.of());
        Member known = Member.restore(member.id(), List.of(old), Revision.NEW);
        known.refund("ord_1", List.of(refund("rfd_1", "100000.00", null)), RATE);
        assertThat(known.active()).isEqualTo(300);
        known.refund("ord_1", List.of(refund("rfd_2", "300000.00", "300000.00")), RATE);
        assertThat(known.active()).isZero();
    }

    @Test
    void the_balance_is_the_buckets_and_the_fold_of_the_entries_in_every_life() {
        long seed = Long.getLong("niaga.seed", System.nanoTime());
        System.out.println("ClawBackTest: -Dniaga.seed=" + seed);
        Random random = new Random(seed);
        for (int life = 0; life < 300; life++) {
            live(random);
        }
    }

    private static void live(Random random) {
        Member member = Member.join(MemberId.ofUser(UserId.ofSubject(UUID.randomUUID())));
        Map<String, List<GoodsRefund>> heard = new HashMap<>();
        Map<String, Worth> worths = new HashMap<>();
        for (int step = 0; step < 40; step++) {
            String order = "ord_" + random.nextInt(4);
            Worth worth = worths.computeIfAbsent(order, o -> worth(random));
            Bucket bucket = Bucket.of(order, STORE, worth, AT);
            List<GoodsRefund> refunds = heard.computeIfAbsent(order, o -> new ArrayList<>());
            switch (random.nextInt(6)) {
                case 0 -> member.expect(bucket);
                case 1 -> member.earn(bucket);
                case 2 -> member.cancel(bucket);
                case 3 -> refunds.add(refund(random, order, worth));
                default -> member.refund(order, shuffled(refunds, random), RATE);
            }
            check(member);
        }
        heard.forEach((order, refunds) -> member.refund(order, shuffled(refunds, random), RATE));
        check(member);
        member.buckets().stream()
                .filter(b -> b.state() == Bucket.BucketState.ACTIVE)
                .forEach(b ->
                        assertThat(b.points()).isEqualTo(worths.get(b.orderId()).pointsAfter(heard.get(b.orderId()))));
    }

    private static void check(Member member) {
        long fold = member.entries().stream().mapToLong(PointsEntry::change).sum();
        assertThat(member.active()).isEqualTo(fold).isNotNegative();
        assertThat(member.buckets()).allMatch(b -> b.points() >= 0 && b.points() <= b.earned());
    }

    private static Worth worth(Random random) {
        Money goods = Money.ofMinor(random.nextLong(100_000_000), "IDR");
        return RATE.worth(goods, goods.plus(Money.ofMinor(random.nextLong(5_000_000), "IDR")));
    }

    private static GoodsRefund refund(Random random, String order, Worth worth) {
        Money amount = Money.ofMinor(1 + random.nextLong(1 + worth.total().minorUnits()), "IDR");
        Money goods = random.nextBoolean() ? null : Money.ofMinor(random.nextLong(1 + amount.minorUnits()), "IDR");
        return new GoodsRefund("rfd_" + random.nextInt(5), order, amount, goods, AT);
    }

    /** Known refunds keep their first word, as their collection does. */
    private static List<GoodsRefund> shuffled(List<GoodsRefund> refunds, Random random) {
        Map<String, GoodsRefund> first = new LinkedHashMap<>();
        refunds.forEach(r -> first.putIfAbsent(r.refundId(), r));
        refunds.clear();
        refunds.addAll(first.values());
        List<GoodsRefund> mixed = new ArrayList<>(refunds);
        Collections.shuffle(mixed, random);
        return mixed;
    }

    private long fold() {
        return member.entries().stream().mapToLong(PointsEntry::change).sum();
    }

    private static Bucket bucket() {
        return Bucket.of("ord_1", STORE, WORTH, AT);
    }

    private static GoodsRefund refund(String id, String amount, @Nullable String goods) {
        return new GoodsRefund(id, "ord_1", idr(amount), goods == null ? null : idr(goods), AT);
    }

    private static Money idr(String amount) {
        return Money.of(amount, "IDR");
    }

    private static Stream<List<String>> permutations(List<String> facts) {
        if (facts.size() == 1) {
            return Stream.of(facts);
        }
        return Stream.iterate(0, i -> i < facts.size(), i -> i + 1).flatMap(i -> {
            List<String> rest = new ArrayList<>(facts);
            String first = rest.remove((int) i);
            return permutations(rest).map(tail -> {
                List<String> all = new ArrayList<>(List.of(first));
                all.addAll(tail);
                return all;
            });
        });
    }
}
