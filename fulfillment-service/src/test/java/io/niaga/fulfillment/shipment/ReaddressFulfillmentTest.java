package io.niaga.fulfillment.shipment;

import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.fulfillment.reservation.Address;
import io.niaga.fulfillment.reservation.Breaking;
import io.niaga.fulfillment.reservation.ChangeAddress;
import io.niaga.fulfillment.reservation.Fence;
import io.niaga.fulfillment.reservation.InMemoryReservations;
import io.niaga.fulfillment.reservation.Reservation;
import io.niaga.fulfillment.reservation.ReservationId;
import io.niaga.fulfillment.reservation.ReservationState;
import io.niaga.fulfillment.reservation.Reservations;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReaddressFulfillmentTest {
    private static final ReservationId ID = ReservationId.of(ShipmentMachines.ORDER.id());
    private static final Address OLD =
            Objects.requireNonNull(ShipmentMachines.goods().address());
    private static final Address BANDUNG = in("Bandung");

    private static Address in(String city) {
        return new Address("Budi", "+62", List.of(city), null, "40111", "ID");
    }

    /** One order's fulfillment and reservation, in memory. */
    private static final class Scene {
        final InMemoryFulfillments fulfillments = new InMemoryFulfillments();
        final InMemoryReservations reservations = new InMemoryReservations();

        Scene(String state) {
            fulfillments.save(FulfillmentChange.quiet(ShipmentMachines.in(state)));
            Goods goods = ShipmentMachines.goods();
            reservations.insert(new Reservation(
                    ID,
                    ReservationState.COMMITTED,
                    new Fence(1),
                    1,
                    goods.lines(),
                    new TreeMap<>(),
                    new Reservation.OrderFacts(
                            ShipmentMachines.ORDER.id(),
                            "N-1",
                            ShipmentMachines.ORDER.store(),
                            goods.shipping(),
                            OLD,
                            null),
                    ShipmentMachines.NOW,
                    0));
        }

        void change(Fulfillments ours, Reservations theirs, long fence, Address address) {
            new ChangeAddress(theirs, new ReaddressFulfillment(ours, theirs)).change(ID, new Fence(fence), address);
        }

        Address copy() {
            return Objects.requireNonNull(fulfillments
                            .find(FulfillmentId.of(ID))
                            .orElseThrow()
                            .goods())
                    .address();
        }
    }

    @ParameterizedTest
    @CsvSource({"SOURCED, true", "RELEASED, true", "PICKING, false", "PACKED, false"})
    void the_copy_follows_until_somebody_is_at_the_shelves(String state, boolean follows) {
        Scene scene = new Scene(state);
        scene.change(scene.fulfillments, scene.reservations, 2, BANDUNG);
        assertThat(scene.copy()).isEqualTo(follows ? BANDUNG : OLD);
    }

    @Test
    void what_is_not_sourced_has_no_copy_yet_and_a_cancelled_one_stays_without() {
        for (String state : List.of("PAYMENT_ASSURED", "CANCELLED")) {
            Scene scene = new Scene(state);
            scene.change(scene.fulfillments, scene.reservations, 2, BANDUNG);
            Goods goods =
                    scene.fulfillments.find(FulfillmentId.of(ID)).orElseThrow().goods();
            assertThat(goods == null ? null : goods.address()).as(state).isNull();
        }
    }

    /** Frozen anywhere while another change, even one back to the first address, is made and copied. */
    @TestFactory
    Stream<DynamicTest> a_woken_zombie_never_copies_an_earlier_address_over_a_later_one() {
        return Stream.of(in("Surabaya"), OLD)
                .flatMap(later -> IntStream.range(0, 10)
                        .mapToObj(step -> DynamicTest.dynamicTest("frozen at " + step, () -> sleeps(step, later))));
    }

    private static void sleeps(int step, Address later) {
        Scene scene = new Scene("SOURCED");
        AtomicInteger seen = new AtomicInteger();
        java.util.function.Predicate<String> at = name -> {
            if (seen.getAndIncrement() == step) {
                scene.change(scene.fulfillments, scene.reservations, 3, later);
            }
            return false;
        };
        try {
            scene.change(
                    Breaking.port(Fulfillments.class, scene.fulfillments, at),
                    Breaking.port(Reservations.class, scene.reservations, at),
                    2,
                    BANDUNG);
        } catch (io.niaga.types.ProblemException late) {
            assertThat(late.problem().code()).isEqualTo("FENCED");
        }
        Address wanted = scene.reservations.find(ID).orElseThrow().order().address();
        assertThat(seen.get()).isGreaterThan(step);
        assertThat(wanted).isEqualTo(later);
        assertThat(scene.copy()).isEqualTo(later);
    }
}
