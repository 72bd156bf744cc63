package io.niaga.fulfillment.reservation;

import static io.niaga.fulfillment.reservation.Shelf.MAIN;
import static io.niaga.fulfillment.reservation.Shelf.OTHER;
import static io.niaga.fulfillment.reservation.Shelf.SHIRT;
import static io.niaga.fulfillment.reservation.Shelf.TROUSERS;
import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.types.ProblemException;
import io.niaga.types.Sku;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** A process dies before and after every single step; whoever comes after finds nothing lost and nothing doubled. */
class CrashTest {
    private static final OrderId ORDER = Shelf.order(1);
    private static final Map<Sku, Integer> BOTH = Map.of(SHIRT, 3, TROUSERS, 2);

    /** A story: what was true before, what dies in the middle, what is done afterwards, and where it must end. */
    private record Story(
            String name, Consumer<Shelf> before, Consumer<Verbs> dying, Consumer<Verbs> after, ReservationState end) {}

    private static final List<Story> STORIES = List.of(
            new Story("reserving, asked again", s -> {}, CrashTest::reserve, CrashTest::reserve, ReservationState.HELD),
            new Story(
                    "reserving, given up", s -> {}, CrashTest::reserve, v -> release(v, 2), ReservationState.RELEASED),
            new Story(
                    "reserving what is sold out",
                    s -> s.counted(TROUSERS, MAIN, 0).counted(TROUSERS, OTHER, 1),
                    CrashTest::reserveOrNot,
                    CrashTest::reserveOrNot,
                    ReservationState.REFUSED),
            new Story(
                    "releasing, asked again",
                    s -> reserve(s.verbs()),
                    v -> release(v, 2),
                    v -> release(v, 2),
                    ReservationState.RELEASED),
            new Story(
                    "releasing, then revived and released again",
                    s -> reserve(s.verbs()),
                    v -> release(v, 2),
                    v -> {
                        release(v, 2);
                        reserve(v, 3);
                        release(v, 4);
                    },
                    ReservationState.RELEASED),
            new Story(
                    "reviving, asked again",
                    s -> {
                        reserve(s.verbs());
                        release(s.verbs(), 2);
                    },
                    v -> reserve(v, 3),
                    v -> reserve(v, 3),
                    ReservationState.HELD),
            new Story(
                    "taking over, which dies too",
                    s -> diesAt(s, 9, CrashTest::reserve),
                    CrashTest::reserve,
                    CrashTest::reserve,
                    ReservationState.HELD),
            new Story(
                    "giving up what died halfway",
                    s -> diesAt(s, 7, CrashTest::reserve),
                    v -> release(v, 2),
                    v -> release(v, 2),
                    ReservationState.RELEASED),
            new Story(
                    "reviving what was held by somebody who died before tidying up",
                    s -> {
                        diesAt(s, 12, CrashTest::reserve);
                        assertThat(s.at(SHIRT, MAIN).reserved()).isEqualTo(3);
                    },
                    v -> {
                        release(v, 2);
                        reserve(v, 3);
                    },
                    v -> {
                        release(v, 2);
                        reserve(v, 3);
                    },
                    ReservationState.HELD),
            new Story(
                    "committing",
                    s -> reserve(s.verbs()),
                    v -> v.commit.commit(ReservationId.of(ORDER), new Fence(2)),
                    v -> v.commit.commit(ReservationId.of(ORDER), new Fence(2)),
                    ReservationState.COMMITTED),
            new Story(
                    "consuming",
                    s -> {
                        reserve(s.verbs());
                        s.verbs().commit.commit(ReservationId.of(ORDER), new Fence(2));
                        s.verbs().pick.start(ReservationId.of(ORDER));
                    },
                    v -> v.pick.consume(ReservationId.of(ORDER)),
                    v -> v.pick.consume(ReservationId.of(ORDER)),
                    ReservationState.CONSUMED),
            new Story(
                    "running short",
                    s -> {
                        reserve(s.verbs());
                        s.verbs().commit.commit(ReservationId.of(ORDER), new Fence(2));
                        s.verbs().pick.start(ReservationId.of(ORDER));
                    },
                    v -> v.pick.runShort(ReservationId.of(ORDER), Shelf.ONE_SHIRT),
                    v -> v.pick.runShort(ReservationId.of(ORDER), Shelf.ONE_SHIRT),
                    ReservationState.RELEASED));

