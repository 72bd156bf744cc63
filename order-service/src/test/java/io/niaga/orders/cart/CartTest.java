package io.niaga.orders.cart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.niaga.orders.Samples;
import io.niaga.orders.offer.Availability;
import io.niaga.orders.offer.Offer;
import io.niaga.orders.offer.Offers;
import io.niaga.types.Problem;
import io.niaga.types.ProblemException;
import io.niaga.types.Sku;
import io.niaga.types.StoreId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class CartTest {
    private static final Currency IDR = Currency.getInstance("IDR");
    private static final StoreId ELSEWHERE = StoreId.of("sto_01kavf8g00e4ttm0nbdjqsmn0p");
    private final Offer shirt = Samples.offer(Samples.SHIRT, "249000.00");
    private final Offer sarong = Samples.offer(Samples.SARONG, "150000.00");
    private final Cart empty =
            Cart.open(Samples.CART, Buyer.GUEST, new Cart.Shop(Samples.STORE, false, IDR), Samples.NOW);
    private final Cart filled = empty.with(shirt, 2, Samples.NOW).with(sarong, 1, Samples.NOW);

    @Test
    void setting_a_quantity_again_keeps_the_lines_place() {
        assertThat(filled.with(shirt, 5, Samples.NOW).items())
                .extracting(CartItem::quantity)
                .containsExactly(5, 1);
        assertThat(filled.without(Samples.SHIRT, Samples.NOW).skus()).containsExactly(Samples.SARONG);
    }

    @Test
    void a_cart_has_at_most_a_hundred_lines() {
        Cart full = empty;
        for (int i = 0; i < Cart.MOST_LINES; i++) {
            full = full.with(Samples.offer(Sku.of("S-" + i), "1.00"), 1, Samples.NOW);
        }
        Cart brimming = full;
        refused(CartProblem.CART_FULL, () -> brimming.with(shirt, 1, Samples.NOW));
        assertThat(brimming.with(Samples.offer(Sku.of("S-7"), "1.00"), 9, Samples.NOW)
                        .items())
                .hasSize(Cart.MOST_LINES);
    }

    @Test
    void a_cart_with_lines_or_a_chosen_store_stays_there() {
        empty.requireStore(ELSEWHERE);
        refused(CartProblem.CART_STORE_MISMATCH, () -> filled.requireStore(ELSEWHERE));
        Cart chosen = Cart.open(Samples.CART, Buyer.GUEST, new Cart.Shop(Samples.STORE, true, IDR), Samples.NOW);
        refused(CartProblem.CART_STORE_MISMATCH, () -> chosen.requireStore(ELSEWHERE));
    }

    @Test
    void an_ordered_cart_is_history() {
        Cart ordered = new Cart(
                filled.id(),
                filled.buyer(),
                filled.shop(),
                CartState.ORDERED,
                filled.items(),
                Samples.NOW,
                Samples.NOW,
                Cart.Merging.NONE,
                3);
        refused(CartProblem.CART_ORDERED, () -> ordered.with(shirt, 1, Samples.NOW));
        refused(CartProblem.CART_ORDERED, () -> ordered.without(Samples.SHIRT, Samples.NOW));
    }

    @Test
    void a_cart_that_takes_another_over_adds_up_to_its_limits() {
        Cart guests = empty.with(shirt, 998, Samples.NOW).with(sarong, 1, Samples.NOW);
        Cart taken = filled.taking(guests, Samples.NOW);
        assertThat(taken.items()).extracting(CartItem::quantity).containsExactly(Cart.MOST_UNITS, 2);
        assertThat(taken.taken(guests.id()).orElseThrow().left())
                .containsExactly(Notice.of(Notice.Code.QUANTITY_LIMITED, Samples.SHIRT));

        Cart full = empty;
        for (int i = 0; i < Cart.MOST_LINES; i++) {
            full = full.with(Samples.offer(Sku.of("S-" + i), "1.00"), 1, Samples.NOW);
        }
        assertThat(full.taking(filled, Samples.NOW)
                        .taken(filled.id())
                        .orElseThrow()
                        .left())
                .extracting(Notice::code)
                .containsOnly(Notice.Code.NOT_MERGED);
    }

    @Test
    void a_merged_cart_is_history_and_another_store_is_refused() {
        refused(
                CartProblem.CART_MERGED,
                () -> filled.mergedInto(Samples.CART, Samples.NOW).with(shirt, 1, Samples.NOW));
        Cart.Shop there = new Cart.Shop(ELSEWHERE, true, IDR);
        Cart other = Cart.open(Samples.CART, Buyer.GUEST, there, Samples.NOW).with(shirt, 1, Samples.NOW);
        refused(CartProblem.CART_STORE_MISMATCH, () -> filled.taking(other, Samples.NOW));
        assertThat(empty.taking(other, Samples.NOW).shop().store()).isEqualTo(ELSEWHERE);
    }

    @Test
    void a_shown_cart_tells_what_changed_and_counts_only_what_is_sold() {
        Offers now = new Offers(Samples.FRONT, Map.of(Samples.SHIRT, Samples.offer(Samples.SHIRT, "199000.00")));
        CartView view = CartView.of(
                filled, now, Map.of(Samples.SHIRT, Availability.LOW, Samples.SARONG, Availability.IN_STOCK));

        assertThat(view.total()).isEqualTo(Samples.idr("398000.00"));
        assertThat(view.notices())
                .containsExactly(
                        Notice.priceChanged(Samples.SHIRT, Samples.idr("249000.00"), Samples.idr("199000.00")),
                        Notice.of(Notice.Code.LOW_STOCK, Samples.SHIRT),
                        Notice.of(Notice.Code.UNPUBLISHED, Samples.SARONG));
    }

    @Test
    void without_the_catalog_a_cart_is_shown_with_the_prices_seen_last() {
        CartView view = CartView.of(filled, null, Map.of(Samples.SHIRT, Availability.IN_STOCK));

        assertThat(view.degraded()).isTrue();
        assertThat(view.total()).isEqualTo(Samples.idr("648000.00"));
        assertThat(view.notices()).containsExactly(Notice.shortOf(Samples.SARONG, 0));
    }

    @Test
    void the_best_of_a_skus_warehouses_counts() {
        assertThat(Availability.best(List.of(Availability.OUT, Availability.IN_STOCK, Availability.LOW)))
                .isEqualTo(Availability.IN_STOCK);
        assertThat(Availability.best(List.of())).isEqualTo(Availability.OUT);
    }

    private static void refused(Problem problem, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.problem()).isEqualTo(problem));
    }
}
