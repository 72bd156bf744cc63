package io.niaga.orders.returns;

import static io.niaga.orders.returns.ReturnStory.ADMINISTRATOR;
import static io.niaga.orders.returns.ReturnStory.BUYER;
import static io.niaga.orders.returns.ReturnStory.OPERATOR;
import static io.niaga.orders.returns.ReturnStory.wish;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.niaga.orders.Samples;
import io.niaga.orders.checkout.Fact;
import io.niaga.orders.order.Moment;
import io.niaga.orders.order.OrderEvent;
import io.niaga.orders.order.OrderState;
import io.niaga.orders.order.PaymentMethod;
import io.niaga.orders.order.Return.Attention;
import io.niaga.orders.order.Return.Reason;
import io.niaga.orders.order.ReturnId;
import io.niaga.orders.order.ReturnState;
import io.niaga.types.CommonProblem;
import io.niaga.types.Problem;
import io.niaga.types.ProblemException;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ReturnTest {
    private final ReturnStory story = new ReturnStory();

    @Test
    void what_came_back_is_restocked_before_the_money_goes() {
        ReturnId id = story.arrived(wish(Samples.SHIRT, 1, Reason.CHANGED_MIND));
        story.inspect(id, count(1, 0, 0));

        assertThat(story.state(id)).isEqualTo("SETTLED");
        assertThat(story.yard.calls).containsExactly("restock", "refund");
        assertThat(story.yard.stock).containsEntry(Samples.SHIRT, 1);
        assertThat(story.yard.refunds).containsEntry(id.refund(), Samples.idr("224100.00"));
        assertThat(story.told()).containsExactly("REQUESTED", "APPROVED", "RECEIVED", "SETTLED");
        assertThat(story.order().payment().repaid(Samples.idr("613200.00"))).isEqualTo(Samples.idr("224100.00"));
        assertThat(story.order().payment().state()).isEqualTo("PARTIALLY_REFUNDED");
        assertThat(story.order().timeline())
                .extracting(Moment::type)
                .containsExactly(
                        Moment.Type.RETURN_REQUESTED,
                        Moment.Type.RETURN_APPROVED,
                        Moment.Type.RETURN_RECEIVED,
                        Moment.Type.RETURN_INSPECTED,
                        Moment.Type.REFUNDED,
                        Moment.Type.RETURN_SETTLED);
    }

    @Test
    void the_same_word_again_means_nothing_more() {
        ReturnId id = story.arrived(wish(Samples.SHIRT, 2, Reason.DAMAGED));
        story.say(id, new ReturnFact.ParcelReceived(ADMINISTRATOR));
        story.inspect(id, count(1, 1, 0));
        story.inspect(id, count(1, 1, 0));
        refused(ReturnProblem.RETURN_STATE_CONFLICT, () -> story.inspect(id, count(2, 0, 0)));
        refused(ReturnProblem.RETURN_STATE_CONFLICT, () -> story.say(id, new ReturnFact.Approved(ADMINISTRATOR)));
        refused(ReturnProblem.RETURN_STATE_CONFLICT, () -> story.say(id, new ReturnFact.CalledOff(BUYER, false)));
        assertThat(story.told()).containsExactly("REQUESTED", "APPROVED", "RECEIVED", "SETTLED");
    }

    @Test
    void nobody_sends_back_more_than_was_delivered() {
        story.request(wish(Samples.SHIRT, 1, Reason.CHANGED_MIND));
        refused(
                ReturnProblem.RETURN_EXCEEDS_DELIVERED,
                () -> story.request(wish(Samples.SHIRT, 2, Reason.CHANGED_MIND)));
        ReturnId last = story.request(wish(Samples.SHIRT, 1, Reason.CHANGED_MIND));
        refused(
                ReturnProblem.RETURN_EXCEEDS_DELIVERED,
                () -> story.request(wish(Samples.SHIRT, 1, Reason.CHANGED_MIND)));
        story.say(last, new ReturnFact.CalledOff(BUYER, false));
        story.request(wish(Samples.SHIRT, 1, Reason.CHANGED_MIND));
    }

    @Test
    void what_was_missing_from_the_parcel_is_not_paid_and_can_still_be_sent() {
        ReturnId id = story.arrived(wish(Samples.SHIRT, 2, Reason.CHANGED_MIND));
        story.inspect(id, count(1, 0, 1));
        assertThat(story.yard.refunds).containsEntry(id.refund(), Samples.idr("224100.00"));
        ReturnId rest = story.arrived(wish(Samples.SHIRT, 1, Reason.CHANGED_MIND));
        story.inspect(rest, count(0, 1, 0));
        assertThat(story.yard.sent()).as("the whole line, exactly").isEqualTo(Samples.idr("448200.00"));
    }

    @Test
    void a_parcel_with_nothing_in_it_is_settled_with_nothing() {
        ReturnId id = story.arrived(wish(Samples.SHIRT, 1, Reason.CHANGED_MIND));
        story.inspect(id, count(0, 0, 1));
        assertThat(story.state(id)).isEqualTo("SETTLED");
        assertThat(story.yard.calls).isEmpty();
    }

    @Test
    void what_never_came_is_refunded_when_the_claim_is_approved() {
        ReturnId id = story.request(wish(Samples.SARONG, 1, Reason.MISSING));
        story.say(id, new ReturnFact.Approved(ADMINISTRATOR));
        assertThat(story.state(id)).isEqualTo("SETTLED");
        assertThat(story.yard.calls).containsExactly("refund");
        assertThat(story.yard.refunds).containsEntry(id.refund(), Samples.idr("150000.00"));
    }

    @Test
    void a_return_that_moves_twice_at_once_is_listed_where_it_ends() {
        ReturnId id = story.request(wish(Samples.SARONG, 1, Reason.MISSING));
        story.say(id, new ReturnFact.Approved(ADMINISTRATOR));

        assertThat(story.told(OrderEvent.ReturnListed.class))
                .extracting(e -> e.goods().state().code())
                .containsExactly("REQUESTED", "INSPECTED", "SETTLED");
        assertThat(story.told(OrderEvent.ReturnListed.class))
                .extracting(OrderEvent.ReturnListed::version)
                .doesNotHaveDuplicates();
    }

    @Test
    void who_asks_for_a_customer_leaves_a_trace() {
        story.request(wish(Samples.SHIRT, 1, Reason.DAMAGED));
        assertThat(story.told(OrderEvent.ChangedByStaff.class)).isEmpty();

        ReturnId id = story.newId();
        story.request(OPERATOR, id, wish(Samples.SHIRT, 1, Reason.DAMAGED));
        assertThat(story.told(OrderEvent.ChangedByStaff.class))
                .containsExactly(new OrderEvent.ChangedByStaff(
                        OPERATOR, "return:request", id.value(), "/state", null, "REQUESTED", null));
    }

    @Test
    void a_return_has_its_order_and_its_time() {
        refused(
                ReturnProblem.RETURN_LINE_UNKNOWN,
                () -> story.request(wish(io.niaga.types.Sku.of("NO-SUCH"), 1, Reason.DAMAGED)));
        story.clock.advance(Duration.ofDays(29));
        refused(ReturnProblem.RETURN_WINDOW_OVER, () -> story.request(wish(Samples.SHIRT, 1, Reason.DAMAGED)));
        ReturnStory early =
                new ReturnStory(Delivered.order(new OrderState.InFulfillment(Samples.NOW), PaymentMethod.CARD));
        refused(ReturnProblem.ORDER_NOT_RETURNABLE, () -> early.request(wish(Samples.SHIRT, 1, Reason.DAMAGED)));
    }

    @Test
    void every_line_that_was_to_come_back_is_counted_whole() {
        ReturnId id = story.arrived(wish(Samples.SHIRT, 2, Reason.DAMAGED), wish(Samples.SARONG, 1, Reason.MISSING));
        refused(ReturnProblem.INSPECTION_INCOMPLETE, () -> story.inspect(id, count(1, 0, 0)));
        refused(
                ReturnProblem.RETURN_LINE_UNKNOWN,
                () -> story.inspect(id, count(2, 0, 0), new ReturnFact.Count(Samples.SARONG, 1, 0, 0)));
        refused(ReturnProblem.RETURN_LINE_UNKNOWN, () -> story.inspect(id, count(1, 0, 0), count(1, 0, 0)));
        story.inspect(id, count(2, 0, 0));
        assertThat(story.state(id)).isEqualTo("SETTLED");
    }

    @Test
    void an_unanswered_request_calls_a_person_and_can_still_be_answered() {
        ReturnId id = story.request(wish(Samples.SHIRT, 1, Reason.DAMAGED));
        story.goesBy(Duration.ofDays(3));
        assertThat(story.goods(id).attention().cause()).isEqualTo(Attention.Cause.UNANSWERED);
        assertThat(story.goods(id).deadline()).isEmpty();
        story.say(id, new ReturnFact.Approved(ADMINISTRATOR));
        assertThat(story.goods(id).attention()).isNull();
    }

    @Test
    void what_is_never_sent_is_called_off_and_what_is_never_looked_at_calls_a_person() {
        ReturnId sent = story.arrived(wish(Samples.SHIRT, 1, Reason.DAMAGED));
        ReturnId never = story.request(wish(Samples.SARONG, 1, Reason.DAMAGED));
        story.say(never, new ReturnFact.Approved(ADMINISTRATOR));
        story.goesBy(Duration.ofDays(7));
        assertThat(story.goods(sent).attention().cause()).isEqualTo(Attention.Cause.NOT_INSPECTED);
        assertThat(story.state(never)).isEqualTo("APPROVED");
        story.goesBy(Duration.ofDays(7));
        assertThat(story.goods(never).state())
                .isEqualTo(new ReturnState.Cancelled(ReturnState.Ending.NEVER_SENT, story.clock.instant()));
    }

    @Test
    void what_never_came_is_refunded_even_when_the_rest_is_never_sent() {
        ReturnId id = story.request(wish(Samples.SHIRT, 2, Reason.DAMAGED), wish(Samples.SARONG, 1, Reason.MISSING));
        story.say(id, new ReturnFact.Approved(ADMINISTRATOR));
        assertThat(story.state(id)).isEqualTo("APPROVED");
        story.goesBy(Duration.ofDays(14));
        assertThat(story.state(id)).isEqualTo("SETTLED");
        assertThat(story.yard.calls).containsExactly("refund");
        assertThat(story.yard.refunds).containsEntry(id.refund(), Samples.idr("150000.00"));
        story.request(wish(Samples.SHIRT, 2, Reason.DAMAGED));
    }

    @Test
    void silence_is_asked_again_and_undoes_nothing() {
        ReturnId id = story.arrived(wish(Samples.SHIRT, 1, Reason.DAMAGED));
        story.yard.lostAnswers = 2;
        story.inspect(id, count(1, 0, 0));
        assertThat(story.state(id)).isEqualTo("INSPECTED");
        story.settle();
        assertThat(story.state(id)).isEqualTo("SETTLED");
        assertThat(story.yard.stock).containsEntry(Samples.SHIRT, 1);
        assertThat(story.unknown).isNotEmpty();
    }

    @Test
    void money_on_its_way_is_waited_for_and_the_news_of_its_end_settles() {
        ReturnId id = story.arrived(wish(Samples.SHIRT, 1, Reason.DAMAGED));
        story.yard.answer = "PENDING";
        story.inspect(id, count(1, 0, 0));
        assertThat(story.state(id)).isEqualTo("INSPECTED");
        assertThat(story.unknown).as("no alarm").isEmpty();
        story.hears(id, Samples.idr("224100.00"), "SUCCEEDED");
        assertThat(story.state(id)).isEqualTo("SETTLED");
    }

    @Test
    void a_refund_beyond_what_was_paid_goes_to_a_person_once_who_settles_for_less() {
        story.yard.captured = Samples.idr("100000.00");
        ReturnId id = story.arrived(wish(Samples.SHIRT, 1, Reason.DAMAGED));
        story.inspect(id, count(1, 0, 0));
        assertThat(story.goods(id).attention().cause()).isEqualTo(Attention.Cause.REFUND_EXCEEDS_CAPTURE);
        story.settle();
        assertThat(story.yard.calls).as("not a loop").containsExactly("restock", "refund");
        refused(
                ReturnProblem.SETTLEMENT_EXCEEDS_WORTH,
                () -> story.say(id, new ReturnFact.SettlementAgreed(ADMINISTRATOR, Samples.idr("224100.01"))));
        refused(
                CommonProblem.FORBIDDEN,
                () -> story.say(id, new ReturnFact.SettlementAgreed(BUYER, Samples.idr("1.00"))));
        story.say(id, new ReturnFact.SettlementAgreed(ADMINISTRATOR, Samples.idr("100000.00")));
        assertThat(story.state(id)).isEqualTo("SETTLED");
        assertThat(story.goods(id).inspection().orElseThrow().worth().goods()).isEqualTo(Samples.idr("100000.00"));
        assertThat(story.yard.refunds).containsEntry(id.refund(), Samples.idr("100000.00"));
    }

    @Test
    void a_refund_that_the_provider_does_not_send_goes_to_a_person_who_can_only_try_again() {
        ReturnId id = story.arrived(wish(Samples.SHIRT, 1, Reason.DAMAGED));
        story.yard.answer = "FAILED";
        story.inspect(id, count(1, 0, 0));
        assertThat(story.goods(id).attention().cause()).isEqualTo(Attention.Cause.REFUND_FAILED);
        refused(
                ReturnProblem.RETURN_STATE_CONFLICT,
                () -> story.say(id, new ReturnFact.SettlementAgreed(ADMINISTRATOR, Samples.idr("1.00"))));
        story.yard.answer = "SUCCEEDED";
        story.say(id, new ReturnFact.SettlementAgreed(ADMINISTRATOR, null));
        assertThat(story.state(id)).isEqualTo("SETTLED");
    }

    @Test
    void what_the_warehouse_cannot_book_goes_to_a_person_who_can_try_again() {
        ReturnId id = story.arrived(wish(Samples.SHIRT, 1, Reason.DAMAGED));
        story.yard.noWarehouse = true;
        story.inspect(id, count(1, 0, 0));
        assertThat(story.goods(id).attention().cause()).isEqualTo(Attention.Cause.RESTOCK_REFUSED);
        story.yard.noWarehouse = false;
        story.say(id, new ReturnFact.SettlementAgreed(ADMINISTRATOR, null));
        assertThat(story.state(id)).isEqualTo("SETTLED");
        assertThat(story.yard.stock).containsEntry(Samples.SHIRT, 1);
    }

    @Test
    void cash_that_the_carrier_still_has_is_waited_for() {
        ReturnStory cod = new ReturnStory(Delivered.order(new OrderState.Completed(Samples.NOW), PaymentMethod.COD));
        ReturnId id = cod.arrived(wish(Samples.SHIRT, 1, Reason.DAMAGED));
        cod.inspect(id, count(1, 0, 0));
        assertThat(cod.yard.calls)
                .as("a refund now would call off the collection")
                .containsExactly("restock");
        cod.hears(new Fact.MoneyCaptured());
        assertThat(cod.state(id)).isEqualTo("SETTLED");
    }

    private static ReturnFact.Count count(int resellable, int damaged, int missing) {
        return new ReturnFact.Count(Samples.SHIRT, resellable, damaged, missing);
    }

    private static void refused(Problem problem, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.problem()).isEqualTo(problem));
    }
}
