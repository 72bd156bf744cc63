package io.niaga.fulfillment.reservation;

import static io.niaga.fulfillment.reservation.Shelf.MAIN;
import static io.niaga.fulfillment.reservation.Shelf.SHIRT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.niaga.fulfillment.stock.Operation;
import io.niaga.fulfillment.stock.Stock;
import io.niaga.fulfillment.stock.StockChange;
import io.niaga.fulfillment.stock.StockKey;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What is written into rows is read again, also what was written before attempts were in the names of releases. */
class OperationNameTest {
    private static final OrderId ORDER = Shelf.order(1);
    private static final ReservationId ID = ReservationId.of(ORDER);
    private static final StockKey ROW = new StockKey(Shelf.STORE, SHIRT, MAIN);

    private final Shelf shelf = new Shelf().counted(SHIRT, MAIN, 10);

    @Test
    void a_name_is_read_as_it_was_written() {
        Reservation held = Samples.held();
        HeldLine line = held.lines().getFirst();
        for (OperationName name : List.of(
                OperationName.taking(held, line),
                OperationName.rollingForward(held, line),
                OperationName.unnumbered(held, line))) {
            assertThat(OperationName.parse(name.toString())).contains(name);
        }
        assertThat(OperationName.unnumbered(held, line)).hasToString(held.id() + "/1");
        assertThat(OperationName.parse("ret_01kavf8g00e4ttm0nbdjqsmn0n/1")).isEmpty();
    }

    @Test
    void what_was_given_back_under_a_name_of_before_is_not_given_back_again() {
        releasedUnderTheNameOfBefore("save");
        swept();
    }

    @Test
    void a_name_of_before_is_not_mistaken_for_that_of_a_later_life() {
        releasedUnderTheNameOfBefore("replace");
        reserve(3);
        shelf.verbs().release.release(ID, new Fence(4));
        swept();
    }

    /** Dead after the first write of that kind that the release makes to the end. */
    private void releasedUnderTheNameOfBefore(String write) {
        reserve(1);
        AtomicInteger left = new AtomicInteger(write.equals("replace") ? 2 : 1);
        Verbs dying = shelf.breaking(at -> at.equals("after " + write) && left.decrementAndGet() == 0);
        assertThatThrownBy(() -> dying.release.release(ID, new Fence(2))).isInstanceOf(Breaking.Crash.class);
        Stock row = shelf.stocks.find(ROW).orElseThrow();
        Operation now = row.operations().getFirst();
        Operation before = new Operation(ID + "/1", now.units(), now.at());
        shelf.stocks.save(StockChange.of(row.without(now.name()).with(before), Shelf.LOW, List.of()));
    }

    private void reserve(long fence) {
        shelf.verbs().reserve.reserve(shelf.wants(ORDER, fence, Map.of(SHIRT, 3)));
    }

    private void swept() {
        for (int i = 0; i < 2; i++) {
            shelf.later(Duration.ofMinutes(2));
            shelf.verbs().settle.sweep();
        }
        StockInvariants.check(shelf.stocks.all(), shelf.reservations.all());
    }
}
