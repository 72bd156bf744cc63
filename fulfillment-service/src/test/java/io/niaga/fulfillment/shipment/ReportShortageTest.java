package io.niaga.fulfillment.shipment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.niaga.fulfillment.reservation.Breaking;
import io.niaga.fulfillment.reservation.Breaking.Crash;
import io.niaga.fulfillment.reservation.Fence;
import io.niaga.fulfillment.reservation.InMemoryReservations;
import io.niaga.fulfillment.reservation.OrderId;
import io.niaga.fulfillment.reservation.PickReservation;
import io.niaga.fulfillment.reservation.Reservation;
import io.niaga.fulfillment.reservation.ReservationId;
import io.niaga.fulfillment.reservation.ReservationState;
import io.niaga.fulfillment.reservation.Reservations;
import io.niaga.fulfillment.reservation.RollingForward;
import io.niaga.fulfillment.reservation.RowOperations;
import io.niaga.fulfillment.stock.Buckets;
import io.niaga.fulfillment.stock.InMemoryStocks;
import io.niaga.fulfillment.stock.LowStock;
import io.niaga.fulfillment.stock.Reason;
import io.niaga.fulfillment.stock.Stock;
import io.niaga.fulfillment.stock.StockChange;
import io.niaga.fulfillment.stock.StockFact;
import io.niaga.fulfillment.stock.Stocks;
import io.niaga.fulfillment.warehouse.WarehouseId;
import io.niaga.types.Actor;
import io.niaga.types.CommonProblem;
import io.niaga.types.Grant;
import io.niaga.types.Permissions;
import io.niaga.types.Problem;
import io.niaga.types.ProblemException;
import io.niaga.types.Quantity;
import io.niaga.types.Revision;
import io.niaga.types.Role;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An order of two shirts of which one is not there; a process dies before and after every step of saying so. */
class ReportShortageTest {
    private static final ReservationId ID = ReservationId.of(ShipmentMachines.ORDER.id());
    private static final FulfillmentId FULFILLMENT = FulfillmentId.of(ShipmentMachines.ORDER.id());
    private static final WarehouseId WAREHOUSE = ShipmentMachines.SHELF.warehouse();
    private static final Reason NOT_FOUND = Reason.of("NOT_FOUND");
    private static final LowStock LOW = new LowStock(5);
    private static final Actor PACKER = new Actor.Service("packer", Optional.empty());
    private static final Permissions ALL =
            new Permissions(List.of(new Grant(Role.SERVICE, "fulfillment:work", Grant.Scope.ALL, List.of("/"))));

    /** Ten shirts, two of them the order's. */
    private static final class Scene {
        final InMemoryStocks stocks = new InMemoryStocks();
        final InMemoryReservations reservations = new InMemoryReservations();
        final InMemoryFulfillments fulfillments = new InMemoryFulfillments();

        Scene(String state) {
            Stock row = Stock.unknown(ShipmentMachines.SHELF, ShipmentMachines.NOW);
            stocks.save(
                    StockChange.of(row.with(new Buckets(10, 8, 2, 0, 0, 0, 0), ShipmentMachines.NOW), LOW, List.of()));
            reservations.insert(new Reservation(
                    ID,
                    ReservationState.COMMITTED,
                    new Fence(1),
                    1,
                    ShipmentMachines.goods().lines(),
                    new TreeMap<>(),
                    null,
                    ShipmentMachines.NOW,
                    0));
            fulfillments.save(FulfillmentChange.quiet(ShipmentMachines.in(state)));
        }

        ReportShortage verb() {
            return breaking(at -> false);
        }

        ReportShortage breaking(Predicate<String> at) {
            Stocks rows = Breaking.port(Stocks.class, stocks, at);
            Reservations kept = Breaking.port(Reservations.class, reservations, at);
            Clock clock = Clock.fixed(ShipmentMachines.NOW, ZoneOffset.UTC);
            RollingForward rolling = new RollingForward(kept, rows, new RowOperations(rows, LOW), LOW);
            return new ReportShortage(
                    Breaking.port(Fulfillments.class, fulfillments, at),
                    new PickReservation(kept, rolling, clock),
                    ALL,
                    clock);
        }

        String state() {
            return fulfillments.find(FULFILLMENT).orElseThrow().state().name();
        }

        void ranShort() {
            assertThat(state()).isEqualTo("SHORT");
            assertThat(fulfillments.find(FULFILLMENT).orElseThrow().goods().address())
                    .isNull();
            Stock row = stocks.find(ShipmentMachines.SHELF).orElseThrow();
            assertThat(row.buckets()).isEqualTo(new Buckets(9, 9, 0, 0, 0, 0, 0));
            assertThat(stocks.facts())
                    .filteredOn(StockFact.WrittenOff.class::isInstance)
                    .hasSize(1);
            assertThat(reservations.find(ID).orElseThrow().state()).isEqualTo(ReservationState.RELEASED);
            assertThat(fulfillments.told())
                    .filteredOn(ShipmentEvent.RanShort.class::isInstance)
                    .hasSize(1);
        }
    }

    private static void report(ReportShortage verb) {
        verb.report(PACKER, FULFILLMENT, List.of(missing(1, 1)), NOT_FOUND);
    }

    private static ReportShortage.Line missing(int line, int units) {
        return new ReportShortage.Line(line, WAREHOUSE, Quantity.of(units));
    }

