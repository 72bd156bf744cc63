package io.niaga.payments.payment;

import static io.niaga.payments.payment.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.payments.payment.PaymentState.Challenged;
import io.niaga.payments.payment.PaymentState.Pending;
import io.niaga.types.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a provider tells counts by its rank: whatever the order of arrival, money is money once and giving up is final. */
class ProviderOrderTest {
    private static final Map<PaymentMethod, PaymentState> FIRST = Map.of(
            PaymentMethod.CARD, new Challenged(1, "https://bank.example/1", NOW),
            PaymentMethod.VIRTUAL_ACCOUNT, new Pending(new Instruction.VirtualAccount("SANDBOX", "8808")),
            PaymentMethod.QRIS, new Pending(new Instruction.QrCode("0002")),
            PaymentMethod.E_WALLET, new Pending(new Instruction.Redirect("https://wallet.example/1")));
    private static final List<String> FACTS = List.of("paid", "paid", "denied", "expired", "cancel", "refunded");

    static Stream<List<String>> orders() {
        return permutations(FACTS).stream().distinct();
    }

    @ParameterizedTest
    @MethodSource("orders")
    void every_order_ends_where_the_ranks_say(List<String> facts) {
        FIRST.forEach((method, first) -> {
            Payment payment = Samples.in(first, method);
            facts.forEach(fact -> apply(payment, fact));
            boolean refunded = facts.indexOf("refunded") > facts.indexOf("paid");
            boolean late = facts.indexOf("cancel") < facts.indexOf("paid") && wasGivenUp(first, facts);
            String kept = late ? "LATE_PAID" : "CAPTURED";
            assertThat(payment.stateName()).as("%s %s", method, facts).isEqualTo(refunded ? "REFUNDED" : kept);
            assertThat(count(payment, "CAPTURE")).as("%s %s", method, facts).isEqualTo(1);
            assertThat(count(payment, "REFUND")).as("%s %s", method, facts).isEqualTo(refunded ? 1 : 0);
            assertThat(count(payment, "SUSPENSE")).isZero();
            assertThat(payment.events().stream().filter(e -> e instanceof PaymentEvent.Assured))
                    .hasSize(late ? 0 : 1);
        });
    }

    /** While the bank asks the customer, giving up is refused: the attempt must be ended first. */
    private static boolean wasGivenUp(PaymentState first, List<String> facts) {
        List<String> before = facts.subList(0, facts.indexOf("cancel"));
        return !(first instanceof Challenged) || before.contains("denied") || before.contains("expired");
    }

    private static long count(Payment payment, String kind) {
        return payment.events().stream()
                .filter(e -> e instanceof PaymentEvent.Posted posted
                        && posted.posting().cause().kind().equals(kind))
                .count();
    }

    private static void apply(Payment payment, String fact) {
        Map<String, Consumer<Payment>> facts = Map.of(
                "paid", p -> p.paid(1, NOW),
                "denied", p -> p.declined(1, "DENIED_BY_PROVIDER", NOW),
                "expired", p -> p.expired(1, NOW),
                "cancel", p -> p.cancel(NOW),
                "refunded",
                        p -> {
                            p.refund(Samples.wanted(Samples.REFUND, Samples.PRICE), NOW);
                            p.refundSucceeded(Samples.REFUND, NOW);
                        });
        try {
            facts.get(fact).accept(payment);
        } catch (ProblemException refused) {
            assertThat(refused.problem())
                    .isIn(PaymentProblem.REFUND_EXCEEDS_CAPTURE, PaymentProblem.PAYMENT_IN_PROGRESS);
        }
    }

    private static List<List<String>> permutations(List<String> facts) {
        if (facts.isEmpty()) {
            return List.of(List.of());
        }
        List<List<String>> all = new ArrayList<>();
        for (int i = 0; i < facts.size(); i++) {
            List<String> rest = new ArrayList<>(facts);
            String first = rest.remove(i);
            for (List<String> tail : permutations(rest)) {
                List<String> one = new ArrayList<>(List.of(first));
                one.addAll(tail);
                all.add(one);
            }
        }
        return all;
    }
}
