package io.niaga.orders.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.niaga.orders.Samples;
import io.niaga.orders.order.Assurance;
import io.niaga.orders.order.FulfillmentView.Stage;
import io.niaga.orders.order.Moment;
import io.niaga.orders.order.OrderEvent;
import io.niaga.orders.order.OrderProblem;
import io.niaga.orders.order.PaymentMethod;
import io.niaga.orders.quote.Address;
import io.niaga.orders.quote.ShippingOption;
import io.niaga.types.CommonProblem;
import io.niaga.types.Problem;
import io.niaga.types.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class RedirectTest {
    static final Address ELSEWHERE =
            new Address("Budi Santoso", "+6281234567890", List.of("Jl. Sudirman 2"), null, "10220", "ID");
    private static final Instant PROMISED = Samples.NOW.plus(Duration.ofDays(3));

    private final Story story = new Story(null);

    @Test
    void the_warehouse_is_told_before_it_is_said_to_be_done() {
        confirmed();
        assertThat(story.redirect(Story.BUYER, ELSEWHERE).destination().address())
                .isEqualTo(ELSEWHERE);
        assertThat(story.town.address).isEqualTo(ELSEWHERE);
        assertThat(story.told(OrderEvent.Changed.class)).isOne();
        assertThat(story.told(OrderEvent.ChangedByStaff.class)).isZero();
        assertThat(story.order().timeline()).extracting(Moment::type).endsWith(Moment.Type.ADDRESS_CHANGED);
        story.redirect(Story.BUYER, ELSEWHERE);
        assertThat(story.told(OrderEvent.Changed.class)).as("once is enough").isOne();
    }

    @Test
    void staff_do_it_for_a_customer_and_it_is_audited_without_the_address() {
        confirmed();
        story.redirect(Story.SUPPORT, ELSEWHERE);
        assertThat(story.orders.told)
                .filteredOn(OrderEvent.ChangedByStaff.class::isInstance)
                .singleElement()
                .satisfies(e ->
                        assertThat(e.toString()).contains("/shippingAddress").doesNotContain("Sudirman"));
    }

    @Test
    void silence_leaves_it_pending_and_the_process_goes_on() {
        confirmed();
        story.town.lostAnswers = 1;
        assertThat(story.redirect(Story.BUYER, ELSEWHERE).destination().pending())
                .contains(ELSEWHERE);
        assertThat(story.order().destination().address()).isEqualTo(Samples.ADDRESS);
        refused(CommonProblem.CONCURRENT_CHANGE, () -> story.redirect(Story.BUYER, other("99999")));
        story.settle();
        assertThat(story.order().destination().address()).isEqualTo(ELSEWHERE);
        assertThat(story.order().work().isDone()).isTrue();
    }

    @Test
    void what_is_being_picked_goes_where_it_went() {
        confirmed();
        story.town.stock = "PICKING";
        refused(OrderProblem.ORDER_NOT_EDITABLE, () -> story.redirect(Story.BUYER, ELSEWHERE));
        assertThat(story.state()).isEqualTo("IN_FULFILLMENT");
        assertThat(story.order().destination().address()).isEqualTo(Samples.ADDRESS);
        assertThat(story.order().destination().pending()).isEmpty();
        refused(OrderProblem.ORDER_NOT_EDITABLE, () -> story.redirect(Story.BUYER, ELSEWHERE));
    }

    @Test
    void an_order_that_is_called_off_meanwhile_is_still_called_off() {
        confirmed();
        story.town.unknownCalls = 1;
        story.redirect(Story.BUYER, ELSEWHERE);
        story.cancel(Story.BUYER);
        story.settle();
        assertThat(story.state()).isEqualTo("CANCELLED");
        assertThat(story.order().destination().pending()).isEmpty();
    }

    @Test
    void picking_that_begins_meanwhile_is_heard_with_the_answer_still_open() {
        confirmed();
        story.town.lostAnswers = 1;
        story.redirect(Story.BUYER, ELSEWHERE);
        story.town.stock = "PICKING";
        story.hears(new Fact.WarehouseAt(Stage.PICKING));
        story.settle();
        assertThat(story.state()).isEqualTo("IN_FULFILLMENT");
        assertThat(story.order().destination().address()).isEqualTo(story.town.address);
    }

    @Test
    void an_unpaid_order_expires_even_when_the_warehouse_is_silent_about_the_address() {
        story.place(PaymentMethod.CARD);
        story.town.unknownCalls = 2;
        story.redirect(Story.BUYER, ELSEWHERE);
        story.clock.advance(Samples.WINDOW);
        story.settle();
        assertThat(story.state()).isEqualTo("EXPIRED");
    }

    @Test
    void a_payment_that_comes_meanwhile_confirms_and_the_address_changes_too() {
        story.place(PaymentMethod.CARD);
        story.town.unknownCalls = 1;
        story.redirect(Story.BUYER, ELSEWHERE);
        story.town.pay();
        story.hears(new Fact.MoneyAssured(Assurance.CAPTURED));
        story.settle();
        assertThat(story.state()).isEqualTo("CONFIRMED");
        assertThat(story.town.address).isEqualTo(ELSEWHERE);
        assertThat(story.order().destination().address()).isEqualTo(ELSEWHERE);
    }

    @Test
    void shipping_stays_what_was_agreed_on_or_the_address_does() {
        confirmed();
        offer(ELSEWHERE, "20000.00", PROMISED);
        refused(OrderProblem.ADDRESS_CHANGES_SHIPPING, () -> story.redirect(Story.BUYER, ELSEWHERE));
        offer(ELSEWHERE, "15000.00", PROMISED.plusSeconds(1));
        refused(OrderProblem.ADDRESS_CHANGES_SHIPPING, () -> story.redirect(Story.BUYER, ELSEWHERE));
        story.options.put(ELSEWHERE, List.of());
        refused(OrderProblem.ADDRESS_CHANGES_SHIPPING, () -> story.redirect(Story.BUYER, ELSEWHERE));
        assertThat(story.town.address).isEqualTo(Samples.ADDRESS);
    }

    @Test
    void days_later_both_addresses_would_be_promised_later() {
        confirmed();
        Instant later = PROMISED.plus(Duration.ofDays(1));
        offer(ELSEWHERE, "15000.00", later);
        offer(Samples.ADDRESS, "15000.00", later);
        story.redirect(Story.BUYER, ELSEWHERE);
        assertThat(story.order().destination().address()).isEqualTo(ELSEWHERE);
    }

    private void offer(Address to, String price, Instant promised) {
        story.options.put(to, List.of(new ShippingOption("sho_reg", "sandbox", "REG", Samples.idr(price), promised)));
    }

    private static Address other(String postalCode) {
        return new Address("Budi", "+6281234567890", List.of("Jl. X"), null, postalCode, "ID");
    }

    private void confirmed() {
        story.place(PaymentMethod.CARD);
        story.town.pay();
        story.hears(new Fact.MoneyAssured(Assurance.CAPTURED));
    }

    private static void refused(Problem problem, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.problem()).isEqualTo(problem));
    }
}
