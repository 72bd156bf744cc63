package io.niaga.fulfillment.receiving;

import static io.niaga.fulfillment.receiving.Dock.MAIN;
import static io.niaga.fulfillment.receiving.Dock.OTHER;
import static io.niaga.fulfillment.receiving.Dock.SHIRT;
import static io.niaga.fulfillment.receiving.Dock.TROUSERS;
import static io.niaga.fulfillment.receiving.Dock.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.niaga.fulfillment.reservation.ReservationProblem;
import io.niaga.fulfillment.stock.Availability;
import io.niaga.fulfillment.stock.Buckets;
import io.niaga.fulfillment.stock.StockFact;
import io.niaga.fulfillment.stock.StockProblem;
import io.niaga.types.Problem;
import io.niaga.types.ProblemException;
import io.niaga.types.Quantity;
import org.junit.jupiter.api.Test;

class RestockTest {
    private final Dock dock = new Dock().counted(SHIRT, MAIN, 5).counted(TROUSERS, OTHER, 2);

    private Restock restock(long fence, ReturnedLine... lines) {
        return dock.verbs().restock(dock.command(fence, lines));
    }

    private void refused(Problem problem, long fence, ReturnedLine... lines) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> restock(fence, lines))
                .satisfies(e -> assertThat(e.problem()).isEqualTo(problem));
    }

    @Test
    void goods_go_where_most_of_their_line_came_from() {
        dock.shipped();
        restock(3, line(1, SHIRT, 1, 1), line(2, TROUSERS, 2, 0));
        assertThat(dock.at(SHIRT, MAIN)).isEqualTo(new Buckets(7, 6, 0, 0, 0, 1, 0));
        assertThat(dock.at(TROUSERS, OTHER)).isEqualTo(new Buckets(4, 4, 0, 0, 0, 0, 0));
        assertThat(dock.at(TROUSERS, MAIN)).isEqualTo(Buckets.EMPTY);
        assertThat(dock.stocks.facts())
                .contains(new StockFact.AvailabilityChanged(Dock.key(SHIRT, MAIN), Availability.IN_STOCK));
        dock.isWhole(5, 2);
    }

    @Test
    void what_nobody_knows_goes_to_the_default_warehouse() {
        restock(3, line(7, TROUSERS, 1, 0));
        assertThat(dock.at(TROUSERS, MAIN).available()).isEqualTo(1);
        dock.isWhole(5, 2);
    }

    @Test
    void asked_again_nothing_moves_again() {
        dock.shipped();
        for (long fence : new long[] {3, 3, 9}) {
            assertThat(restock(fence, line(1, SHIRT, 1, 0)).state()).isEqualTo(RestockState.RESTOCKED);
        }
        assertThat(dock.at(SHIRT, MAIN).onHand()).isEqualTo(6);
        refused(ReservationProblem.FENCED, 8, line(1, SHIRT, 1, 0));
    }

    @Test
    void other_lines_or_more_than_was_shipped_are_refused_and_move_nothing() {
        dock.shipped();
        refused(RestockProblem.RESTOCK_MISMATCH, 3, line(1, SHIRT, 3, 1));
        refused(RestockProblem.RESTOCK_MISMATCH, 3, line(1, TROUSERS, 1, 0));
        restock(3, line(1, SHIRT, 1, 0));
        refused(RestockProblem.RESTOCK_MISMATCH, 3, line(1, SHIRT, 0, 1));
        refused(RestockProblem.RESTOCK_MISMATCH, 4, line(1, SHIRT, 1, 0), line(2, TROUSERS, 1, 0));
        assertThat(dock.at(SHIRT, MAIN).onHand()).isEqualTo(6);
        dock.isWhole(5, 2);
    }

    @Test
    void a_line_that_brings_nothing_moves_nothing() {
        dock.shipped();
        assertThat(restock(3, line(1, SHIRT, 0, 0)).state()).isEqualTo(RestockState.RESTOCKED);
        assertThat(dock.at(SHIRT, MAIN).onHand()).isEqualTo(5);
        dock.isWhole(5, 2);
    }

    @Test
    void more_than_a_row_can_count_is_refused() {
        refused(StockProblem.STOCK_FULL, 3, line(9, SHIRT, Quantity.MOST, 0));
        assertThat(dock.restocks.find(Dock.RETURN)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> line(1, SHIRT, Quantity.MOST, 1));
    }

    @Test
    void a_command_makes_sense() {
        assertThatIllegalArgumentException().isThrownBy(() -> dock.command(1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> dock.command(1, line(1, SHIRT, 1, 0), line(1, SHIRT, 1, 0)));
        assertThatIllegalArgumentException().isThrownBy(() -> line(0, SHIRT, 1, 0));
    }
}
