package io.niaga.system.proofs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.niaga.system.harness.SystemIT;
import io.niaga.system.harness.SystemStack;
import io.niaga.system.proofs.Buyer.Outcome;
import io.niaga.system.shop.Shop;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** More people want something than there is. */
@SystemIT
class LastUnitsIT {
    @BeforeAll
    static void many_buyers(SystemStack stack) {
        Gates.open(stack);
    }

    @AfterAll
    static void the_auditor_is_quiet(SystemStack stack) {
        Auditor.isQuiet(stack);
    }

    @AfterEach
    void heal(SystemStack stack) {
        Gates.heal(stack);
    }

    @Test
    void two_hundred_buyers_and_fifty_units(SystemStack stack) throws Exception {
        String sku = new Shop(stack).goods(Shop.newSku("LAST"), 75_000, 50);
        List<Outcome> outcomes;
        try (Crowd<Outcome> crowd =
                Crowd.atOnce(200, i -> () -> Buyer.of(stack).wants(sku, 1).buys())) {
            outcomes = crowd.outcomes();
        }
        assertThat(counts(outcomes)).isEqualTo(Map.of("PAID", 50L, "SOLD_OUT", 150L));
        settled(stack, sku, 50, outcomes);
    }

    /** While one of those who decide is killed in the middle and comes back. */
    @ParameterizedTest
    @ValueSource(strings = {"order-service", "payment-service", "fulfillment-service"})
    void the_same_while_a_service_is_killed(String victim, SystemStack stack) throws Exception {
        assumeTrue(Scale.isFull() || victim.equals("fulfillment-service"), "the slice has one victim");
        Random random = Scale.seeded("LastUnits, " + victim + " killed");
        int buyers = Scale.of(60, 200);
        int units = buyers / 4;
        String sku = new Shop(stack).goods(Shop.newSku("KILL"), 75_000, units);
        Books books = new Books(stack);
        List<Outcome> outcomes;
        try (Crowd<Outcome> crowd =
                Crowd.atOnce(buyers, i -> () -> Buyer.of(stack).wants(sku, 1).buys())) {
            books.beingBought(sku);
            Thread.sleep(random.nextInt(500));
            assertThat(crowd.done()).as("buyers who have left already").isLessThan(buyers);
            stack.kill(victim);
            stack.start(victim);
            outcomes = crowd.outcomes();
        }
        assertThat(counts(outcomes)).isEqualTo(Map.of("PAID", (long) units, "SOLD_OUT", (long) buyers - units));
        settled(stack, sku, units, outcomes);
    }

    @Test
    void a_coupon_with_fifty_uses(SystemStack stack) throws Exception {
        int uses = Scale.of(15, 50);
        int buyers = uses * 2;
        String sku = new Shop(stack).goods(Shop.newSku("CPN"), 100_000, buyers);
        String code = "RACE" + UUID.randomUUID().toString().substring(0, 6).toUpperCase(Locale.ROOT);
        stack.as("marketer")
                .once(code)
                .post(
                        "/v1/coupons",
                        Map.of(
                                "storeId",
                                SystemStack.STORE,
                                "code",
                                code,
                                "type",
                                "PERCENTAGE",
                                "percentage",
                                "10",
                                "totalLimit",
                                uses))
                .expect(201);
        List<Outcome> outcomes;
        try (Crowd<Outcome> crowd = Crowd.atOnce(
                buyers, i -> () -> Buyer.of(stack).wants(sku, 1).with(code).buys())) {
            outcomes = crowd.outcomes();
        }
        assertThat(counts(outcomes)).isEqualTo(Map.of("PAID", (long) uses, "COUPON_EXHAUSTED", (long) buyers - uses));
        outcomes.stream()
                .filter(outcome -> outcome.code().equals("PAID"))
                .forEach(outcome -> assertThat(outcome.purchase().order().text("/totals/discount/amount"))
                        .isEqualTo("10000.00"));
        new Books(stack).shelf(sku, buyers, uses);
    }

    /** Two goods, half of the buyers name them in one order and half in the other: nobody waits for ever, none has half. */
    @Test
    void two_goods_bought_in_opposite_order(SystemStack stack) throws Exception {
        int buyers = Scale.of(40, 200);
        int units = buyers / 4;
        Shop shop = new Shop(stack);
        String first = shop.goods(Shop.newSku("ONE"), 40_000, units);
        String second = shop.goods(Shop.newSku("TWO"), 60_000, units);
        List<Outcome> outcomes;
        try (Crowd<Outcome> crowd = Crowd.atOnce(buyers, i -> () -> {
            Buyer buyer = Buyer.of(stack);
            return (i % 2 == 0
                            ? buyer.wants(first, 1).wants(second, 1)
                            : buyer.wants(second, 1).wants(first, 1))
                    .buys();
        })) {
            outcomes = crowd.outcomes();
        }
        assertThat(counts(outcomes)).isEqualTo(Map.of("PAID", (long) units, "SOLD_OUT", (long) buyers - units));
        settled(stack, first, units, outcomes);
        settled(stack, second, units, outcomes);
    }

    private static Map<String, Long> counts(List<Outcome> outcomes) {
        return outcomes.stream().collect(Collectors.groupingBy(Outcome::code, Collectors.counting()));
    }

    /** Every unit is some paid order's, every paid order's money was captured once, and everybody was told. */
    private static void settled(SystemStack stack, String sku, int units, List<Outcome> outcomes) {
        Books books = new Books(stack);
        books.shelf(sku, units, units);
        List<Outcome> paid = new ArrayList<>(outcomes);
        paid.removeIf(outcome -> !outcome.code().equals("PAID"));
        paid.forEach(outcome -> {
            books.money(outcome.purchase(), "CAPTURED");
            books.told(outcome.purchase(), "order.placed.v1", "order.confirmed.v1");
        });
    }
}
