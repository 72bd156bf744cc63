package io.niaga.payments.payment;

import static io.niaga.payments.payment.Samples.NOW;
import static io.niaga.payments.payment.Samples.PRICE;
import static io.niaga.payments.payment.Samples.REFUND;
import static io.niaga.payments.payment.Samples.wanted;

import io.niaga.payments.payment.RefundState.Failed;
import io.niaga.payments.payment.RefundState.Pending;
import io.niaga.payments.payment.RefundState.Retried;
import io.niaga.payments.payment.RefundState.Succeeded;
import io.niaga.payments.payment.RefundState.Voided;
import io.niaga.testsupport.StatesGolden;
import io.niaga.types.Actor;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class PaymentStatesTest {
    @Test
    void the_page_of_states_is_what_the_code_does() {
        Map<String, Consumer<Payment>> facts = facts();
        Map<String, Consumer<Refunds>> moves = moves();
        Map<String, RefundState> refunds = refunds();
        StatesGolden.of("payment")
                .machine(
                        "Payment", List.copyOf(Samples.STATES.keySet()), List.copyOf(facts.keySet()), (state, fact) -> {
                            Payment payment = Samples.in(Samples.STATES.get(state));
                            facts.get(fact).accept(payment);
                            return Samples.named(payment.state());
                        })
                .machine("Refund", List.copyOf(refunds.keySet()), List.copyOf(moves.keySet()), (state, move) -> {
                    Refunds of = new Refunds(
                            Samples.terms(PaymentMethod.CARD, PRICE),
                            List.of(new Refund(wanted(REFUND, PRICE), refunds.get(state))),
                            () -> PRICE,
                            e -> {});
                    moves.get(move).accept(of);
                    return of.all().getFirst().state().label();
                })
                .check();
    }

    private static Map<String, Consumer<Payment>> facts() {
        Map<String, Consumer<Payment>> facts = new LinkedHashMap<>();
        facts.put("card charged", p -> p.charge(NOW));
        facts.put("customer told anew", p -> p.instruct(n -> new Instruction.Redirect("x"), NOW));
        facts.put("bank asks customer", p -> p.challenged(1, "x", NOW));
        facts.put("paid", p -> p.paid(0, NOW));
        facts.put("declined", p -> p.declined(0, "DENIED_BY_PROVIDER", NOW));
        facts.put("expired", p -> p.expired(0, NOW));
        facts.put("order ended", p -> p.cancel(NOW));
        facts.put("order revived", Payment::revive);
        facts.put("refund of all asked", p -> p.refund(wanted(REFUND, PRICE), NOW));
        return facts;
    }

    private static Map<String, RefundState> refunds() {
        Map<String, RefundState> states = new LinkedHashMap<>();
        states.put("PENDING", new Pending(1, NOW));
        states.put("RETRIED", new Retried(2, NOW, "REFUSED"));
        states.put("FAILED", new Failed(2, "REFUSED"));
        states.put("SUCCEEDED", new Succeeded());
        states.put("VOIDED", new Voided());
        return states;
    }

    private static Map<String, Consumer<Refunds>> moves() {
        RefundRetries twice = new RefundRetries(2, Duration.ofSeconds(30));
        RefundRetries once = new RefundRetries(1, Duration.ofSeconds(30));
        Map<String, Consumer<Refunds>> moves = new LinkedHashMap<>();
        moves.put("sent", r -> r.succeed(REFUND, NOW));
        moves.put("refused", r -> r.refuse(REFUND, 0, "REFUSED", twice, NOW));
        moves.put("refused the last time", r -> r.refuse(REFUND, 0, "REFUSED", once, NOW));
        moves.put("next attempt due", r -> r.attempt(REFUND, NOW));
        moves.put("order asks again", r -> r.request(wanted(REFUND, PRICE), NOW));
        moves.put("person retries", r -> r.retry(REFUND, Actor.Guest.ANONYMOUS, NOW));
        return moves;
    }
}