    @TestFactory
    List<DynamicTest> whoever_comes_after_finishes_it() {
        List<DynamicTest> tests = new ArrayList<>();
        for (Story story : STORIES) {
            int steps = steps(story);
            assertThat(steps).as("steps of " + story.name()).isPositive();
            for (int step = 0; step < steps; step++) {
                int dies = step;
                tests.add(DynamicTest.dynamicTest(
                        story.name() + ", dead at step " + step + " of " + steps, () -> play(story, dies)));
            }
        }
        return tests;
    }

    @TestFactory
    List<DynamicTest> the_sweeper_alone_leaves_every_unit_where_it_belongs() {
        List<DynamicTest> tests = new ArrayList<>();
        for (Story story : STORIES) {
            for (int step = 0; step < steps(story); step++) {
                int dies = step;
                tests.add(DynamicTest.dynamicTest(story.name() + ", dead at step " + step, () -> {
                    Shelf shelf = shelf(story);
                    diesAt(shelf, dies, story.dying());
                    sweep(shelf);
                    StockInvariants.check(shelf.stocks.all(), shelf.reservations.all());
                    toldWhatIs(shelf);
                }));
            }
        }
        return tests;
    }

    private static void play(Story story, int dies) {
        Shelf shelf = shelf(story);
        diesAt(shelf, dies, story.dying());
        story.after().accept(shelf.verbs());
        sweep(shelf);
        StockInvariants.check(shelf.stocks.all(), shelf.reservations.all());
        assertThat(shelf.reservations
                        .find(ReservationId.of(ORDER))
                        .orElseThrow()
                        .state())
                .isEqualTo(story.end());
        int onHand = story.end() == ReservationState.CONSUMED ? 7 : 10 - missing(shelf);
        assertThat(shelf.at(SHIRT, MAIN).onHand()).isEqualTo(onHand);
        toldWhatIs(shelf);
    }

    /** What was written off is what the reservation misses, and was said once. */
    private static int missing(Shelf shelf) {
        Missing missing =
                shelf.reservations.find(ReservationId.of(ORDER)).orElseThrow().missing();
        assertThat(shelf.writtenOff()).isEqualTo(missing == null ? 0 : 1);
        return shelf.writtenOff();
    }

    private static void toldWhatIs(Shelf shelf) {
        shelf.stocks
                .all()
                .forEach(r -> assertThat(r.told()).as("told of " + r.key()).isEqualTo(r.availability(Shelf.LOW)));
    }

    private static void sweep(Shelf shelf) {
        for (int i = 0; i < 2; i++) {
            shelf.later(Duration.ofMinutes(2));
            shelf.verbs().settle.sweep();
        }
    }

    private static Shelf shelf(Story story) {
        Shelf shelf =
                new Shelf().counted(SHIRT, MAIN, 10).counted(TROUSERS, MAIN, 1).counted(TROUSERS, OTHER, 4);
        story.before().accept(shelf);
        return shelf;
    }

    private static int steps(Story story) {
        AtomicInteger seen = new AtomicInteger();
        story.dying().accept(shelf(story).breaking(at -> seen.incrementAndGet() < 0));
        return seen.get();
    }

    private static void diesAt(Shelf shelf, int step, Consumer<Verbs> dying) {
        AtomicInteger seen = new AtomicInteger();
        try {
            dying.accept(shelf.breaking(at -> seen.getAndIncrement() >= step));
        } catch (Breaking.Crash dead) {
            return;
        }
    }

    private static void reserve(Verbs verbs) {
        reserve(verbs, 1);
    }

    private static void reserve(Verbs verbs, long fence) {
        verbs.reserve.reserve(new Shelf().wants(ORDER, fence, BOTH));
    }

    private static void reserveOrNot(Verbs verbs) {
        try {
            reserve(verbs);
        } catch (ProblemException soldOut) {
            assertThat(soldOut.problem()).isEqualTo(ReservationProblem.SOLD_OUT);
        }
    }

    private static void release(Verbs verbs, long fence) {
        try {
            verbs.release.release(ReservationId.of(ORDER), new Fence(fence));
        } catch (ProblemException old) {
            assertThat(old.problem()).isEqualTo(ReservationProblem.FENCED);
        }
    }
}
