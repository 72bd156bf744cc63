package io.niaga.system.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.system.harness.SystemIT;
import io.niaga.system.harness.SystemStack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Three times as many readers as there is room for, without a pause, while two people buy: readers are sent away with a time
 * to come back, nobody who buys is, memory stays as it is, and afterwards everything is as before. Loopback, seconds only.
 */
@SystemIT
@EnabledIfSystemProperty(named = "niaga.proofs.full", matches = "true")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OverloadIT {
    private static final int ROOM = 32;
    /** Reads may fill half of the room of each service; three times that is asked of one. */
    private static final int READERS = 3 * ROOM / 2;

    private static final int BUYERS = 2;
    private static final Duration LOAD = Duration.ofSeconds(15);
    private static final long FLAT_KILOBYTES = 96 * 1024;
    private static final String READ = "/v1/stores/" + Site.STORE;

    private final World world = World.shared();

    @BeforeAll
    void smallRoom(SystemStack stack) {
        Map<String, String> variables = new TreeMap<>(Quotas.NONE);
        variables.put("NIAGA_GATEWAY_IN_FLIGHT", String.valueOf(ROOM));
        stack.start("gateway", variables);
    }

    /** What readers were answered, and how long those waited who were sent away. */
    private record Readings(int answered, int shed, List<String> other, List<Long> shedMillis) {}

    @Test
    void readers_wait_outside_buyers_do_not_and_it_passes(SystemStack stack) throws Exception {
        readers(1, Duration.ofSeconds(1));
        buy();
        Map<String, Long> before = memory(stack);
        int bought;
        Readings readings;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Instant end = Instant.now().plus(LOAD);
            List<Future<Integer>> buyers = new ArrayList<>();
            for (int i = 0; i < BUYERS; i++) {
                buyers.add(threads.submit(() -> buyUntil(end)));
            }
            readings = readers(READERS, LOAD);
            bought = 0;
            for (Future<Integer> buyer : buyers) {
                bought += buyer.get();
            }
        }
        Map<String, Long> after = memory(stack);
        long p99 = readings.shedMillis().isEmpty()
                ? 0
                : readings.shedMillis().get(readings.shedMillis().size() * 99 / 100);
        System.out.printf(
                "overload: %d readers for %d places, %d s: %d answered, %d sent away (p99 %d ms), %d orders, none sent away%n",
                READERS, ROOM / 2, LOAD.toSeconds(), readings.answered(), readings.shed(), p99, bought);
        assertThat(readings.other())
                .as("answers that are neither 200 nor 503 with Retry-After")
                .isEmpty();
        assertThat(readings.shed()).as("readers sent away").isPositive();
        assertThat(readings.answered()).as("readers answered").isPositive();
        assertThat(bought).as("orders placed meanwhile").isPositive();
        after.forEach((name, kilobytes) -> assertThat(kilobytes - before.getOrDefault(name, 0L))
                .as("kilobytes that %s grew", name)
                .isLessThan(FLAT_KILOBYTES));
        Readings calm = readers(2, Duration.ofSeconds(1));
        assertThat(calm.shed()).as("readers sent away afterwards").isZero();
        assertThat(calm.other()).isEmpty();
    }

    private int buyUntil(Instant end) {
        int orders = 0;
        while (Instant.now().isBefore(end)) {
            buy();
            orders++;
        }
        return orders;
    }

    /** Every step of it answers what it should: none is a 503. */
    private void buy() {
        new Shopper(world.as("buyer")).bought(world.value("sku"), "COD");
    }

    private Readings readers(int many, Duration time) throws Exception {
        Readings all = new Readings(0, 0, new ArrayList<>(), new ArrayList<>());
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Readings>> readers = new ArrayList<>();
            Instant end = Instant.now().plus(time);
            for (int i = 0; i < many; i++) {
                readers.add(threads.submit(() -> readUntil(end)));
            }
            for (Future<Readings> reader : readers) {
                Readings one = reader.get();
                all.other().addAll(one.other());
                all.shedMillis().addAll(one.shedMillis());
                all = new Readings(
                        all.answered() + one.answered(), all.shed() + one.shed(), all.other(), all.shedMillis());
            }
        }
        Collections.sort(all.shedMillis());
        return all;
    }

    private Readings readUntil(Instant end) throws InterruptedException {
        int answered = 0;
        List<String> other = new ArrayList<>();
        List<Long> shed = new ArrayList<>();
        try (KeptAlive connection = new KeptAlive(world.site.ports().base())) {
            while (Instant.now().isBefore(end)) {
                Instant asked = Instant.now();
                String head = connection.get(READ);
                if (head.startsWith("HTTP/1.1 200")) {
                    answered++;
                } else if (head.startsWith("HTTP/1.1 503")
                        && head.toLowerCase(java.util.Locale.ROOT).contains("retry-after:")) {
                    shed.add(Duration.between(asked, Instant.now()).toMillis());
                    // Impatient, but no more than a browser that is reloaded by hand.
                    Thread.sleep(50);
                } else {
                    other.add(head);
                }
            }
        } catch (IOException broken) {
            other.add(broken.toString());
        }
        return new Readings(answered, shed.size(), other, shed);
    }

    /** Resident kilobytes of the gateway and of those who are asked. */
    private static Map<String, Long> memory(SystemStack stack) throws IOException {
        Map<String, Long> memory = new TreeMap<>();
        // Only Linux tells; there it must.
        if (Files.isDirectory(Path.of("/proc"))) {
            for (String name : List.of("gateway", "user-service", "order-service")) {
                Files.readAllLines(Path.of("/proc/" + stack.pid(name) + "/status")).stream()
                        .filter(line -> line.startsWith("VmRSS:"))
                        .forEach(line -> memory.put(name, Long.parseLong(line.replaceAll("\\D", ""))));
            }
            assertThat(memory).hasSize(3);
        }
        return memory;
    }
}
