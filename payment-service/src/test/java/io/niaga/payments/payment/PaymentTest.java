package io.niaga.payments.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.niaga.payments.payment.PaymentState.Cancelled;
import io.niaga.payments.payment.PaymentState.Captured;
import io.niaga.payments.payment.PaymentState.Charging;
import io.niaga.payments.payment.PaymentState.Expired;
import io.niaga.payments.payment.PaymentState.Failed;
import io.niaga.payments.payment.PaymentState.LatePaid;
import io.niaga.payments.payment.PaymentState.Pending;
import io.niaga.payments.payment.PaymentState.RequiresAction;
import io.niaga.payments.payment.PaymentState.ToCollect;
import io.niaga.types.Money;
import io.niaga.types.ProblemException;
import io.niaga.types.Revision;
import io.niaga.types.StoreId;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaymentTest {
    private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");
    private static final Money PRICE = Money.of("249000.00", "IDR");
    private static final String BITS = "01h455vb4pex5vsknk084sn02q";
    private static final RefundId REFUND = RefundId.of("rfd_" + BITS);
    private static final Map<String, PaymentState> STATES = Map.of(
            "REQUIRES_ACTION", new RequiresAction(),
            "CHARGING", new Charging(1, NOW),
            "PENDING", new Pending(new VirtualAccount("SANDBOX", "8808")),
            "FAILED", new Failed("CARD_DECLINED"),
            "EXPIRED", new Expired(),
            "TO_COLLECT", new ToCollect(),
            "CAPTURED", new Captured(NOW),
            "CANCELLED", new Cancelled(),
            "LATE_PAID", new LatePaid(NOW));
    private static final Map<String, Consumer<Payment>> FACTS = Map.of(
            "paid", p -> p.paid(NOW),
            "declined", p -> p.declined("DENIED_BY_PROVIDER", NOW),
            "expired", Payment::expired,
            "cancel", p -> p.cancel(NOW),
            "charge", p -> p.charge(NOW),
            "revive", Payment::revive);

    @ParameterizedTest
    @CsvSource({
        "REQUIRES_ACTION,paid,Captured", "REQUIRES_ACTION,declined,Failed", "REQUIRES_ACTION,expired,Expired",
        "REQUIRES_ACTION,cancel,Cancelled", "REQUIRES_ACTION,charge,Charging", "REQUIRES_ACTION,revive,RequiresAction",
        "CHARGING,paid,Captured", "CHARGING,declined,Failed", "CHARGING,expired,Charging",
        "CHARGING,cancel,!PAYMENT_IN_PROGRESS", "CHARGING,charge,!PAYMENT_IN_PROGRESS", "CHARGING,revive,Charging",
        "PENDING,paid,Captured", "PENDING,declined,Failed", "PENDING,expired,Expired",
        "PENDING,cancel,Cancelled", "PENDING,charge,!PAYMENT_NOT_CONFIRMABLE", "PENDING,revive,Pending",
        "FAILED,paid,Captured", "FAILED,declined,Failed", "FAILED,expired,Expired",
        "FAILED,cancel,Cancelled", "FAILED,charge,Charging", "FAILED,revive,Failed",
        "EXPIRED,paid,Captured", "EXPIRED,declined,Expired", "EXPIRED,expired,Expired",
        "EXPIRED,cancel,Cancelled", "EXPIRED,charge,!PAYMENT_NOT_CONFIRMABLE", "EXPIRED,revive,Expired",
        "TO_COLLECT,paid,Captured", "TO_COLLECT,declined,ToCollect", "TO_COLLECT,expired,ToCollect",
        "TO_COLLECT,cancel,ToCollect", "TO_COLLECT,charge,!PAYMENT_NOT_CONFIRMABLE", "TO_COLLECT,revive,ToCollect",
        "CAPTURED,paid,Captured", "CAPTURED,declined,Captured", "CAPTURED,expired,Captured",
        "CAPTURED,cancel,Captured", "CAPTURED,charge,!PAYMENT_NOT_CONFIRMABLE", "CAPTURED,revive,Captured",
        "CANCELLED,paid,LatePaid", "CANCELLED,declined,Cancelled", "CANCELLED,expired,Cancelled",
        "CANCELLED,cancel,Cancelled", "CANCELLED,charge,!PAYMENT_NOT_CONFIRMABLE", "CANCELLED,revive,Cancelled",
        "LATE_PAID,paid,LatePaid", "LATE_PAID,declined,LatePaid", "LATE_PAID,expired,LatePaid",
        "LATE_PAID,cancel,LatePaid", "LATE_PAID,charge,!PAYMENT_NOT_CONFIRMABLE", "LATE_PAID,revive,Captured"
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
        payment.paid(NOW);
        payment.paid(NOW.plusSeconds(1));
        assertThat(payment.events())
                .containsExactly(
                        new PaymentEvent.Assured(Assurance.CAPTURED, NOW),
                        new PaymentEvent.Posted(new Bookings(payment.terms()).captured(NOW)));
    }

    @Test
    void cash_on_delivery_is_assured_at_once_and_captured_when_collected() {
        Payment payment = Payment.open(terms(PaymentMethod.COD, PRICE), new ToCollect(), 1, NOW);
        assertThat(payment.assurance()).contains(Assurance.CASH_ON_DELIVERY);
        payment.paid(NOW);
        assertThat(payment.events()).contains(new PaymentEvent.Captured(PRICE, NOW));
        assertThat(payment.assurance()).contains(Assurance.CAPTURED);
    }

    @Test
    void nothing_to_pay_is_assured_and_never_booked() {
        Money nothing = Money.zero(PRICE.currency());
        Payment payment = Payment.open(terms(PaymentMethod.CARD, nothing), new Captured(NOW), 1, NOW);
        assertThat(payment.assurance()).contains(Assurance.NOTHING_TO_PAY);
        assertThat(payment.events()).noneMatch(e -> e instanceof PaymentEvent.Posted);
    }

    @Test
    void late_money_can_go_back_or_be_accepted_but_is_never_an_assurance() {
        Payment late = in(new LatePaid(NOW));
        assertThat(late.assurance()).isEmpty();
        late.refund(wanted(REFUND, PRICE), NOW);
        late.refundSucceeded(REFUND, NOW);
        assertThat(late.stateName()).isEqualTo("REFUNDED");
    }

    @Test
    void refunds_never_exceed_what_was_captured() {
        Payment payment = in(new Captured(NOW));
        payment.refund(wanted(REFUND, Money.of("200000.00", "IDR")), NOW);
        RefundId second = RefundId.of("rfd_01h455vb4pex5vsknk084sn02r");
        assertThatThrownBy(() -> payment.refund(wanted(second, Money.of("49000.01", "IDR")), NOW))
                .hasMessage("REFUND_EXCEEDS_CAPTURE");
        payment.refund(wanted(second, Money.of("49000.00", "IDR")), NOW);
        payment.refundSucceeded(REFUND, NOW);
        assertThat(payment.stateName()).isEqualTo("PARTIALLY_REFUNDED");
        payment.refundSucceeded(second, NOW);
        assertThat(payment.stateName()).isEqualTo("REFUNDED");
        assertThatThrownBy(() -> in(new RequiresAction()).refund(wanted(REFUND, PRICE), NOW))
                .hasMessage("REFUND_EXCEEDS_CAPTURE");
    }

    @Test
    void the_same_refund_twice_is_once_and_with_another_amount_refused() {
        Payment payment = in(new Captured(NOW));
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
        Payment payment = in(new Captured(NOW));
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

    private static RefundTerms wanted(RefundId id, Money amount) {
        return new RefundTerms(id, amount, null, RefundReason.ORDER_CANCELLED, null, NOW);
    }

    private static Payment in(PaymentState state) {
        PaymentMethod method = state instanceof ToCollect
                ? PaymentMethod.COD
                : state instanceof Pending ? PaymentMethod.VIRTUAL_ACCOUNT : PaymentMethod.CARD;
        return Payment.restore(terms(method, PRICE), PaymentProgress.first(state, 1), Revision.NEW);
    }

    private static PaymentTerms terms(PaymentMethod method, Money amount) {
        return new PaymentTerms(
                PaymentId.of("pay_" + BITS),
                "ord_" + BITS,
                "N-1",
                StoreId.of("sto_" + BITS),
                null,
                method,
                amount,
                NOW.plusSeconds(3600),
                NOW);
    }
}
