package io.niaga.system.proofs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.niaga.system.harness.SystemIT;
import io.niaga.system.harness.SystemStack;
import io.niaga.system.proofs.Buyer.Outcome;
import io.niaga.system.shop.Shop;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A process that stops in mid-step and wakes after everybody gave it up does no harm. */
@SystemIT
class FrozenIT {
    /** Longer than the lease of an order's process (15 s), of a Feign call and of a breaker. */
    private static final Duration SLEEP = Duration.ofSeconds(Scale.of(18, 35));

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

    @ParameterizedTest
    @ValueSource(strings = {"order-service", "fulfillment-service", "payment-service"})
    void sleeps_past_its_lease(String sleeper, SystemStack stack) throws Exception {
        assumeTrue(Scale.isFull() || sleeper.equals("order-service"), "the slice has one sleeper");
        int buyers = 16;
        String sku = new Shop(stack).goods(Shop.newSku("ICE"), 20_000, buyers / 2);
        Books books = new Books(stack);
        List<Outcome> outcomes;
        try (Crowd<Outcome> crowd =
                Crowd.atOnce(buyers, i -> () -> Buyer.of(stack).wants(sku, 1).buys())) {
            books.beingBought(sku);
            stack.freeze(sleeper);
            Thread.sleep(SLEEP);
            stack.thaw(sleeper);
            outcomes = crowd.outcomes();
        }
        long paid = outcomes.stream().filter(o -> o.code().equals("PAID")).count();
        assertThat(paid).isEqualTo(buyers / 2);
        books.shelf(sku, buyers / 2, buyers / 2);
        outcomes.stream().filter(o -> o.code().equals("PAID")).forEach(outcome -> {
            books.money(outcome.purchase(), "CAPTURED");
            books.told(outcome.purchase(), "order.placed.v1", "order.confirmed.v1");
        });
    }

    /**
     * A clock is two minutes off, then set right: nothing is lost, nothing is done twice. One that is behind refuses
     * fresh tokens as being from the future; who was refused asks again.
     */
    @ParameterizedTest
    @CsvSource({"order-service,PT2M", "order-service,-PT2M", "fulfillment-service,PT2M", "fulfillment-service,-PT2M"})
    void a_clock_is_two_minutes_off(String service, String offset, SystemStack stack) throws Exception {
        assumeTrue(Scale.isFull(), "clocks are set with -Pproofs");
        String sku = new Shop(stack).goods(Shop.newSku("CLK"), 20_000, 10);
        stack.start(service, Map.of("NIAGA_CLOCK_OFFSET", offset, "NIAGA_SANDBOX_ENABLED", "true"));
        List<Outcome> outcomes;
        try (Crowd<Outcome> crowd =
                Crowd.atOnce(4, i -> () -> Buyer.of(stack).wants(sku, 1).buys())) {
            Thread.sleep(3_000);
            stack.start(service);
            outcomes = crowd.outcomes();
        }
        Books books = new Books(stack);
        books.shelf(sku, 10, 4);
        outcomes.forEach(outcome -> {
            assertThat(outcome.code()).isEqualTo("PAID");
            books.money(outcome.purchase(), "CAPTURED");
            books.told(outcome.purchase(), "order.placed.v1", "order.confirmed.v1");
        });
    }

    /**
     * Deadlines are order-service's, by its own clock. For a warehouse that is ahead they have passed before they are set,
     * and it gives nothing back: looked at after all its sweeps (10 s), a minute before the order's time is over.
     */
    @Test
    void a_warehouse_ahead_of_every_deadline_lets_nothing_expire(SystemStack stack) throws Exception {
        assumeTrue(Scale.isFull(), "clocks are set with -Pproofs");
        String sku = new Shop(stack).goods(Shop.newSku("DUE"), 20_000, 10);
        stack.start("fulfillment-service", Map.of("NIAGA_CLOCK_OFFSET", "PT2M", "NIAGA_SANDBOX_ENABLED", "true"));
        stack.start("order-service", Map.of("NIAGA_ORDERS_CHECKOUT_PAYMENTWINDOW_CARD", "90s"));
        Outcome placed = Buyer.of(stack).wants(sku, 1).places();
        assertThat(placed.code()).isEqualTo("PLACED");
        Thread.sleep(25_000);
        Books books = new Books(stack);
        books.shelf(sku, 10, 1);
        assertThat(placed.purchase().order().text("/state")).isEqualTo("AWAITING_PAYMENT");
        assertThat(Buyer.pays(placed.purchase()).code()).isEqualTo("PAID");
        books.money(placed.purchase(), "CAPTURED");
        books.told(placed.purchase(), "order.placed.v1", "order.confirmed.v1");
        books.shelf(sku, 10, 1);
    }
}
