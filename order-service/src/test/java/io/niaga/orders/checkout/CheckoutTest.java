package io.niaga.orders.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.niaga.orders.Samples;
import io.niaga.orders.cart.CartProblem;
import io.niaga.orders.cart.CartState;
import io.niaga.orders.order.Assurance;
import io.niaga.orders.order.BrokenPromise;
import io.niaga.orders.order.FulfillmentView.Parcel;
import io.niaga.orders.order.FulfillmentView.Stage;
import io.niaga.orders.order.Moment;
import io.niaga.orders.order.OrderEvent;
import io.niaga.orders.order.OrderProblem;
import io.niaga.orders.order.OrderState;
import io.niaga.orders.order.PaymentMethod;
import io.niaga.orders.order.Repayment;
import io.niaga.orders.quote.Quote;
import io.niaga.types.CommonProblem;
import io.niaga.types.Money;
import io.niaga.types.Problem;
import io.niaga.types.ProblemException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class CheckoutTest {
    private final Story story = new Story(null);
    private final Story withCoupon = new Story("HEMAT10");

    @Test
    void a_placed_order_waits_for_its_money_with_its_stock_held() {
        assertThat(story.place(PaymentMethod.CARD)).isInstanceOf(PlaceOrder.Result.Placed.class);

        assertThat(story.state()).isEqualTo("AWAITING_PAYMENT");
        assertThat(story.town.stock).isEqualTo("HELD");
        assertThat(story.town.calls).containsExactly("reserve", "open payment");
        assertThat(story.orders.writes).as("one write to decide, one to tell").isEqualTo(2);
        assertThat(story.told(OrderEvent.Placed.class)).isOne();
        assertThat(story.told(OrderEvent.CartOrdered.class)).isOne();
    }

    @Test
    void money_that_is_assured_commits_the_stock_and_confirms() {
        story.place(PaymentMethod.CARD);
        story.town.pay();
        story.hears(new Fact.MoneyAssured(Assurance.CAPTURED));

        assertThat(story.state()).isEqualTo("CONFIRMED");
        assertThat(story.town.stock).isEqualTo("COMMITTED");
        assertThat(story.told(OrderEvent.Confirmed.class)).isOne();
    }

    @Test
    void cash_on_delivery_is_committed_first_and_then_placed_and_confirmed_in_one_write() {
        story.town.assurance = Assurance.CASH_ON_DELIVERY;
        story.place(PaymentMethod.COD);

        assertThat(story.state()).isEqualTo("CONFIRMED");
        assertThat(story.town.calls).containsExactly("reserve", "open payment", "commit");
        assertThat(story.orders.writes).isEqualTo(2);
        assertThat(story.orders.told)
                .extracting(e -> e.getClass().getSimpleName())
                .containsExactly("Placed", "CartOrdered", "Confirmed");
    }

    @Test
    void a_sold_out_order_is_refused_with_a_quote_of_what_is_left() {
        story.town.soldOut = true;
        PlaceOrder.Result.Refused refused = (PlaceOrder.Result.Refused) story.place(PaymentMethod.CARD);

        assertThat(refused.refusal().problem()).isEqualTo(OrderProblem.SOLD_OUT);
        assertThat(refused.fresh()).isNotNull();
        assertThat(refused.fresh().lines()).extracting(l -> l.quantity()).containsExactly(1, 1);
        assertThat(story.orders.told).isEmpty();
        assertThat(story.place(PaymentMethod.CARD)).as("the same again").isEqualTo(refused);
    }

    @Test
    void a_used_up_coupon_gives_the_stock_back_and_quotes_without_it() {
        withCoupon.town.couponUsedUp = true;
        PlaceOrder.Result.Refused refused = (PlaceOrder.Result.Refused) withCoupon.place(PaymentMethod.CARD);

        assertThat(refused.refusal().problem()).isEqualTo(OrderProblem.COUPON_EXHAUSTED);
        assertThat(refused.fresh().couponCode()).isNull();
        assertThat(withCoupon.town.stock).isEqualTo("RELEASED");
        assertThat(withCoupon.state()).isEqualTo("REFUSED");
    }

    @Test
    void a_method_that_the_store_does_not_offer_undoes_in_reverse() {
        withCoupon.town.methodRefused = true;
        PlaceOrder.Result.Refused refused = (PlaceOrder.Result.Refused) withCoupon.place(PaymentMethod.CARD);

        assertThat(refused.refusal().problem()).isEqualTo(OrderProblem.PAYMENT_METHOD_UNAVAILABLE);
        assertThat(withCoupon.town.calls)
                .containsExactly("reserve", "hold coupon", "open payment", "give back coupon", "release");
    }

    @Test
    void a_method_that_is_not_built_is_refused_without_using_the_quote() {
        assertThat(story.place(PaymentMethod.QRIS)).isInstanceOf(PlaceOrder.Result.Refused.class);
        assertThat(story.place(PaymentMethod.CARD)).isInstanceOf(PlaceOrder.Result.Placed.class);
    }

    @Test
    void an_expired_quote_is_refused_the_same_way_each_time() {
        story.clock.advance(Duration.ofMinutes(15));
        PlaceOrder.Result first = story.place(PaymentMethod.CARD);

        assertThat(((PlaceOrder.Result.Refused) first).refusal().problem()).isEqualTo(OrderProblem.QUOTE_EXPIRED);
        assertThat(((PlaceOrder.Result.Refused) first).fresh()).isNotNull();
        assertThat(story.place(PaymentMethod.CARD)).isEqualTo(first);
    }

    @Test
    void a_quote_is_ordered_once() {
        story.place(PaymentMethod.CARD);
        assertThat(story.place(PaymentMethod.CARD)).isInstanceOf(PlaceOrder.Result.Placed.class);
        refused(OrderProblem.QUOTE_ALREADY_USED, () -> story.place(Story.BUYER, PaymentMethod.CARD, "another"));
    }

    @Test
    void a_cart_is_ordered_once_whatever_was_quoted_of_it() {
        story.carts.sample(CartState.OPEN);
        story.place(PaymentMethod.CARD);
        Quote other = story.another();
        ThrowingCallable again = () -> story.place(Story.BUYER, other, PaymentMethod.CARD, "key-2");
        refused(CartProblem.CART_ORDERED, again, Map.of("orderId", story.id().value()));

        story.carts.sample(CartState.ORDERED);
        refused(CartProblem.CART_ORDERED, again, Map.of("orderId", story.id().value()));
        assertThat(story.place(PaymentMethod.CARD)).as("the same again").isInstanceOf(PlaceOrder.Result.Placed.class);
        assertThat(story.told(OrderEvent.Placed.class)).isOne();
    }

    @Test
    void what_another_cart_took_over_is_ordered_there() {
        story.carts.sample(CartState.MERGED);
        refused(
                CartProblem.CART_MERGED,
                () -> story.place(PaymentMethod.CARD),
                Map.of("mergedInto", RememberedCarts.INTO.value()));
        assertThat(story.town.calls).isEmpty();
    }

    @Test
    void a_cart_whose_order_is_not_settled_waits_and_is_free_again_when_it_is_refused() {
        story.carts.sample(CartState.OPEN);
        Quote other = story.another();
        story.town.unknownCalls = 1;
        refused(CommonProblem.SERVICE_UNAVAILABLE, () -> story.place(PaymentMethod.CARD));
        refused(CommonProblem.CONCURRENT_CHANGE, () -> story.place(Story.BUYER, other, PaymentMethod.CARD, "key-2"));

        story.town.soldOut = true;
        assertThat(story.place(PaymentMethod.CARD)).isInstanceOf(PlaceOrder.Result.Refused.class);
        story.town.soldOut = false;
        assertThat(story.place(Story.BUYER, other, PaymentMethod.CARD, "key-2"))
                .isInstanceOf(PlaceOrder.Result.Placed.class);
    }

    @Test
    void an_unknown_outcome_is_asked_about_and_never_undone() {
        story.town.lostAnswers = 1;
        refused(CommonProblem.SERVICE_UNAVAILABLE, () -> story.place(PaymentMethod.CARD));
        assertThat(story.state()).isEqualTo("PLACING");

        story.goesBy(Duration.ofSeconds(2));

        assertThat(story.state()).isEqualTo("AWAITING_PAYMENT");
        assertThat(story.town.calls).containsExactly("reserve", "reserve", "open payment");
    }

    @Test
    void the_same_request_resumes_what_was_left_unknown() {
        story.town.unknownCalls = 1;
        refused(CommonProblem.SERVICE_UNAVAILABLE, () -> story.place(PaymentMethod.CARD));

        assertThat(story.place(PaymentMethod.CARD)).isInstanceOf(PlaceOrder.Result.Placed.class);
    }

    @Test
    void a_placement_that_stays_unknown_is_given_up_and_nothing_is_kept() {
        story.town.unknownCalls = 1000;
        refused(CommonProblem.SERVICE_UNAVAILABLE, () -> story.place(PaymentMethod.CARD));
        story.goesBy(Duration.ofMinutes(11));
        assertThat(story.state()).isEqualTo("REFUSING");

        story.town.unknownCalls = 0;
        story.settle();

        assertThat(story.state()).isEqualTo("REFUSED");
        assertThat(story.town.stock).isEqualTo("RELEASED");
        assertThat(story.town.payment).isEqualTo("CANCELLED");
    }

    @Test
    void unpaid_in_time_expires_and_gives_everything_back() {
        withCoupon.place(PaymentMethod.CARD);
        withCoupon.goesBy(Samples.WINDOW);

        assertThat(withCoupon.state()).isEqualTo("EXPIRED");
        assertThat(withCoupon.town.stock).isEqualTo("RELEASED");
        assertThat(withCoupon.town.coupon).isEqualTo("GIVEN_BACK");
        assertThat(withCoupon.told(OrderEvent.Expired.class)).isOne();
    }

    @Test
    void paid_at_the_last_moment_goes_on_as_paid() {
        story.place(PaymentMethod.CARD);
        story.town.pay();
        story.goesBy(Samples.WINDOW);

        assertThat(story.state()).isEqualTo("CONFIRMED");
        assertThat(story.told(OrderEvent.Expired.class)).isZero();
    }

    @Test
    void late_money_revives_an_expired_order_with_a_higher_fence() {
        withCoupon.place(PaymentMethod.CARD);
        withCoupon.goesBy(Samples.WINDOW);
        withCoupon.town.payLate();
        withCoupon.hears(new Fact.MoneyLate());

        assertThat(withCoupon.state()).isEqualTo("CONFIRMED");
        assertThat(withCoupon.town.stock).isEqualTo("COMMITTED");
        assertThat(withCoupon.town.coupon).isEqualTo("HELD");
        assertThat(withCoupon.town.payment).as("late money was accepted").isEqualTo("CAPTURED");
        assertThat(withCoupon.town.refunded).isFalse();
    }

    @Test
    void late_money_goes_back_when_the_stock_is_gone() {
        withCoupon.place(PaymentMethod.CARD);
        withCoupon.goesBy(Samples.WINDOW);
        withCoupon.town.soldOut = true;
        withCoupon.town.payLate();
        withCoupon.hears(new Fact.MoneyLate());

        assertThat(withCoupon.state()).isEqualTo("EXPIRED");
        assertThat(withCoupon.town.refunded).isTrue();
    }

    @Test
    void late_money_goes_back_when_the_coupon_is_gone_and_the_stock_too() {
        withCoupon.place(PaymentMethod.CARD);
        withCoupon.goesBy(Samples.WINDOW);
        withCoupon.town.couponUsedUp = true;
        withCoupon.town.payLate();
        withCoupon.hears(new Fact.MoneyLate());

        assertThat(withCoupon.state()).isEqualTo("EXPIRED");
        assertThat(withCoupon.town.stock).isEqualTo("RELEASED");
        assertThat(withCoupon.town.refunded).isTrue();
    }

    @Test
    void late_money_that_staff_sent_back_meanwhile_buys_nothing() {
        withCoupon.place(PaymentMethod.CARD);
        withCoupon.goesBy(Samples.WINDOW);
        withCoupon.town.payLate();
        withCoupon.town.givenByStaff = withCoupon.order().terms().total();
        withCoupon.hears(new Fact.MoneyLate());

        assertThat(withCoupon.state()).isEqualTo("EXPIRED");
        assertThat(withCoupon.told(OrderEvent.Confirmed.class)).isZero();
        assertThat(withCoupon.town.stock).isEqualTo("RELEASED");
        assertThat(withCoupon.town.coupon).isEqualTo("GIVEN_BACK");
        assertThat(withCoupon.town.refunded).as("nothing was left").isFalse();
        assertThat(withCoupon.order().work().isDone()).isTrue();
    }

    @Test
    void late_money_of_which_staff_sent_a_part_back_goes_back_whole() {
        story.place(PaymentMethod.CARD);
        story.goesBy(Samples.WINDOW);
        story.town.payLate();
        story.town.givenByStaff = Samples.idr("5000.00");
        story.hears(new Fact.MoneyLate());

        assertThat(story.state()).isEqualTo("EXPIRED");
        assertThat(story.town.stock).isEqualTo("RELEASED");
        assertThat(story.town.sentBack.plus(story.town.givenByStaff))
                .isEqualTo(story.order().terms().total());
    }

    @Test
    void a_buyer_cancels_what_is_not_paid() {
        withCoupon.place(PaymentMethod.CARD);
        assertThat(withCoupon.cancel(Story.BUYER).state().code()).isEqualTo("CANCELLED");

        assertThat(withCoupon.town.payment).isEqualTo("CANCELLED");
        assertThat(withCoupon.town.stock).isEqualTo("RELEASED");
        assertThat(withCoupon.town.refunded).isFalse();
        assertThat(withCoupon.told(OrderEvent.ChangedByStaff.class)).isZero();
        assertThat(withCoupon.cancel(Story.BUYER).state().code()).as("again").isEqualTo("CANCELLED");
        assertThat(withCoupon.told(OrderEvent.Cancelled.class)).isOne();
    }

    @Test
    void cancelling_what_was_paid_meanwhile_sends_the_money_back() {
        story.place(PaymentMethod.CARD);
        story.town.pay();
        assertThat(story.cancel(Story.BUYER).state().code()).isEqualTo("CANCELLED");
        assertThat(story.town.refunded).isTrue();
    }

    @Test
    void staff_cancel_a_confirmed_order_with_refund_and_an_audit_entry() {
        confirmed();
        assertThat(story.cancel(Story.SUPPORT).state().code()).isEqualTo("CANCELLED");

        assertThat(story.town.refunded).isTrue();
        assertThat(story.told(OrderEvent.ChangedByStaff.class)).isOne();
    }

    @Test
    void an_order_whose_money_went_back_before_is_called_off_without_a_refund() {
        confirmed();
        story.town.givenByStaff = story.order().terms().total();
        story.cancel(Story.BUYER);

        assertThat(story.state()).isEqualTo("CANCELLED");
        assertThat(story.order().payment().repayments()).isEmpty();
        assertThat(story.order().timeline()).extracting(Moment::type).doesNotContain(Moment.Type.REFUNDED);
        assertThat(story.orders.told)
                .last()
                .isInstanceOfSatisfying(
                        OrderEvent.Cancelled.class,
                        told -> assertThat(told.refunded()).isFalse());
    }

    @Test
    void a_promise_that_fails_after_all_of_its_money_went_back_causes_no_refund() {
        confirmed();
        Money total = story.order().terms().total();
        story.town.givenByStaff = total;
        story.town.stock = "PICKING";
        story.hears(new Fact.RefundSettled(new Repayment("rfd_by_staff", total, "SUCCEEDED"), ""));
        story.hears(Story.LEFT);
        story.hears(Story.LOST);

        assertThat(story.state()).isEqualTo("PROMISE_FAILED");
        assertThat(story.order().work().isDone()).isTrue();
        assertThat(story.order().payment().repaid(total)).isEqualTo(total);
        assertThat(story.orders.told)
                .last()
                .isInstanceOfSatisfying(
                        OrderEvent.PromiseFailed.class,
                        told -> assertThat(told.refunds()).isFalse());
    }

    @Test
    void a_stranger_does_not_find_the_order() {
        story.place(PaymentMethod.CARD);
        refused(OrderProblem.ORDER_UNKNOWN, () -> story.cancel(Story.STRANGER));
    }

    @Test
    void an_order_that_is_picked_cannot_be_cancelled() {
        confirmed();
        story.hears(new Fact.WarehouseAt(Stage.PICKING));
        assertThat(story.state()).isEqualTo("IN_FULFILLMENT");
        refused(OrderProblem.ORDER_NOT_CANCELLABLE, () -> story.cancel(Story.BUYER));
    }

    @Test
    void a_cancellation_that_meets_the_pickers_is_taken_back() {
        confirmed();
        story.town.stock = "PICKING";
        refused(OrderProblem.ORDER_NOT_CANCELLABLE, () -> story.cancel(Story.BUYER));

        assertThat(story.state()).isEqualTo("IN_FULFILLMENT");
        assertThat(story.town.refunded).isFalse();
        assertThat(story.told(OrderEvent.Changed.class)).isOne();
    }

    @Test
    void a_cancellation_goes_on_by_itself_when_somebody_did_not_answer() {
        confirmed();
        story.town.unknownCalls = 1;
        assertThat(story.cancel(Story.BUYER).state().code()).isEqualTo("CANCELLING");
        story.settle();
        assertThat(story.state()).isEqualTo("CANCELLED");
    }

    @Test
    void a_later_step_that_stays_unknown_is_asked_ever_more_seldom_and_the_earlier_ones_never_again() {
        confirmed();
        story.town.silent = "refund";
        story.cancel(Story.BUYER);
        List<Long> pauses = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            pauses.add(story.pause().toSeconds());
            story.goesBy(story.pause());
        }

        assertThat(pauses).containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 64L);
        assertThat(story.unknowns).as("those who watch can tell").containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
        assertThat(story.town.calls).containsOnlyOnce("release");

        story.town.silent = "";
        story.goesBy(story.pause());
        assertThat(story.state()).isEqualTo("CANCELLED");
    }

    @Test
    void delivered_is_completed_even_when_the_news_of_picking_was_lost() {
        confirmed();
        story.hears(new Fact.ParcelMoved("TRK-1", "DELIVERED", true));

        assertThat(story.state()).isEqualTo("COMPLETED");
        assertThat(story.told(OrderEvent.Changed.class)).isOne();
        assertThat(story.told(OrderEvent.Completed.class)).isOne();
    }

    @Test
    void what_came_back_undelivered_is_paid_back_whole_with_its_coupon() {
        confirmed(withCoupon);
        withCoupon.town.stock = "PICKING";
        withCoupon.hears(Story.LEFT);
        withCoupon.hears(new Fact.ParcelMoved("TRK-1", "RETURN_TO_SENDER", false));
        assertThat(withCoupon.state()).as("on its way back").isEqualTo("IN_FULFILLMENT");
        assertThat(withCoupon.town.refunded).isFalse();

        withCoupon.hears(Story.BACK);

        assertThat(withCoupon.order().state())
                .isEqualTo(new OrderState.PromiseFailed(
                        new BrokenPromise(BrokenPromise.Reason.UNDELIVERED, withCoupon.clock.instant())));
        assertThat(withCoupon.town.sentBack)
                .as("with the shipping")
                .isEqualTo(withCoupon.order().terms().total());
        assertThat(withCoupon.town.coupon).isEqualTo("GIVEN_BACK");
        assertThat(withCoupon.order().payment().state()).isEqualTo("REFUNDED");
        assertThat(withCoupon.town.calls).as("the stock is the warehouse's").doesNotContain("release");
        assertThat(withCoupon.orders.told)
                .last()
                .isInstanceOfSatisfying(
                        OrderEvent.PromiseFailed.class,
                        told -> assertThat(told.refunds()).isTrue());
        assertThat(withCoupon.order().timeline())
                .extracting(Moment::type)
                .containsSubsequence(
                        Moment.Type.HANDED_OVER,
                        Moment.Type.RECEIVED_BACK,
                        Moment.Type.PROMISE_FAILED,
                        Moment.Type.REFUNDED);
        refused(OrderProblem.ORDER_NOT_CANCELLABLE, () -> withCoupon.cancel(Story.BUYER));
    }

    @Test
    void what_is_not_there_to_be_picked_is_paid_back_whole_although_nothing_left() {
        confirmed(withCoupon);
        withCoupon.town.stock = "PICKING";
        withCoupon.hears(Story.SHORT);

        assertThat(withCoupon.order().state())
                .isEqualTo(new OrderState.PromiseFailed(
                        new BrokenPromise(BrokenPromise.Reason.OUT_OF_STOCK, withCoupon.clock.instant())));
        assertThat(withCoupon.town.sentBack)
                .isEqualTo(withCoupon.order().terms().total());
        assertThat(withCoupon.town.coupon).isEqualTo("GIVEN_BACK");
        assertThat(withCoupon.town.calls).as("the stock is the warehouse's").doesNotContain("release");
        refused(OrderProblem.ORDER_NOT_CANCELLABLE, () -> withCoupon.cancel(Story.BUYER));
    }

    @Test
    void cash_that_nobody_collected_is_not_paid_back() {
        story.town.assurance = Assurance.CASH_ON_DELIVERY;
        story.place(PaymentMethod.COD);
        story.town.stock = "PICKING";
        story.hears(Story.LEFT);
        story.hears(Story.BACK);

        assertThat(story.state()).isEqualTo("PROMISE_FAILED");
        assertThat(story.town.voided).isTrue();
        assertThat(story.order().payment().state()).isEqualTo("CANCELLED");
        assertThat(story.order().payment().repayments()).isEmpty();
        assertThat(story.orders.told)
                .last()
                .isInstanceOfSatisfying(
                        OrderEvent.PromiseFailed.class,
                        told -> assertThat(told.refunds()).isFalse());
        assertThat(story.order().timeline()).extracting(Moment::type).doesNotContain(Moment.Type.REFUNDED);
    }

    @Test
    void an_order_of_two_parcels_fails_when_no_parcel_can_arrive_any_more() {
        confirmed();
        story.hears(new Fact.HandedOver(List.of(parcel("TRK-1"), parcel("TRK-2"))));
        story.hears(new Fact.ParcelLost("TRK-1", "DAMAGED"));
        assertThat(story.state()).isEqualTo("IN_FULFILLMENT");
        assertThat(story.town.refunded).isFalse();

        story.hears(new Fact.ParcelLost("TRK-2", "DAMAGED"));

        assertThat(story.order().state())
                .isInstanceOfSatisfying(
                        OrderState.PromiseFailed.class,
                        s -> assertThat(s.promise().reason()).isEqualTo(BrokenPromise.Reason.DAMAGED));
        assertThat(story.town.refunded).isTrue();
    }

    @Test
    void an_order_of_which_something_arrived_does_not_fail_by_itself() {
        confirmed();
        story.hears(new Fact.HandedOver(List.of(parcel("TRK-1"), parcel("TRK-2"))));
        story.hears(new Fact.ParcelMoved("TRK-1", "DELIVERED", false));
        story.hears(new Fact.ParcelLost("TRK-2", "LOST"));

        assertThat(story.state()).isEqualTo("IN_FULFILLMENT");
        assertThat(story.town.refunded).isFalse();
    }

    @Test
    void what_arrived_is_not_lost_afterwards() {
        confirmed();
        story.hears(Story.LEFT);
        story.hears(new Fact.ParcelMoved("TRK-1", "DELIVERED", true));
        story.hears(Story.LOST);
        story.hears(Story.BACK);

        assertThat(story.state()).isEqualTo("COMPLETED");
        assertThat(story.order().fulfillment().stage()).isEqualTo(Stage.DELIVERED);
        assertThat(story.town.refunded).isFalse();
    }

    @Test
    void a_payment_that_expired_at_the_provider_leaves_the_order_its_own_time() {
        story.place(PaymentMethod.VIRTUAL_ACCOUNT);
        story.hears(new Fact.PaymentExpired());

        assertThat(story.state()).isEqualTo("AWAITING_PAYMENT");
        assertThat(story.order().payment().state()).isEqualTo("EXPIRED");
        assertThat(story.order().payment().nextAction()).isEqualTo(Map.of("type", "NONE"));
        assertThat(story.order().timeline()).extracting(Moment::type).endsWith(Moment.Type.PAYMENT_EXPIRED);
        assertThat(story.town.stock).isEqualTo("HELD");

        story.goesBy(Samples.WINDOW);
        assertThat(story.state()).isEqualTo("EXPIRED");
    }

    @Test
    void money_that_comes_after_the_provider_gave_up_counts_while_the_order_waits() {
        story.place(PaymentMethod.VIRTUAL_ACCOUNT);
        story.hears(new Fact.PaymentExpired());
        story.town.pay();
        story.hears(new Fact.MoneyAssured(Assurance.CAPTURED));
        assertThat(story.state()).isEqualTo("CONFIRMED");

        story.hears(new Fact.PaymentExpired());
        assertThat(story.order().payment().state()).isEqualTo("CAPTURED");
    }

    private static Parcel parcel(String tracking) {
        return new Parcel(tracking, "sandbox", "REG", "PRE_TRANSIT");
    }

    @Test
    void news_is_taken_in_once_and_never_backwards() {
        story.place(PaymentMethod.CARD);
        assertThat(story.hears(new Fact.PaymentFailed("DECLINED"), 5)).isTrue();
        assertThat(story.hears(new Fact.PaymentFailed("DECLINED"), 5)).isFalse();
        assertThat(story.hears(new Fact.PaymentFailed("DECLINED"), 4)).isFalse();
        assertThat(story.order().payment().state()).isEqualTo("FAILED");
    }

    @Test
    void stock_that_was_lost_before_the_commitment_is_taken_again_or_paid_back() {
        story.place(PaymentMethod.CARD);
        story.town.stock = "RELEASED";
        story.town.soldOut = true;
        story.town.pay();
        story.hears(new Fact.MoneyAssured(Assurance.CAPTURED));

        assertThat(story.order().state()).isInstanceOf(OrderState.Expired.class);
        assertThat(story.town.refunded).isTrue();
    }

    private void confirmed() {
        confirmed(story);
    }

    private static void confirmed(Story story) {
        story.place(PaymentMethod.CARD);
        story.town.pay();
        story.hears(new Fact.MoneyAssured(Assurance.CAPTURED));
    }

    private static void refused(Problem problem, ThrowingCallable call) {
        refused(problem, call, Map.of());
    }

    private static void refused(Problem problem, ThrowingCallable call, Map<String, Object> with) {
        assertThatThrownBy(call).isInstanceOfSatisfying(ProblemException.class, e -> {
            assertThat(e.problem()).isEqualTo(problem);
            assertThat(e.parameters()).containsAllEntriesOf(with);
        });
    }
}
