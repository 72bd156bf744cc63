package io.niaga.fulfillment.shipment;

import static io.niaga.fulfillment.shipment.ShipmentMachines.DEED;
import static io.niaga.fulfillment.shipment.ShipmentMachines.TRACKING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.niaga.types.ProblemException;
import io.niaga.types.Quantity;
import io.niaga.types.Sku;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FulfillmentTest {
    @Test
    void a_cancelled_fulfillment_forgets_where_it_would_have_gone() {
        Fulfillment cancelled = ShipmentMachines.in("CANCELLED");
        assertThat(cancelled.goods().address()).isNull();
        assertThat(cancelled.isShown()).isTrue();
    }

    @Test
    void an_event_of_the_order_that_comes_twice_or_late_is_no_news() {
        Fulfillment sourced = ShipmentMachines.in("SOURCED");
        assertThat(OrderMoves.confirmed(sourced, sourced.heard(), DEED)).isEmpty();
        assertThat(OrderMoves.cancelled(sourced, sourced.heard() - 1, DEED)).isEmpty();
    }

    @Test
    void a_pick_is_exactly_what_was_ordered() {
        Fulfillment released = ShipmentMachines.in("RELEASED");
        Sku shirt = Sku.of("SHIRT");
        WarehouseMoves.requireAll(released, Map.of(shirt, Quantity.of(2)));
        for (Map<Sku, Quantity> wrong : List.<Map<Sku, Quantity>>of(
                Map.of(),
                Map.of(shirt, Quantity.of(1)),
                Map.of(shirt, Quantity.of(3)),
                Map.of(shirt, Quantity.of(2), Sku.of("OTHER"), Quantity.of(1)))) {
            assertThatExceptionOfType(ProblemException.class)
                    .isThrownBy(() -> WarehouseMoves.requireAll(released, wrong))
                    .satisfies(e -> assertThat(e.problem()).isEqualTo(FulfillmentProblem.PICK_MISMATCH));
        }
    }

    @Test
    void a_pick_without_a_start_tells_both() {
        assertThat(WarehouseMoves.pick(ShipmentMachines.in("RELEASED"), DEED).events())
                .hasExactlyElementsOfTypes(ShipmentEvent.PickingStarted.class, ShipmentEvent.Picked.class);
        assertThat(WarehouseMoves.pick(ShipmentMachines.in("PICKING"), DEED).events())
                .hasExactlyElementsOfTypes(ShipmentEvent.Picked.class);
    }

    @Test
    void the_last_parcel_delivers_the_fulfillment() {
        var change = ParcelMoves.reported(ShipmentMachines.in("HANDED_OVER"), TRACKING, ParcelState.DELIVERED, DEED)
                .orElseThrow();
        assertThat(change.events())
                .containsExactly(
                        new ShipmentEvent.ParcelMoved(TRACKING, ParcelState.DELIVERED, true, ShipmentMachines.NOW));
        assertThat(ParcelMoves.reported(change.fulfillment(), TRACKING, ParcelState.DELIVERED, DEED))
                .isEmpty();
    }

    @Test
    void an_address_says_nothing_of_itself() {
        assertThat(ShipmentMachines.goods().toString()).doesNotContain("Budi").doesNotContain("+62");
    }
}
