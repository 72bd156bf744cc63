package io.niaga.payments.payment;

import static io.niaga.payments.payment.Samples.ID;
import static io.niaga.payments.payment.Samples.PRICE;
import static io.niaga.payments.payment.Samples.REFUND;
import static io.niaga.payments.payment.Samples.wanted;
import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.types.Actor;
import io.niaga.types.Money;
import io.niaga.types.ProblemException;
import io.niaga.types.Role;
import io.niaga.types.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The service dies before or after every write and every call, with a provider that answers or whose answers get lost; after
 * a restart money has moved once or not at all, and the books say what the provider says.
 */
class MoneyCrashTest {
    private static final Actor CUSTOMER =
            new Actor.Person(UserId.ofSubject(UUID.randomUUID()), Set.of(Role.OPERATOR), Map.of());

    /** What was true before, what dies in the middle, and how often the customer or the order tries again afterwards. */
    private record Story(String name, Consumer<Desk> before, Consumer<Desk> dying, Consumer<Desk> after) {}

    private static final List<Story> STORIES = List.of(
            new Story("charging", d -> d.open(PaymentMethod.CARD), charge("tok_success"), d -> {}),
            new Story(
                    "charging, tried again",
                    d -> d.open(PaymentMethod.CARD),
                    charge("tok_success"),
                    charge("tok_success")),
            new Story("a challenge begins", d -> d.open(PaymentMethod.CARD), charge("tok_3ds"), MoneyCrashTest::agrees),
            new Story(
                    "a second card ends the challenge",
                    MoneyCrashTest::challenged,
                    charge("tok_success"),
                    charge("tok_success")),
            new Story(
                    "the order ends while the bank asks",
                    MoneyCrashTest::challenged,
                    MoneyCrashTest::cancelled,
                    MoneyCrashTest::cancelled),
            new Story(
                    "the order ends while the customer agrees",
                    MoneyCrashTest::challenged,
                    d -> {
                        d.bank.end(ID + "/1", true);
                        cancelled(d);
                    },
                    MoneyCrashTest::cancelled),
            new Story("refunding", MoneyCrashTest::paid, MoneyCrashTest::refunded, MoneyCrashTest::refunded),
            new Story("refunding, nobody asks again", MoneyCrashTest::paid, MoneyCrashTest::refunded, d -> {}),
            new Story(
                    "refunding what is refused twice",
                    d -> {
                        paid(d);
                        d.bank.refusals = 2;
                    },
                    MoneyCrashTest::refunded,
                    d -> {}));

    @TestFactory
    List<DynamicTest> money_moves_once_or_not_at_all() {
        List<DynamicTest> tests = new ArrayList<>();
        for (Story story : STORIES) {
            for (boolean losesAnswers : List.of(false, true)) {
                int steps = steps(story, losesAnswers);
                assertThat(steps).as(story.name()).isPositive();
                for (int step = 0; step < steps; step++) {
                    int dies = step;
                    String name = story.name() + (losesAnswers ? ", answers lost" : "") + ", dead at step " + step;
                    tests.add(DynamicTest.dynamicTest(name, () -> play(story, losesAnswers, dies)));
                }
            }
        }
        return tests;
    }

    private static void play(Story story, boolean losesAnswers, int dies) {
        Desk desk = new Desk();
        story.before().accept(desk);
        desk.bank.losesAnswers = losesAnswers;
        desk.diesAfter(dies);
        try {
            story.dying().accept(desk);
        } catch (Desk.Crash dead) {
            // As planned.
        }
        desk.lives();
        desk.bank.losesAnswers = false;
        desk.settles();
        story.after().accept(desk);
        desk.settles();
        check(desk);
    }

    private static int steps(Story story, boolean losesAnswers) {
        Desk desk = new Desk();
        story.before().accept(desk);
        desk.bank.losesAnswers = losesAnswers;
        desk.steps = 0;
        story.dying().accept(desk);
        return desk.steps;
    }

    /** What moved at the provider is in the books, once; nothing is left open. */
    private static void check(Desk desk) {
        assertThat(desk.bank.charged).as("charges").hasSizeLessThanOrEqualTo(1);
        assertThat(booked(desk, "CAPTURE")).isEqualTo(desk.bank.charged.size());
        assertThat(desk.payment().captured())
                .isEqualTo(desk.bank.charged.isEmpty() ? Money.zero(PRICE.currency()) : PRICE);
        assertThat(desk.bank.refunded).as("refunds").hasSizeLessThanOrEqualTo(1);
        assertThat(booked(desk, "REFUND")).isEqualTo(desk.bank.refunded.size());
        assertThat(booked(desk, "SUSPENSE")).isZero();
        assertThat(desk.payment().state())
                .isNotInstanceOf(PaymentState.Charging.class)
                .isNotInstanceOf(PaymentState.Challenged.class);
        assertThat(desk.payment().refunds()).allMatch(r -> r.state() instanceof RefundState.Succeeded);
    }

    private static long booked(Desk desk, String kind) {
        return desk.ledger.values().stream()
                .filter(p -> p.cause().kind().equals(kind))
                .count();
    }

    private static Consumer<Desk> charge(String token) {
        return desk -> {
            try {
                desk.confirm.confirm(CUSTOMER, ID, token);
            } catch (ProblemException refused) {
                assertThat(refused.problem())
                        .isIn(PaymentProblem.PAYMENT_NOT_CONFIRMABLE, PaymentProblem.PAYMENT_IN_PROGRESS);
            }
        };
    }

    private static void agrees(Desk desk) {
        if (desk.payment().state() instanceof PaymentState.Challenged challenged) {
            desk.bank.end(ID + "/" + challenged.attempt(), true);
            desk.hear(p -> p.paid(challenged.attempt(), Samples.NOW));
            desk.hear(p -> p.paid(challenged.attempt(), Samples.NOW));
        }
    }

    private static void challenged(Desk desk) {
        desk.open(PaymentMethod.CARD);
        charge("tok_3ds").accept(desk);
    }

    private static void cancelled(Desk desk) {
        try {
            desk.cancel.cancel(ID, 3, Samples.terms(PaymentMethod.CARD, PRICE));
        } catch (ProblemException unanswered) {
            assertThat(unanswered.problem()).isEqualTo(PaymentProblem.PAYMENT_IN_PROGRESS);
        }
    }

    private static void paid(Desk desk) {
        desk.open(PaymentMethod.CARD);
        charge("tok_success").accept(desk);
    }

    private static void refunded(Desk desk) {
        desk.refund.refund(ID, wanted(REFUND, Money.of("49000.00", "IDR")), 3);
    }
}
