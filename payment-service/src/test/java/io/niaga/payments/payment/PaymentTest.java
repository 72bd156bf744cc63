package io.niaga.payments.payment;

import static io.niaga.payments.payment.Samples.NOW;
import static io.niaga.payments.payment.Samples.PRICE;
import static io.niaga.payments.payment.Samples.REFUND;
import static io.niaga.payments.payment.Samples.SECOND;
import static io.niaga.payments.payment.Samples.STATES;
import static io.niaga.payments.payment.Samples.in;
import static io.niaga.payments.payment.Samples.terms;
import static io.niaga.payments.payment.Samples.wanted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.niaga.payments.payment.PaymentState.Captured;
import io.niaga.payments.payment.PaymentState.LatePaid;
import io.niaga.payments.payment.PaymentState.RequiresAction;
import io.niaga.payments.payment.PaymentState.ToCollect;
import io.niaga.types.Money;
import io.niaga.types.ProblemException;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaymentTest {
    private static final Map<String, Consumer<Payment>> FACTS = Map.of(
            "paid", p -> p.paid(0, NOW),
            "declined", p -> p.declined(0, "DENIED_BY_PROVIDER", NOW),
            "challenged", p -> p.challenged(1, "https://bank.example/1", NOW),
            "expired", p -> p.expired(0, NOW),
            "cancel", p -> p.cancel(NOW),
            "charge", p -> p.charge(NOW),
            "revive", Payment::revive);

    @ParameterizedTest
    @CsvSource({
        "REQUIRES_ACTION,paid,Captured",
        "REQUIRES_ACTION,declined,Failed",
        "REQUIRES_ACTION,expired,Expired",
        "REQUIRES_ACTION,cancel,Cancelled",
        "REQUIRES_ACTION,charge,Charging",
        "REQUIRES_ACTION,revive,RequiresAction",
        "CHARGING,paid,Captured",
        "CHARGING,declined,Failed",
        "CHARGING,expired,Charging",
        "CHARGING,cancel,!PAYMENT_IN_PROGRESS",
        "CHARGING,charge,!PAYMENT_IN_PROGRESS",
        "CHARGING,revive,Charging",
        "CHALLENGED,paid,Captured",
        "CHALLENGED,declined,Failed",
        "CHALLENGED,expired,Failed",
        "CHALLENGED,cancel,!PAYMENT_IN_PROGRESS",
        "CHALLENGED,charge,!PAYMENT_IN_PROGRESS",
        "CHALLENGED,revive,Challenged",
        "CHALLENGED,challenged,Challenged",
        "REQUIRES_ACTION,challenged,RequiresAction",
        "CHARGING,challenged,Challenged",
        "PENDING,challenged,Pending",
        "FAILED,challenged,Failed",
        "EXPIRED,challenged,Expired",
        "TO_COLLECT,challenged,ToCollect",
        "CAPTURED,challenged,Captured",
        "CANCELLED,challenged,Cancelled",
        "LATE_PAID,challenged,LatePaid",
        "PENDING,paid,Captured",
        "PENDING,declined,Failed",
        "PENDING,expired,Expired",
        "PENDING,cancel,Cancelled",
        "PENDING,charge,!PAYMENT_NOT_CONFIRMABLE",
        "PENDING,revive,Pending",
        "FAILED,paid,Captured",
        "FAILED,declined,Failed",
        "FAILED,expired,Expired",
        "FAILED,cancel,Cancelled",
        "FAILED,charge,Charging",
        "FAILED,revive,Failed",
        "EXPIRED,paid,Captured",
        "EXPIRED,declined,Expired",
        "EXPIRED,expired,Expired",
        "EXPIRED,cancel,Cancelled",
        "EXPIRED,charge,!PAYMENT_NOT_CONFIRMABLE",
        "EXPIRED,revive,Expired",
        "TO_COLLECT,paid,Captured",
        "TO_COLLECT,declined,ToCollect",
        "TO_COLLECT,expired,ToCollect",
        "TO_COLLECT,cancel,ToCollect",
        "TO_COLLECT,charge,!PAYMENT_NOT_CONFIRMABLE",
        "TO_COLLECT,revive,ToCollect",
        "CAPTURED,paid,Captured",
        "CAPTURED,declined,Captured",
        "CAPTURED,expired,Captured",
        "CAPTURED,cancel,Captured",
        "CAPTURED,charge,!PAYMENT_NOT_CONFIRMABLE",
        "CAPTURED,revive,Captured",
        "CANCELLED,paid,LatePaid",
        "CANCELLED,declined,Cancelled",
        "CANCELLED,expired,Cancelled",
        "CANCELLED,cancel,Cancelled",
        "CANCELLED,charge,!PAYMENT_NOT_CONFIRMABLE",
        "CANCELLED,revive,Cancelled",
        "LATE_PAID,paid,LatePaid",
        "LATE_PAID,declined,LatePaid",
        "LATE_PAID,expired,LatePaid",
        "LATE_PAID,cancel,LatePaid",
        "LATE_PAID,charge,!PAYMENT_NOT_CONFIRMABLE",
        "LATE_PAID,revive,Captured"
    })
    void every_fact_in_every_state(String state, String fact, String expected) {
        Payment payment = in(STATES.get(state));
        if (expected.startsWith("!")) {
            assertThatThrownBy(() -> FACTS.get(fact).accept(payment))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            e -> assertThat(e.problem().code()).isEqualTo(expected.substring(1)));
            assertThat(payment.state()).isEqualTo(STATES.get(state));
        } else {
            FACTS.get(fact).accept(payment);
            assertThat(payment.state().getClass().getSimpleName()).isEqualTo(expected);
        }
    }

    @Test
    void money_is_told_and_booked_once() {
        Payment payment = in(new RequiresAction());
        payment.paid(0, NOW);
        payment.paid(0, NOW.plusSeconds(1));
        assertThat(payment.events())
                .containsExactly(
                        new PaymentEvent.Assured(Assurance.CAPTURED, NOW),
                        new PaymentEvent.Posted(new Bookings(payment.terms()).captured(NOW)));
    }

    @Test
    void cash_on_delivery_is_assured_at_once_and_captured_when_collected() {
        Payment payment = Payment.open(terms(PaymentMethod.COD, PRICE), new ToCollect(), 1, NOW);
        assertThat(payment.assurance()).contains(Assurance.CASH_ON_DELIVERY);
        payment.paid(0, NOW);
        assertThat(payment.events()).contains(new PaymentEvent.Captured(PRICE, NOW));
        assertThat(payment.assurance()).contains(Assurance.CAPTURED);
    }

    @Test
    void nothing_to_pay_is_assured_and_never_booked() {
        Money nothing = Money.zero(PRICE.currency());
        Payment payment = Payment.open(terms(PaymentMethod.CARD, nothing), new Captured(NOW, 0), 1, NOW);
        assertThat(payment.assurance()).contains(Assurance.NOTHING_TO_PAY);
        assertThat(payment.events()).noneMatch(e -> e instanceof PaymentEvent.Posted);
    }

    @Test
    void late_money_can_go_back_or_be_accepted_but_is_never_an_assurance() {
        Payment late = in(new LatePaid(NOW, 0));
        assertThat(late.assurance()).isEmpty();
        late.refund(wanted(REFUND, PRICE), NOW);
        late.refundSucceeded(REFUND, NOW);
        assertThat(late.stateName()).isEqualTo("REFUNDED");
    }

    @Test
    void late_money_that_goes_back_already_revives_nothing() {
        Payment late = in(new LatePaid(NOW, 0));
        late.refund(wanted(REFUND, Money.of("1.00", "IDR")), NOW);
        late.revive();
        assertThat(late.assurance()).isEmpty();
    }

    @Test
    void refunds_never_exceed_what_was_captured() {
        Payment payment = in(new Captured(NOW, 0));
        payment.refund(wanted(REFUND, Money.of("200000.00", "IDR")), NOW);
        assertThatThrownBy(() -> payment.refund(wanted(SECOND, Money.of("49000.01", "IDR")), NOW))
                .hasMessage("REFUND_EXCEEDS_CAPTURE");
        payment.refund(wanted(SECOND, Money.of("49000.00", "IDR")), NOW);
        payment.refundSucceeded(REFUND, NOW);
        assertThat(payment.stateName()).isEqualTo("PARTIALLY_REFUNDED");
        payment.refundSucceeded(SECOND, NOW);
        assertThat(payment.stateName()).isEqualTo("REFUNDED");
        assertThatThrownBy(() -> in(new RequiresAction()).refund(wanted(REFUND, PRICE), NOW))
                .hasMessage("REFUND_EXCEEDS_CAPTURE");
    }

    @Test
    void the_same_refund_twice_is_once_and_with_another_amount_refused() {
        Payment payment = in(new Captured(NOW, 0));
        payment.refund(wanted(REFUND, PRICE), NOW);
        payment.refund(wanted(REFUND, PRICE), NOW);
        payment.refundSucceeded(REFUND, NOW);
        payment.refundSucceeded(REFUND, NOW);
        assertThat(payment.refunds()).hasSize(1);
        assertThat(payment.events().stream().filter(e -> e instanceof PaymentEvent.Refunded))
                .hasSize(1);
        assertThatThrownBy(() -> payment.refund(wanted(REFUND, Money.of("1.00", "IDR")), NOW))
                .hasMessage("REFUND_MISMATCH");
    }

    @Test
    void a_refused_refund_can_be_asked_for_again() {
        Payment payment = in(new Captured(NOW, 0));
        payment.refund(wanted(REFUND, PRICE), NOW);
        payment.refundRefused(REFUND, 1, "ACCOUNT_CLOSED", new RefundRetries(1, Duration.ZERO), NOW);
        payment.refund(wanted(REFUND, PRICE), NOW);
        payment.refundSucceeded(REFUND, NOW);
        assertThat(payment.stateName()).isEqualTo("REFUNDED");
    }

    @Test
    void cash_never_collected_is_voided_not_refunded() {
        Payment payment = in(new ToCollect());
        Refund refund = payment.refund(wanted(REFUND, PRICE), NOW);
        assertThat(refund.state()).isEqualTo(new RefundState.Voided());
        assertThat(payment.stateName()).isEqualTo("CANCELLED");
        assertThat(payment.events()).containsExactly(new PaymentEvent.Cancelled(NOW));
    }

    @Test
    void an_overtaken_command_is_refused() {
        Payment payment = in(new RequiresAction());
        payment.fence(5);
        assertThatThrownBy(() -> payment.fence(4)).hasMessage("FENCED");
        payment.fence(5);
        payment.fence(6);
        assertThat(payment.fence()).isEqualTo(6);
    }

    @Test
    void an_older_attempt_changes_nothing_but_its_money_counts() {
        Payment payment = in(new RequiresAction());
        payment.charge(NOW);
        payment.declined(2, "CARD_DECLINED", NOW);
        payment.charge(NOW);
        payment.declined(2, "DENIED_BY_PROVIDER", NOW);
        payment.expired(1, NOW);
        payment.challenged(2, "https://bank.example/2", NOW);
        assertThat(payment.state()).isEqualTo(new PaymentState.Charging(3, NOW));
        payment.paid(2, NOW);
        assertThat(payment.state()).isEqualTo(new Captured(NOW, 2));
    }

    @Test
    void money_of_a_second_attempt_is_a_surplus_where_a_person_looks_for_it() {
        Payment payment = in(new Captured(NOW, 1));
        payment.paid(1, NOW);
        payment.paid(0, NOW);
        assertThat(payment.events()).isEmpty();
        payment.paid(2, NOW);
        assertThat(payment.events())
                .containsExactly(new PaymentEvent.Posted(new Bookings(payment.terms()).surplus(2, NOW)));
        assertThat(payment.state()).isEqualTo(new Captured(NOW, 1));
    }

    @Test
    void a_failed_attempt_may_be_followed_by_another_while_the_order_waits() {
        Payment card = in(new PaymentState.Failed("CARD_DECLINED"));
        assertThatThrownBy(() -> card.charge(Samples.PAY_BY)).hasMessage("PAYMENT_WINDOW_CLOSED");
        assertThat(card.charge(Samples.PAY_BY.minusMillis(1)).attempt()).isEqualTo(2);
        Payment wallet = in(new PaymentState.Failed("DENIED_BY_PROVIDER"), PaymentMethod.E_WALLET);
        assertThatThrownBy(() -> wallet.charge(NOW)).hasMessage("PAYMENT_NOT_CONFIRMABLE");
        assertThatThrownBy(() -> wallet.instruct(n -> new Instruction.Redirect("x"), Samples.PAY_BY))
                .hasMessage("PAYMENT_WINDOW_CLOSED");
        wallet.instruct(n -> new Instruction.Redirect("page " + n), NOW);
        assertThat(wallet.state()).isEqualTo(new PaymentState.Pending(new Instruction.Redirect("page 2")));
        assertThatThrownBy(() -> wallet.instruct(n -> new Instruction.Redirect("x"), NOW))
                .hasMessage("PAYMENT_NOT_CONFIRMABLE");
    }

    @Test
    void cash_of_an_order_that_was_given_up_is_late_and_with_the_carrier() {
        Payment payment = in(new PaymentState.Cancelled(), PaymentMethod.COD);
        payment.paid(0, NOW);
        assertThat(payment.stateName()).isEqualTo("LATE_PAID");
        var posting = new Bookings(payment.terms()).captured(NOW);
        assertThat(payment.events()).contains(new PaymentEvent.Posted(posting));
        assertThat(posting.entries().getFirst().account()).isEqualTo("cash:carriers");
    }
}
