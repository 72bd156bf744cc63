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
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

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

    @Test
    void checkouts_among_random_faults(SystemStack stack) throws Exception {
        Gates.open(stack);
        Random random = Scale.seeded("RandomFaults");
        int checkouts = Scale.of(60, 1_000);
        String sku = new Shop(stack).goods(Shop.newSku("FATE"), 20_000, checkouts);
        int strikes = Scale.of(6, 50);
        Semaphore turns = new Semaphore(0);
        AtomicInteger begun = new AtomicInteger();
        TreeMap<String, Integer> faults = new TreeMap<>();
        List<List<Purchase>> lives;
        try (Crowd<List<Purchase>> crowd =
                Crowd.atOnce(BUYERS, i -> () -> buysAndThinksAgain(stack, sku, begun, checkouts, turns))) {
            for (int struck = 1; crowd.done() < BUYERS; struck++) {
                // No checkout is far from a fault: each lets only its share of them begin.
                turns.release(struck < strikes ? checkouts / strikes : checkouts);
                faults.merge(strike(stack, random), 1, Integer::sum);
                Thread.sleep(random.nextInt(2_000));
            }
            lives = crowd.outcomes();
        }
        List<Purchase> all = lives.stream().flatMap(List::stream).toList();
        System.out.println("RandomFaults: " + all.size() + " checkouts, faults " + faults);
        assertThat(all).hasSize(checkouts);
        settled(stack, sku, all);
    }

    /** Every third thinks again. */
    private static List<Purchase> buysAndThinksAgain(
            SystemStack stack, String sku, AtomicInteger begun, int checkouts, Semaphore turns) {
        List<Purchase> mine = new ArrayList<>();
        for (int number = begun.incrementAndGet(); number <= checkouts; number = begun.incrementAndGet()) {
            turns.acquireUninterruptibly();
            Buyer.Outcome outcome = Buyer.of(stack).wants(sku, 1).buys();
            assertThat(outcome.code()).isEqualTo("PAID");
            Purchase purchase = outcome.purchase();
            if (number % 3 == 0) {
                Answer cancelled = Patience.answered(() -> purchase.tryCancel("CHANGED_MIND"));
                assertThat(cancelled.status()).as("%s", cancelled).isIn(200, 202);
            }
            mine.add(purchase);
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

    private static void settled(SystemStack stack, String sku, List<Purchase> all) {
        Books books = new Books(stack);
        int kept = 0;
        for (Purchase purchase : all) {
            eventually(
                    Buyer.CONFIRMATION,
                    () -> assertThat(purchase.order().text("/state")).isIn("CONFIRMED", "CANCELLED"));
            boolean cancelled = purchase.order().text("/state").equals("CANCELLED");
            books.money(purchase, cancelled ? "REFUNDED" : "CAPTURED");
            if (cancelled) {
                books.told(purchase, "order.placed.v1", "order.confirmed.v1", "order.cancelled.v1");
            } else {
                kept++;
                books.told(purchase, "order.placed.v1", "order.confirmed.v1");
            }
        }
        books.shelf(sku, all.size(), kept);
    }
}
