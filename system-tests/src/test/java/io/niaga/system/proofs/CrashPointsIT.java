package io.niaga.system.proofs;

import static io.niaga.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.system.harness.SystemIT;
import io.niaga.system.harness.SystemStack;
import io.niaga.system.shop.Purchase;
import io.niaga.system.shop.Shop;
import io.niaga.testsupport.Answer;
import io.niaga.testsupport.FaultProxy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * An order is placed, paid, confirmed, cancelled and refunded, and the process under test dies (SIGKILL) before or after any
 * one of the changes and commands it sends on that way. Whoever starts it again finds an order that goes on.
 */
@SystemIT
class CrashPointsIT {
    private static final int UNITS = 1_000;
    private final ExecutorService undertaker = Executors.newSingleThreadExecutor();

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
        undertaker.close();
        Gates.heal(stack);
    }

    /** All moments of one take up to half an hour. */
    @ParameterizedTest
    @Timeout(value = 60, unit = TimeUnit.MINUTES)
    @ValueSource(strings = {"order-service", "fulfillment-service", "payment-service"})
    void dies_between_any_two_steps(String victim, SystemStack stack) throws Exception {
        Random random = Scale.seeded("CrashPoints of " + victim);
        String sku = new Shop(stack).goods(Shop.newSku("CRASH"), 50_000, UNITS);
        List<FaultProxy> lines = lines(victim, stack);
        int points = points(lines, sku, stack);
        assertThat(points).as("changes and commands of %s", victim).isGreaterThan(5);
        List<Moment> moments = moments(points, random);
        int deaths = 0;
        for (Moment moment : moments) {
            if (Scale.isFull() || deaths == 0) {
                deaths += dies(victim, moment, lines, sku, stack) ? 1 : 0;
            }
        }
        // No life is quite as long as another; but a proof in which nobody dies proves nothing.
        assertThat(deaths).as("deaths of %s", victim).isGreaterThanOrEqualTo(Scale.of(1, moments.size() * 9 / 10));
    }

    /** How many changes and commands a life has; in the very first of a process some are repeated. */
    private static int points(List<FaultProxy> lines, String sku, SystemStack stack) throws InterruptedException {
        if (Scale.isFull()) {
            life(stack, sku);
        }
        CrashPoint counting = CrashPoint.never();
        lines.forEach(line -> line.watch(counting));
        life(stack, sku);
        counting.over();
        return counting.count();
    }

    private record Moment(int number, boolean after) {}

    /** Every one; or some by lot, to draw another when one does not come. */
    private static List<Moment> moments(int points, Random random) {
        List<Moment> all = new ArrayList<>();
        for (int number = 1; number <= points; number++) {
            all.add(new Moment(number, false));
            all.add(new Moment(number, true));
        }
        Collections.shuffle(all, random);
        return all.subList(0, Scale.of(5, all.size()));
    }

    /** Whether it died; the moment may not come. */
    private boolean dies(String victim, Moment moment, List<FaultProxy> lines, String sku, SystemStack stack)
            throws Exception {
        AtomicReference<Future<?>> back = new AtomicReference<>();
        CrashPoint point = CrashPoint.at(moment.number(), moment.after(), () -> {
            stack.kill(victim);
            back.set(undertaker.submit(() -> stack.startAgain(victim)));
        });
        lines.forEach(line -> line.watch(point));
        Purchase purchase = life(stack, sku);
        String death = point.over();
        lines.forEach(FaultProxy::heal);
        System.out.println("CrashPoints: " + victim + " died " + (death.isEmpty() ? "nowhere" : death) + ", moment "
                + moment + ", " + purchase.id());
        Future<?> start = back.get();
        if (start != null) {
            start.get();
        }
        return !death.isEmpty();
    }

    /** From the cart to the refund; whatever does not answer is asked again. */
    private static Purchase life(SystemStack stack, String sku) {
        Buyer.Outcome outcome = Buyer.of(stack).wants(sku, 2).buys();
        assertThat(outcome.code()).isEqualTo("PAID");
        Purchase purchase = outcome.purchase();
        Answer cancelled = Patience.answered(() -> purchase.tryCancel("CHANGED_MIND"));
        assertThat(cancelled.status()).as("%s", cancelled).isIn(200, 202);
        eventually(
                Buyer.CONFIRMATION,
                () -> assertThat(purchase.order().text("/state")).isEqualTo("CANCELLED"));
        Books books = new Books(stack);
        books.money(purchase, "REFUNDED");
        books.shelf(sku, UNITS, 0);
        books.told(purchase, "order.placed.v1", "order.confirmed.v1", "order.cancelled.v1");
        return purchase;
    }

    private static List<FaultProxy> lines(String victim, SystemStack stack) {
        // What a dead process had claimed is waited for by each life in turn.
        stack.shortenLeases(victim);
        return stack.around(
                victim, victim.equals("order-service") ? List.of("fulfillment-service", "payment-service") : List.of());
    }
}
