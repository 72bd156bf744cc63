package io.niaga.fulfillment.receiving;

import static io.niaga.fulfillment.receiving.Dock.MAIN;
import static io.niaga.fulfillment.receiving.Dock.OTHER;
import static io.niaga.fulfillment.receiving.Dock.SHIRT;
import static io.niaga.fulfillment.receiving.Dock.TROUSERS;
import static io.niaga.fulfillment.receiving.Dock.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.fulfillment.reservation.Breaking.Crash;
import io.niaga.fulfillment.stock.Buckets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** A process dies, or sleeps, before and after every single step of a restock; nothing is lost and nothing doubled. */
class RestockCrashTest {
    private static final Buckets SHIRTS = new Buckets(13, 12, 0, 0, 0, 1, 0);

    private static Dock dock() {
        return new Dock().counted(SHIRT, MAIN, 10).counted(TROUSERS, OTHER, 4).shipped();
    }

    private static void restock(Dock dock, Dock.Verbs verbs, long fence) {
        verbs.restock(dock.command(fence, line(1, SHIRT, 2, 1), line(2, TROUSERS, 3, 0)));
    }

    private static int steps() {
        AtomicInteger seen = new AtomicInteger();
        Dock dock = dock();
        restock(dock, dock.breaking(at -> seen.incrementAndGet() < 0), 1);
        assertThat(seen.get()).isGreaterThan(20);
        return seen.get();
    }

    private static Stream<Integer> everyStep() {
        return IntStream.range(0, steps()).boxed();
    }

    private static void diesAt(Dock dock, int step) {
        AtomicInteger seen = new AtomicInteger();
        try {
            restock(dock, dock.breaking(at -> seen.getAndIncrement() >= step), 1);
        } catch (Crash dead) {
            return;
        }
        throw new AssertionError("it did not die at " + step);
    }

    private static void sweep(Dock dock) {
        dock.later(Duration.ofMinutes(2));
        dock.verbs().settle.sweep();
    }

    private static void isRestocked(Dock dock) {
        assertThat(dock.at(SHIRT, MAIN)).isEqualTo(SHIRTS);
        assertThat(dock.at(TROUSERS, OTHER).available()).isEqualTo(7);
        assertThat(dock.restocks.find(Dock.RETURN).orElseThrow().isFinished()).isTrue();
        dock.isWhole(10, 4);
    }

    @TestFactory
    Stream<DynamicTest> whoever_comes_after_finishes_it() {
        return everyStep()
                .map(step -> DynamicTest.dynamicTest("dead at step " + step, () -> {
                    Dock dock = dock();
                    diesAt(dock, step);
                    restock(dock, dock.verbs(), 1);
                    sweep(dock);
                    isRestocked(dock);
                }));
    }

    @TestFactory
    Stream<DynamicTest> the_sweeper_alone_finishes_what_was_begun() {
        return everyStep()
                .map(step -> DynamicTest.dynamicTest("dead at step " + step, () -> {
                    Dock dock = dock();
                    diesAt(dock, step);
                    sweep(dock);
                    if (dock.restocks.find(Dock.RETURN).isPresent()) {
                        isRestocked(dock);
                    } else {
                        assertThat(dock.at(SHIRT, MAIN).onHand()).isEqualTo(10);
                        dock.isWhole(10, 4);
                    }
                }));
    }

    private record Deed(String name, Consumer<Dock> deed) {}

    @TestFactory
    Stream<DynamicTest> a_woken_zombie_puts_nothing_twice() {
        List<Deed> others = List.of(
                new Deed("restock", d -> restock(d, d.verbs(), 1)),
                new Deed("restock with a higher fence", d -> restock(d, d.verbs(), 2)),
                new Deed("sweep", RestockCrashTest::sweep),
                new Deed("count", d -> d.counted(SHIRT, MAIN, d.at(SHIRT, MAIN).onHand())));
        return others.stream()
                .flatMap(other -> everyStep()
                        .map(step -> DynamicTest.dynamicTest(
                                "frozen at " + step + " while others " + other.name(), () -> sleeps(step, other))));
    }

    private static void sleeps(int step, Deed other) {
        Dock dock = dock();
        AtomicInteger seen = new AtomicInteger();
        Dock.Verbs frozen = dock.breaking(at -> {
            if (seen.getAndIncrement() == step) {
                other.deed().accept(dock);
                dock.later(Duration.ofMinutes(2));
            }
            return false;
        });
        try {
            restock(dock, frozen, 1);
        } catch (io.niaga.types.ProblemException fenced) {
            assertThat(fenced.problem().code()).isEqualTo("FENCED");
        }
        sweep(dock);
        isRestocked(dock);
    }
}