    @ParameterizedTest
    @ValueSource(strings = {"RELEASED", "PICKING", "PICKED"})
    void what_is_missing_leaves_the_stock_and_the_rest_can_be_sold_again(String state) {
        Scene scene = new Scene(state);
        report(scene.verb());
        scene.ranShort();
        List<String> told = scene.fulfillments.told().stream()
                .map(e -> e.getClass().getSimpleName())
                .toList();
        assertThat(told).endsWith("FoundShort", "RanShort").hasSize(state.equals("RELEASED") ? 3 : 2);
        report(scene.verb());
        scene.ranShort();
        assertThat(scene.fulfillments.told()).hasSameSizeAs(told);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ENDING_SHORT", "SHORT"})
    void what_is_missing_is_said_once(String state) {
        Scene scene = new Scene("PICKING");
        try {
            report(scene.breaking(at -> scene.state().equals(state)));
        } catch (Crash died) {
            assertThat(scene.state()).isEqualTo(state);
        }
        refused(FulfillmentProblem.FULFILLMENT_STATE, scene, 1, 2);
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(
                        () -> scene.verb().report(PACKER, FULFILLMENT, List.of(missing(1, 1)), Reason.of("DAMAGED")))
                .satisfies(e -> assertThat(e.problem()).isEqualTo(FulfillmentProblem.FULFILLMENT_STATE));
        assertThat(scene.state()).isEqualTo(state);
        report(scene.verb());
        scene.ranShort();
    }

    @ParameterizedTest
    @ValueSource(strings = {"SOURCED", "PACKED", "HANDED_OVER", "DELIVERED", "LOST", "CANCELLED"})
    void only_what_is_on_its_way_into_the_box_runs_short(String state) {
        refused(FulfillmentProblem.FULFILLMENT_STATE, new Scene(state), 1, 1);
    }

    @Test
    void no_more_is_missing_than_was_ordered_from_there() {
        Scene scene = new Scene("PICKING");
        refused(CommonProblem.INVALID_REQUEST, scene, 1, 3);
        refused(CommonProblem.INVALID_REQUEST, scene, 2, 1);
        assertThat(scene.state()).isEqualTo("PICKING");
    }

    private static void refused(Problem problem, Scene scene, int line, int units) {
        Buckets before = scene.stocks.find(ShipmentMachines.SHELF).orElseThrow().buckets();
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> scene.verb().report(PACKER, FULFILLMENT, List.of(missing(line, units)), NOT_FOUND))
                .satisfies(e -> assertThat(e.problem()).isEqualTo(problem));
        assertThat(scene.stocks.find(ShipmentMachines.SHELF).orElseThrow().buckets())
                .isEqualTo(before);
    }

    private static Stream<Integer> everyStep() {
        AtomicInteger steps = new AtomicInteger();
        report(new Scene("PICKING").breaking(at -> steps.incrementAndGet() < 0));
        assertThat(steps.get()).isGreaterThan(20);
        return IntStream.range(0, steps.get()).boxed();
    }

    private static Scene diesAt(int step) {
        Scene scene = new Scene("PICKING");
        AtomicInteger seen = new AtomicInteger();
        assertThatExceptionOfType(Crash.class)
                .isThrownBy(() -> report(scene.breaking(at -> seen.getAndIncrement() >= step)));
        return scene;
    }

    @TestFactory
    Stream<DynamicTest> whoever_asks_again_or_sweeps_finishes_what_was_begun() {
        return everyStep()
                .map(step -> DynamicTest.dynamicTest("dead at step " + step, () -> {
                    Scene asked = diesAt(step);
                    report(asked.verb());
                    asked.ranShort();
                    Scene swept = diesAt(step);
                    boolean decided = !swept.state().equals("PICKING");
                    swept.verb().finishLeft();
                    if (decided) {
                        swept.ranShort();
                    } else {
                        assertThat(swept.stocks
                                        .find(ShipmentMachines.SHELF)
                                        .orElseThrow()
                                        .buckets()
                                        .onHand())
                                .isEqualTo(10);
                    }
                }));
    }

    @Test
    void however_many_cannot_be_finished_the_others_are() {
        Scene scene = new Scene("PICKING");
        assertThatExceptionOfType(Crash.class)
                .isThrownBy(() -> report(scene.breaking(at -> scene.state().equals("ENDING_SHORT"))));
        // More than are asked for at once, and older: the first cannot be read, the others have no reservation.
        int broken = 101;
        IntStream.range(0, broken).forEach(i -> scene.fulfillments.save(FulfillmentChange.quiet(endingShort(i))));
        AtomicBoolean first = new AtomicBoolean(true);
        ReportShortage sweeping = scene.breaking(at -> at.equals("before find") && first.getAndSet(false));
        assertThat(sweeping.finishLeft()).isEqualTo(broken);
        scene.ranShort();
    }

    private static Fulfillment endingShort(int number) {
        OrderId order = OrderId.of("ord_01kavf8g00e4ttm0nbdjqs%04d".formatted(number));
        Fulfillment like = ShipmentMachines.in("ENDING_SHORT");
        return new Fulfillment(
                FulfillmentId.of(order),
                new Fulfillment.OrderFacts(order, "N-2", ShipmentMachines.ORDER.store()),
                like.goods(),
                like.state(),
                like.steps(),
                like.heard(),
                Revision.NEW);
    }

    @TestFactory
    Stream<DynamicTest> a_woken_zombie_books_nothing_twice() {
        return everyStep()
                .map(step -> DynamicTest.dynamicTest("frozen at step " + step, () -> {
                    Scene scene = new Scene("PICKING");
                    AtomicInteger seen = new AtomicInteger();
                    ReportShortage frozen = scene.breaking(at -> {
                        if (seen.getAndIncrement() == step && !scene.state().equals("SHORT")) {
                            report(scene.verb());
                        }
                        return false;
                    });
                    try {
                        report(frozen);
                    } catch (ProblemException late) {
                        assertThat(late.problem()).isEqualTo(FulfillmentProblem.FULFILLMENT_STATE);
                    }
                    scene.ranShort();
                }));
    }
}
