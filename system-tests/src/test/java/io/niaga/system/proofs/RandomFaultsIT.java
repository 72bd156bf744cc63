package io.niaga.system.proofs;

import static io.niaga.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.system.harness.SystemIT;
import io.niaga.system.harness.SystemStack;
import io.niaga.system.shop.Purchase;
import io.niaga.system.shop.Shop;
import io.niaga.testsupport.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Buyers who buy and change their minds, while whatever may die, sleep or go away does so by lot. */
@SystemIT
class RandomFaultsIT {
    private static final List<String> MORTAL = List.of(
            "order-service",
            "payment-service",
            "fulfillment-service",
            "loyalty-service",
            "catalog-service",
            "kafka",
            "store");
    private static final int BUYERS = 8;

    @AfterAll
    static void the_auditor_is_quiet(SystemStack stack) {
        Auditor.isQuiet(stack);
    }

    /**
     * What became of a buyer's purchase.
     *
     * @param cancelled the buyer was told that it is cancelled, or will be
     */
    private record Life(Purchase purchase, boolean cancelled) {}

    /** All of it takes up to half an hour. */
    @Test
    @Timeout(value = 60, unit = TimeUnit.MINUTES)
    void checkouts_among_random_faults(SystemStack stack) throws Exception {
        Gates.open(stack);
        Random random = Scale.seeded("RandomFaults");
        int checkouts = Scale.of(40, 1_000);
        String sku = new Shop(stack).goods(Shop.newSku("FATE"), 20_000, checkouts);
        int strikes = Scale.of(4, 50);
        Semaphore turns = new Semaphore(0);
        AtomicInteger begun = new AtomicInteger();
        TreeMap<String, Integer> faults = new TreeMap<>();
        List<List<Life>> lives;
        try (Crowd<List<Life>> crowd =
                Crowd.atOnce(BUYERS, i -> () -> buysAndThinksAgain(stack, sku, begun, checkouts, turns))) {
            for (int struck = 1; crowd.done() < BUYERS; struck++) {
                // No checkout is far from a fault: each lets only its share of them begin.
                turns.release(struck < strikes ? checkouts / strikes : checkouts);
                faults.merge(strike(stack, random), 1, Integer::sum);
                Thread.sleep(random.nextInt(2_000));
            }
            lives = crowd.outcomes();
        }
        List<Life> all = lives.stream().flatMap(List::stream).toList();
        System.out.println("RandomFaults: " + all.size() + " checkouts, faults " + faults);
        assertThat(all).hasSize(checkouts);
        settled(stack, sku, all);
    }

    /** Every third thinks again. */
    private static List<Life> buysAndThinksAgain(
            SystemStack stack, String sku, AtomicInteger begun, int checkouts, Semaphore turns)
            throws InterruptedException {
        List<Life> mine = new ArrayList<>();
        for (int number = begun.incrementAndGet(); number <= checkouts; number = begun.incrementAndGet()) {
            turns.acquire();
            Buyer.Outcome outcome = Buyer.of(stack).wants(sku, 1).buys();
            assertThat(outcome.code()).isEqualTo("PAID");
            Purchase purchase = outcome.purchase();
            boolean thinksAgain = number % 3 == 0;
            if (thinksAgain) {
                // Asked until it is answered: whatever was lost on the way, in the end the buyer was told.
                Answer cancelled = Patience.answered(() -> purchase.tryCancel("CHANGED_MIND"));
                assertThat(cancelled.status()).as("%s", cancelled).isIn(200, 202);
            }
            mine.add(new Life(purchase, thinksAgain));
        }
        return mine;
    }

    private static String strike(SystemStack stack, Random random) throws InterruptedException {
        List<String> mortal =
                MORTAL.stream().filter(name -> stack.names().contains(name)).toList();
        String victim = mortal.get(random.nextInt(mortal.size()));
        if (random.nextInt(3) == 0) {
            stack.freeze(victim);
            Thread.sleep(500 + random.nextInt(4_000));
            stack.thaw(victim);
            return "froze " + victim;
        }
        stack.kill(victim);
        Thread.sleep(random.nextInt(3_000));
        stack.start(victim);
        return "killed " + victim;
    }

    private static void settled(SystemStack stack, String sku, List<Life> all) {
        Books books = new Books(stack);
        int kept = 0;
        for (Life life : all) {
            Purchase purchase = life.purchase();
            eventually(
                    Buyer.CONFIRMATION,
                    () -> assertThat(purchase.order().text("/state"))
                            .isEqualTo(life.cancelled() ? "CANCELLED" : "CONFIRMED"));
            books.money(purchase, life.cancelled() ? "REFUNDED" : "CAPTURED");
            if (life.cancelled()) {
                books.told(purchase, "order.placed.v1", "order.confirmed.v1", "order.cancelled.v1");
            } else {
                kept++;
                books.told(purchase, "order.placed.v1", "order.confirmed.v1");
            }
        }
        books.shelf(sku, all.size(), kept);
    }
}
