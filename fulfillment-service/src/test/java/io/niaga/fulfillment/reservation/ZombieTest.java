package io.niaga.fulfillment.reservation;

import static io.niaga.fulfillment.reservation.Shelf.MAIN;
import static io.niaga.fulfillment.reservation.Shelf.OTHER;
import static io.niaga.fulfillment.reservation.Shelf.SHIRT;
import static io.niaga.fulfillment.reservation.Shelf.TROUSERS;
import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.types.Problem;
import io.niaga.types.ProblemException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** A process freezes before or after any step, others do their work and the sweeper runs, then it wakes and goes on. */
class ZombieTest {
    private static final OrderId ORDER = Shelf.order(1);
    private static final ReservationId ID = ReservationId.of(ORDER);
    private static final Set<Problem> HONEST = Set.of(
            ReservationProblem.RESERVATION_BUSY,
            ReservationProblem.FENCED,
            ReservationProblem.RESERVATION_NOT_HELD,
            ReservationProblem.SOLD_OUT,
            ReservationProblem.RESERVATION_IN_PICKING);

    private record Deed(String name, Consumer<Verbs> deed) {}

    private static final Deed RESERVE = new Deed("reserve", v -> reserve(v, 1));
    private static final Deed RESERVE_ANEW = new Deed("reserve anew", v -> reserve(v, 3));
    private static final Deed RELEASE = new Deed("release", v -> v.release.release(ID, new Fence(2)));
    private static final Deed RELEASE_AND_REVIVE = new Deed("release and revive", v -> {
        RELEASE.deed().accept(v);
        reserve(v, 3);
    });
    private static final Deed REVIVE_AND_RELEASE = new Deed("release, revive and release", v -> {
        RELEASE_AND_REVIVE.deed().accept(v);
        v.release.release(ID, new Fence(4));
    });
    private static final Deed COMMIT = new Deed("commit", v -> v.commit.commit(ID, new Fence(2)));
    private static final Deed CONSUME = new Deed("consume", v -> {
        v.pick.start(ID);
        v.pick.consume(ID);
    });
    private static final Deed RUN_SHORT = new Deed("run short", v -> {
        v.pick.start(ID);
        v.pick.runShort(ID, Shelf.ONE_SHIRT);
    });
    private static final Deed NOTHING = new Deed("nothing", v -> {});

    private record Scene(Consumer<Shelf> before, Deed frozen, Deed others) {}

    private static final Consumer<Shelf> NEW = s -> {};
    private static final Consumer<Shelf> HELD = s -> reserve(s.verbs(), 1);
    private static final Consumer<Shelf> RELEASED = s -> {
        reserve(s.verbs(), 1);
        s.verbs().release.release(ID, new Fence(2));
    };
    private static final Consumer<Shelf> COMMITTED = s -> {
        reserve(s.verbs(), 1);
        COMMIT.deed().accept(s.verbs());
    };

    private static final List<Scene> SCENES = List.of(
            new Scene(NEW, RESERVE, RESERVE),
            new Scene(NEW, RESERVE, RELEASE),
            new Scene(NEW, RESERVE, RELEASE_AND_REVIVE),
            new Scene(NEW, RESERVE, REVIVE_AND_RELEASE),
            new Scene(NEW, RESERVE, NOTHING),
            new Scene(HELD, RELEASE, RELEASE),
            new Scene(HELD, RELEASE, RELEASE_AND_REVIVE),
            new Scene(HELD, RELEASE, REVIVE_AND_RELEASE),
            new Scene(HELD, COMMIT, RELEASE),
            new Scene(HELD, RELEASE, NOTHING),
            new Scene(RELEASED, RESERVE_ANEW, RESERVE_ANEW),
            new Scene(RELEASED, RESERVE_ANEW, REVIVE_AND_RELEASE),
            new Scene(COMMITTED, CONSUME, CONSUME),
            new Scene(COMMITTED, CONSUME, RELEASE),
            new Scene(COMMITTED, RELEASE, CONSUME),
            new Scene(COMMITTED, CONSUME, NOTHING),
            new Scene(COMMITTED, RUN_SHORT, RUN_SHORT),
            new Scene(COMMITTED, RUN_SHORT, RELEASE),
            new Scene(COMMITTED, RELEASE, RUN_SHORT),
            new Scene(COMMITTED, RUN_SHORT, CONSUME),
            new Scene(COMMITTED, CONSUME, RUN_SHORT),
            new Scene(COMMITTED, RUN_SHORT, NOTHING));

