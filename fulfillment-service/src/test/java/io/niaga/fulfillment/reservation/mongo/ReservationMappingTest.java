package io.niaga.fulfillment.reservation.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.fulfillment.Fixture;
import io.niaga.fulfillment.reservation.Reservation;
import io.niaga.fulfillment.reservation.Samples;
import org.junit.jupiter.api.Test;

class ReservationMappingTest {
    @Test
    void a_reservation_is_kept_as_the_first_version_says_and_read_back_whole() {
        Reservation held = Samples.held();
        assertThat(ReservationMapping.read(Fixture.frozen("reservation-v1.json", ReservationMapping.of(held, 1))))
                .isEqualTo(held);
    }

    @Test
    void a_tombstone_and_a_refusal_are_read_back() {
        for (Reservation reservation : Samples.others()) {
            assertThat(ReservationMapping.read(ReservationMapping.of(reservation, reservation.version())))
                    .isEqualTo(reservation);
        }
    }
}
