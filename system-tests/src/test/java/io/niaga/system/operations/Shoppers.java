package io.niaga.system.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.system.harness.SystemStack;
import io.niaga.system.shop.Purchase;
import io.niaga.testsupport.Api;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Some people who look around and buy until they are told to stop; whatever goes wrong is written down with its time. */
final class Shoppers {
    /** Between one and the next; without it four people keep a small machine so busy that nobody new can start. */
    private static final Duration THOUGHT = Duration.ofMillis(50);

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private final Supplier<Api> door;
    private final String sku;
    private final List<String> failures = new CopyOnWriteArrayList<>();
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicInteger purchases = new AtomicInteger();
    private final List<Thread> people = new ArrayList<>();
    private volatile boolean open = true;

    /** @param door asked for anew with each request */
    Shoppers(Supplier<Api> door, String sku) {
        this.door = () -> {
            requests.incrementAndGet();
            return door.get();
        };
        this.sku = sku;
    }

    void begin(int lookers, int buyers) {
        for (int i = 0; i < lookers; i++) {
            people.add(Thread.ofVirtual().start(() -> again(this::look)));
        }
        for (int i = 0; i < buyers; i++) {
            people.add(Thread.ofVirtual().start(() -> again(this::buy)));
        }
    }

    /** Everybody finishes what they have begun; what went wrong. */
    List<String> end() throws InterruptedException {
        open = false;
        for (Thread person : people) {
            person.join();
        }
        return List.copyOf(failures);
    }

    int requests() {
        return requests.get();
    }

    int purchases() {
        return purchases.get();
    }

    private void again(Runnable work) {
        while (open) {
            try {
                work.run();
            } catch (AssertionError | RuntimeException wrong) {
                failures.add(Instant.now() + " " + wrong);
            }
            pause(THOUGHT);
        }
    }

    private void look() {
        door.get().get("/v1/products?store=" + SystemStack.STORE + "&limit=5").expect(200);
        door.get().get("/v1/search?q=kemeja&store=" + SystemStack.STORE).expect(200);
        door.get().get("/v1/stores/" + SystemStack.STORE).expect(200);
    }

    private void buy() {
        Purchase purchase = Purchase.through(door).put(sku, 1).place("CARD").pay("tok_success");
        Instant deadline = Instant.now().plus(PATIENCE);
        String state = purchase.order().text("/state");
        while (!state.equals("CONFIRMED") && Instant.now().isBefore(deadline)) {
            pause(THOUGHT);
            state = purchase.order().text("/state");
        }
        assertThat(state).as(purchase.id()).isEqualTo("CONFIRMED");
        purchases.incrementAndGet();
    }

    private static void pause(Duration pause) {
        LockSupport.parkNanos(pause.toNanos());
    }
}
