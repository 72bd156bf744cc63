package io.niaga.fulfillment.promise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.niaga.fulfillment.carrier.Carrier;
import io.niaga.fulfillment.carrier.CarrierProblem;
import io.niaga.fulfillment.carrier.Carriers;
import io.niaga.fulfillment.carrier.sandbox.SandboxCarrier;
import io.niaga.types.Actor;
import io.niaga.types.Grant;
import io.niaga.types.Money;
import io.niaga.types.Permissions;
import io.niaga.types.Precondition;
import io.niaga.types.ProblemException;
import io.niaga.types.Revision;
import io.niaga.types.Role;
import io.niaga.types.StoreId;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PutShippingTableTest {
    private static final StoreId STORE = StoreId.of("sto_01kavf8g00e4ttm0nbdjqsmn0n");
    private static final Actor ORDERS = new Actor.Service("order-service", Optional.empty());
    private static final Permissions ALL =
            new Permissions(List.of(new Grant(Role.SERVICE, "shipping-table:write", Grant.Scope.ALL, List.of("/"))));

    private static ShippingTable by(String carrier) {
        Zone everywhere = new Zone(
                "all", List.of(), List.of(), List.of(), List.of(new Rate(carrier, "REG", Money.of("1.00", "IDR"), 1)));
        WorkingTime always = new WorkingTime(ZoneId.of("UTC"), LocalTime.NOON, EnumSet.allOf(DayOfWeek.class));
        return new ShippingTable(STORE, Currency.getInstance("IDR"), always, List.of(everywhere), Revision.NEW);
    }

    private static ShippingTable put(String carrier, Carrier... integrated) {
        ShippingTables none = new ShippingTables() {
            @Override
            public Optional<ShippingTable> find(StoreId store) {
                return Optional.empty();
            }

            @Override
            public boolean save(ShippingTableChanged change) {
                return true;
            }
        };
        return new PutShippingTable(none, new Carriers(List.of(integrated)), ALL)
                .put(ORDERS, by(carrier), Precondition.NONE);
    }

    @Test
    void any_carrier_may_be_named_but_the_sandbox_only_where_it_is_played() {
        assertThat(put("jne")).isEqualTo(by("jne"));
        assertThat(put("sandbox", new SandboxCarrier())).isEqualTo(by("sandbox"));
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> put("sandbox"))
                .satisfies(e -> assertThat(e.problem()).isEqualTo(CarrierProblem.CARRIER_UNAVAILABLE));
    }
}
