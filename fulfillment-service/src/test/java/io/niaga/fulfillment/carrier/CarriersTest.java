package io.niaga.fulfillment.carrier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.niaga.fulfillment.carrier.sandbox.SandboxCarrier;
import io.niaga.fulfillment.reservation.Address;
import io.niaga.types.CommonProblem;
import io.niaga.types.Problem;
import io.niaga.types.ProblemException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CarriersTest {
    private static final Carriers NONE = new Carriers(List.of());
    private static final Carriers PLAYED = new Carriers(List.of(new SandboxCarrier()));
    private static final TrackingNumber NUMBER = TrackingNumber.of("JP1234567890");

    private static Consignment parcel(String service) {
        return new Consignment("ful_x", service, 1, new Address("Budi", "+62", List.of("Jl."), null, "10110", "ID"));
    }

    private static void refused(Problem problem, Carriers carriers, String name, @Nullable TrackingNumber given) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> carriers.book(name, parcel("ROCKET"), given))
                .satisfies(e -> assertThat(e.problem()).isEqualTo(problem));
    }

    @Test
    void the_number_of_a_carrier_that_is_not_integrated_is_the_one_that_was_given() {
        assertThat(NONE.book("jne", parcel("REG"), NUMBER)).isEqualTo(NUMBER);
        assertThat(PLAYED.book("jne", parcel("REG"), NUMBER)).isEqualTo(NUMBER);
        refused(CommonProblem.INVALID_REQUEST, NONE, "jne", null);
        assertThat(PLAYED.tells("jne")).isFalse();
    }

    @Test
    void an_integrated_carrier_says_the_number_itself() {
        assertThat(PLAYED.book("sandbox", parcel("REG"), null).value()).startsWith("SBX");
        refused(CommonProblem.INVALID_REQUEST, PLAYED, "sandbox", NUMBER);
        refused(CarrierProblem.CARRIER_UNAVAILABLE, PLAYED, "sandbox", null);
        assertThat(PLAYED.tells("sandbox")).isTrue();
    }

    @Test
    void nobody_carries_for_a_sandbox_that_is_not_played() {
        refused(CarrierProblem.CARRIER_UNAVAILABLE, NONE, "sandbox", NUMBER);
    }
}