    @TestFactory
    List<DynamicTest> a_woken_zombie_changes_nothing_that_others_settled() {
        List<DynamicTest> tests = new ArrayList<>();
        for (Scene scene : SCENES) {
            for (int step = 0; step < steps(scene); step++) {
                int freezes = step;
                tests.add(DynamicTest.dynamicTest(
                        scene.frozen().name() + " frozen at " + step + " while others "
                                + scene.others().name(),
                        () -> play(scene, freezes)));
            }
        }
        return tests;
    }

    @TestFactory
    List<DynamicTest> a_woken_zombie_forgets_nothing_of_a_later_life_that_died_halfway() {
        List<DynamicTest> tests = new ArrayList<>();
        for (Scene scene : List.of(new Scene(HELD, RELEASE, NOTHING), new Scene(RELEASED, RESERVE_ANEW, NOTHING))) {
            for (int step = 0; step < steps(scene); step++) {
                for (int death = 0; death < steps(new Scene(HELD, RELEASE, NOTHING)); death++) {
                    int freezes = step;
                    int dies = death;
                    tests.add(DynamicTest.dynamicTest(
                            scene.frozen().name() + " frozen at " + step + ", the others dead at " + death,
                            () -> playToDeath(scene, freezes, dies)));
                }
            }
        }
        return tests;
    }

    private static void playToDeath(Scene scene, int freezes, int dies) {
        Shelf shelf = shelf(scene);
        // Others' units are there too: what is given back twice would be theirs.
        shelf.verbs().reserve.reserve(shelf.wants(Shelf.order(2), 1, Map.of(SHIRT, 3)));
        AtomicInteger seen = new AtomicInteger();
        Verbs frozen = shelf.breaking(at -> {
            if (seen.getAndIncrement() == freezes) {
                honestly(RELEASE_AND_REVIVE, shelf.verbs());
                AtomicInteger steps = new AtomicInteger();
                Verbs dying = shelf.breaking(now -> steps.getAndIncrement() >= dies);
                try {
                    dying.release.release(ID, new Fence(4));
                } catch (Breaking.Crash dead) {
                    return false;
                }
            }
            return false;
        });
        honestly(scene.frozen(), frozen);
        settles(shelf);
    }

    private static void settles(Shelf shelf) {
        for (int i = 0; i < 2; i++) {
            shelf.later(Duration.ofMinutes(2));
            shelf.verbs().settle.sweep();
        }
        StockInvariants.check(shelf.stocks.all(), shelf.reservations.all());
    }

    private static void play(Scene scene, int freezes) {
        Shelf shelf = shelf(scene);
        AtomicInteger seen = new AtomicInteger();
        Verbs frozen = shelf.breaking(at -> {
            if (seen.getAndIncrement() == freezes) {
                honestly(scene.others(), shelf.verbs());
                shelf.later(Duration.ofMinutes(2));
                shelf.verbs().settle.sweep();
            }
            return false;
        });
        honestly(scene.frozen(), frozen);
        settles(shelf);
        Reservation end = shelf.reservations.find(ID).orElseThrow();
        int consumed = end.state() == ReservationState.CONSUMED ? 3 : 0;
        assertThat(shelf.writtenOff()).isEqualTo(end.missing() == null ? 0 : 1);
        assertThat(shelf.at(SHIRT, MAIN).onHand()).isEqualTo(10 - consumed - shelf.writtenOff());
    }

    private static int steps(Scene scene) {
        AtomicInteger seen = new AtomicInteger();
        honestly(scene.frozen(), shelf(scene).breaking(at -> seen.incrementAndGet() < 0));
        return seen.get();
    }

    private static void honestly(Deed deed, Verbs verbs) {
        try {
            deed.deed().accept(verbs);
        } catch (ProblemException refused) {
            assertThat(refused.problem()).isIn(HONEST);
        }
    }

    private static Shelf shelf(Scene scene) {
        Shelf shelf =
                new Shelf().counted(SHIRT, MAIN, 10).counted(TROUSERS, MAIN, 1).counted(TROUSERS, OTHER, 4);
        scene.before().accept(shelf);
        return shelf;
    }

    private static void reserve(Verbs verbs, long fence) {
        verbs.reserve.reserve(new Shelf().wants(ORDER, fence, Map.of(SHIRT, 3, TROUSERS, 2)));
    }
}
