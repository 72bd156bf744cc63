package io.niaga.fulfillment.shipment.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.fulfillment.Fixture;
import io.niaga.fulfillment.shipment.Fulfillment;
import io.niaga.fulfillment.shipment.ShipmentMachines;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class FulfillmentMappingTest {
    static final Iterable<String> STATES = ShipmentMachines.STATES;

    @Test
    void a_fulfillment_is_kept_as_the_first_version_says_and_read_back_whole() {
        Fulfillment delivered = ShipmentMachines.in("DELIVERED");
        assertThat(FulfillmentMapping.read(Fixture.frozen("fulfillment-v1.json", FulfillmentMapping.of(delivered))))
                .isEqualTo(delivered);
    }

    @ParameterizedTest
    @FieldSource("STATES")
    void every_state_is_read_back_as_it_was_written(String state) {
        Fulfillment f = ShipmentMachines.in(state);
        assertThat(FulfillmentMapping.read(FulfillmentMapping.of(f))).isEqualTo(f);
    }
}
