package io.niaga.payments.payment;

import static io.niaga.payments.payment.Samples.NOW;
import static io.niaga.payments.payment.Samples.PRICE;
import static io.niaga.payments.payment.Samples.REFUND;
import static io.niaga.payments.payment.Samples.SECOND;
import static io.niaga.payments.payment.Samples.wanted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.niaga.payments.payment.RefundState.Failed;
import io.niaga.payments.payment.RefundState.Pending;
import io.niaga.payments.payment.RefundState.Retried;
import io.niaga.payments.payment.RefundState.Succeeded;
import io.niaga.payments.payment.RefundState.Voided;
import io.niaga.types.Actor;
import io.niaga.types.Money;
import io.niaga.types.ProblemException;
import io.niaga.types.TypeId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefundsTest {
    private static final RefundRetries TWICE = new RefundRetries(2, Duration.ofSeconds(30));
    private static final Actor STAFF = Actor.Guest.ANONYMOUS;
    private static final Instant LATER = NOW.plusSeconds(10);
    private static final Map<String, RefundState> STATES = Map.of(
            "PENDING", new Pending(1, NOW),
            "LAST", new Pending(2, NOW),
            "RETRIED", new Retried(2, NOW, "REFUSED"),
            "FAILED", new Failed(2, "REFUSED"),
            "SUCCEEDED", new Succeeded(),
            "VOIDED", new Voided());
    private final List<PaymentEvent> told = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({
        "PENDING,succeed,SUCCEEDED",
        "PENDING,refuse,RETRIED",
        "PENDING,stale,PENDING",
        "PENDING,attempt,PENDING",
        "PENDING,ask,PENDING",
        "PENDING,retry,!REFUND_NOT_RETRYABLE",
        "LAST,succeed,SUCCEEDED",
        "LAST,refuse,FAILED",
        "LAST,stale,PENDING",
        "RETRIED,succeed,SUCCEEDED",
        "RETRIED,refuse,RETRIED",
        "RETRIED,attempt,PENDING",
        "RETRIED,ask,RETRIED",
        "RETRIED,retry,!REFUND_NOT_RETRYABLE",
        "FAILED,succeed,SUCCEEDED",
        "FAILED,refuse,FAILED",
        "FAILED,attempt,FAILED",
        "FAILED,ask,PENDING",
        "FAILED,retry,PENDING",
        "SUCCEEDED,succeed,SUCCEEDED",
        "SUCCEEDED,refuse,SUCCEEDED",
        "SUCCEEDED,attempt,SUCCEEDED",
        "SUCCEEDED,ask,SUCCEEDED",
        "SUCCEEDED,retry,!REFUND_NOT_RETRYABLE",
        "VOIDED,succeed,VOIDED",
        "VOIDED,refuse,VOIDED",
        "VOIDED,attempt,VOIDED",
        "VOIDED,ask,VOIDED",
        "VOIDED,retry,!REFUND_NOT_RETRYABLE"
    })
    void every_fact_in_every_state(String state, String fact, String expected) {
        Refunds refunds = refunds(new Refund(wanted(REFUND, PRICE), STATES.get(state)));
        if (expected.startsWith("!")) {
            assertThatThrownBy(() -> move(refunds, fact)).hasMessage(expected.substring(1));
            return;
        }
        move(refunds, fact);
        assertThat(refunds.all().getFirst().state().label()).isEqualTo(expected);
    }

    private static void move(Refunds refunds, String fact) {
        switch (fact) {
            case "succeed" -> refunds.succeed(REFUND, NOW);
            case "refuse" -> refunds.refuse(REFUND, 0, "REFUSED", TWICE, NOW);
            case "stale" -> refunds.refuse(REFUND, 9, "REFUSED", TWICE, NOW);
            case "attempt" -> refunds.attempt(REFUND, LATER);
            case "ask" -> refunds.request(wanted(REFUND, PRICE), LATER);
            case "retry" -> refunds.retry(REFUND, STAFF, LATER);
            default -> throw new IllegalArgumentException(fact);
        }
    }

    @Test
    void refusals_are_tried_again_ever_later_under_another_key_and_end_with_a_person() {
        Refunds refunds = refunds();
        RefundRetries thrice = new RefundRetries(3, Duration.ofSeconds(30));
        refunds.request(wanted(REFUND, PRICE), LATER);
        refunds.refuse(REFUND, 1, "CLOSED", thrice, NOW);
        assertThat(refunds.all().getFirst().state()).isEqualTo(new Retried(2, NOW.plusSeconds(30), "CLOSED"));
        refunds.attempt(REFUND, LATER);
        refunds.refuse(REFUND, 2, "CLOSED", thrice, NOW);
        assertThat(refunds.all().getFirst().state()).isEqualTo(new Retried(3, NOW.plusSeconds(60), "CLOSED"));
        refunds.attempt(REFUND, LATER);
        assertThat(told).isEmpty();
        refunds.refuse(REFUND, 3, "CLOSED", thrice, NOW);
        assertThat(refunds.all().getFirst().state()).isEqualTo(new Failed(3, "CLOSED"));
        assertThat(told).containsExactly(new PaymentEvent.RefundRefused(wanted(REFUND, PRICE), "CLOSED", NOW));
        Refund refund = refunds.all().getFirst();
        assertThat(List.of(refund.key(1), refund.key(2))).containsExactly(REFUND.value(), REFUND + "/2");
    }

    @Test
    void what_waits_for_a_person_is_still_owed() {
        Refunds refunds = refunds(new Refund(wanted(REFUND, PRICE), new Failed(2, "REFUSED")));
        assertThatThrownBy(() -> refunds.request(wanted(SECOND, Money.of("0.01", "IDR")), LATER))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.parameters()).containsEntry("refundable", Money.of("0.00", "IDR")));
        refunds.succeed(REFUND, NOW);
        refunds.succeed(REFUND, NOW);
        assertThat(told).hasSize(2);
    }

    @Test
    void a_person_is_told_about_once() {
        Refunds refunds = refunds();
        refunds.grant(wanted(REFUND, PRICE), STAFF, LATER);
        refunds.grant(wanted(REFUND, PRICE), STAFF, LATER);
        assertThat(told)
                .containsExactly(
                        new PaymentEvent.RefundDecided(wanted(REFUND, PRICE), STAFF, PaymentEvent.Decision.GRANTED));
    }

    @Test
    void a_refund_is_in_the_payments_currency_and_has_an_amount() {
        Refunds refunds = refunds();
        assertThatThrownBy(() -> refunds.request(wanted(REFUND, Money.of("1.00", "USD")), LATER))
                .hasMessage("REFUND_CURRENCY_MISMATCH");
        assertThatThrownBy(() -> wanted(REFUND, Money.of("0.00", "IDR"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> wanted(REFUND, Money.of("-1.00", "IDR"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RefundTerms(
                        REFUND, PRICE, PRICE.plus(Money.of("0.01", "IDR")), RefundReason.OTHER, null, NOW))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void people_send_back_fifty_times_at_most_and_the_order_still_can() {
        Refunds refunds = refunds();
        RefundTerms first = wanted(fresh(), Money.of("1.00", "IDR"));
        refunds.grant(first, STAFF, LATER);
        for (int i = 1; i < Refunds.MOST; i++) {
            refunds.grant(wanted(fresh(), Money.of("1.00", "IDR")), STAFF, LATER);
        }
        assertThatThrownBy(() -> refunds.grant(wanted(fresh(), Money.of("1.00", "IDR")), STAFF, LATER))
                .hasMessage("REFUNDS_TOO_MANY");
        assertThat(refunds.grant(first, STAFF, LATER).terms())
                .as("the same again")
                .isEqualTo(first);

        refunds.request(wanted(REFUND, PRICE.minus(Money.of("50.00", "IDR"))), LATER);
        assertThat(refunds.all()).hasSize(Refunds.MOST + 1);
    }

    private static RefundId fresh() {
        return RefundId.of(new TypeId("rfd", UUID.randomUUID()).toString());
    }

    private Refunds refunds(Refund... all) {
        return new Refunds(Samples.terms(PaymentMethod.CARD, PRICE), List.of(all), () -> PRICE, told::add);
    }
}
