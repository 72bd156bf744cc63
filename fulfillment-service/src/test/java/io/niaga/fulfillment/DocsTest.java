package io.niaga.fulfillment;

import io.niaga.fulfillment.receiving.RestockMachine;
import io.niaga.fulfillment.reservation.ReservationMachine;
import io.niaga.fulfillment.shipment.ShipmentMachines;
import io.niaga.testsupport.ConfigurationGolden;
import io.niaga.testsupport.PermissionsGolden;
import io.niaga.testsupport.ProblemsGolden;
import io.niaga.testsupport.StatesGolden;
import org.junit.jupiter.api.Test;

class DocsTest {
    @Test
    void states_are_as_documented() {
        StatesGolden.of("fulfillment")
                .machine(
                        "Reservation", ReservationMachine.STATES, ReservationMachine.MOVES, ReservationMachine::outcome)
                .machine("Restock", RestockMachine.STATES, RestockMachine.MOVES, RestockMachine::outcome)
                .machine("Fulfillment", ShipmentMachines.STATES, ShipmentMachines.MOVES, ShipmentMachines::outcome)
                .machine(
                        "Parcel",
                        ShipmentMachines.PARCEL_STATES,
                        ShipmentMachines.PARCEL_STATES,
                        ShipmentMachines::reported)
                .check();
    }

    @Test
    void problems_are_as_documented() {
        ProblemsGolden.check("fulfillment", "io.niaga.fulfillment");
    }

    @Test
    void permissions_are_as_documented() {
        PermissionsGolden.check("fulfillment");
    }

    @Test
    void the_page_of_settings_is_the_properties() {
        ConfigurationGolden.check("fulfillment");
    }
}
