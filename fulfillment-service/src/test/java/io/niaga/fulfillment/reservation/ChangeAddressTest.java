package io.niaga.fulfillment.reservation;

import static io.niaga.fulfillment.reservation.Shelf.MAIN;
import static io.niaga.fulfillment.reservation.Shelf.SHIRT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.niaga.types.Problem;
import io.niaga.types.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ChangeAddressTest {
    private static final OrderId ORDER = Shelf.order(1);
    private static final ReservationId ID = ReservationId.of(ORDER);
    private static final Address BANDUNG = in("Bandung");
    private static final Address SURABAYA = in("Surabaya");

    private final Shelf shelf = held();
    private final List<ReservationId> followed = new ArrayList<>();

    private static Address in(String city) {
        return new Address("Budi", "+62", List.of(city), null, "40111", "ID");
    }

    private static Shelf held() {
        Shelf shelf = new Shelf().counted(SHIRT, MAIN, 10);
        shelf.verbs().reserve.reserve(shelf.wants(ORDER, 1, Map.of(SHIRT, 2)));
        return shelf;
    }

    private ChangeAddress on(Reservations reservations) {
        return new ChangeAddress(reservations, followed::add);
    }

    private void refused(Problem problem, long fence) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> on(shelf.reservations).change(ID, new Fence(fence), SURABAYA))
                .satisfies(e -> assertThat(e.problem()).isEqualTo(problem));
    }

    private static Address address(Shelf shelf) {
        return shelf.reservations.find(ID).orElseThrow().order().address();
    }

    @Test
    void what_is_held_or_promised_goes_elsewhere_and_its_copies_follow() {
        Reservation held = on(shelf.reservations).change(ID, new Fence(2), BANDUNG);
        assertThat(held.state()).isEqualTo(ReservationState.HELD);
        assertThat(held.fence()).isEqualTo(new Fence(2));
        shelf.verbs().commit.commit(ID, new Fence(3));
        on(shelf.reservations).change(ID, new Fence(4), SURABAYA);
        assertThat(address(shelf)).isEqualTo(SURABAYA);
        assertThat(followed).containsExactly(ID, ID);
        refused(ReservationProblem.FENCED, 3);
    }

    @Test
    void asked_again_it_is_written_once_and_copied_again() {
        Reservation first = on(shelf.reservations).change(ID, new Fence(2), BANDUNG);
        Reservation again = on(shelf.reservations).change(ID, new Fence(2), BANDUNG);
        assertThat(again).isEqualTo(first);
        assertThat(followed).hasSize(2);
    }

    @Test
    void what_is_being_picked_or_has_left_stays_on_its_way() {
        shelf.verbs().commit.commit(ID, new Fence(2));
        shelf.verbs().pick.start(ID);
        refused(ReservationProblem.RESERVATION_IN_PICKING, 3);
        shelf.verbs().pick.consume(ID);
        refused(ReservationProblem.RESERVATION_IN_PICKING, 3);
        assertThat(followed).isEmpty();
    }

    @Test
    void an_answer_that_got_lost_before_picking_began_is_given_again() {
        on(shelf.reservations).change(ID, new Fence(2), SURABAYA);
        shelf.verbs().commit.commit(ID, new Fence(3));
        shelf.verbs().pick.start(ID);
        assertThat(on(shelf.reservations).change(ID, new Fence(3), SURABAYA).state())
                .isEqualTo(ReservationState.PICKING);
    }

    @Test
    void what_is_not_held_goes_nowhere() {
        shelf.verbs().release.release(ID, new Fence(2));
        refused(ReservationProblem.RESERVATION_NOT_HELD, 3);
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(
                        () -> on(shelf.reservations).change(ReservationId.of(Shelf.order(9)), new Fence(1), SURABAYA));
        assertThat(shelf.reservations.all()).hasSize(1);
    }

    @TestFactory
    Stream<DynamicTest> dead_at_any_step_it_is_done_by_asking_again() {
        return IntStream.range(0, 4)
                .mapToObj(step -> DynamicTest.dynamicTest("dead at step " + step, () -> {
                    Shelf fresh = held();
                    AtomicInteger seen = new AtomicInteger();
                    Reservations dying =
                            Breaking.port(Reservations.class, fresh.reservations, at -> seen.getAndIncrement() >= step);
                    try {
                        on(dying).change(ID, new Fence(2), BANDUNG);
                    } catch (Breaking.Crash dead) {
                        on(fresh.reservations).change(ID, new Fence(2), BANDUNG);
                    }
                    assertThat(address(fresh)).isEqualTo(BANDUNG);
                    assertThat(followed).isNotEmpty();
                }));
    }

    @TestFactory
    Stream<DynamicTest> a_woken_zombie_never_puts_an_earlier_address_over_a_later_one() {
        return IntStream.range(0, 4)
                .mapToObj(step -> DynamicTest.dynamicTest("frozen at step " + step, () -> {
                    Shelf fresh = held();
                    AtomicInteger seen = new AtomicInteger();
                    Reservations frozen = Breaking.port(Reservations.class, fresh.reservations, at -> {
                        if (seen.getAndIncrement() == step) {
                            on(fresh.reservations).change(ID, new Fence(3), SURABAYA);
                        }
                        return false;
                    });
                    try {
                        on(frozen).change(ID, new Fence(2), BANDUNG);
                    } catch (ProblemException late) {
                        assertThat(late.problem()).isEqualTo(ReservationProblem.FENCED);
                    }
                    assertThat(address(fresh)).isEqualTo(SURABAYA);
                }));
    }
}
