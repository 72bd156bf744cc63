package io.niaga.orders.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.orders.Samples;
import io.niaga.orders.order.Assurance;
import io.niaga.orders.order.Order;
import io.niaga.orders.order.OrderEvent;
import io.niaga.orders.order.PaymentMethod;
import io.niaga.types.ProblemException;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Each scenario is killed at each moment before and after each write and call, then left to the process: it ends the same. */
class CrashTest {
    private record Scenario(String name, List<String> ends, Consumer<Story> before, Consumer<Story> deadly) {}

    private static List<Scenario> scenarios() {
        return List.of(
                new Scenario("placing", List.of("AWAITING_PAYMENT"), s -> {}, s -> s.place(PaymentMethod.CARD)),
                new Scenario(
                        "cash on delivery", List.of("CONFIRMED"), CrashTest::cash, s -> s.place(PaymentMethod.COD)),
                new Scenario(
                        "sold out", List.of("REFUSED"), s -> s.town.soldOut = true, s -> s.place(PaymentMethod.CARD)),
                new Scenario(
                        "coupon used up",
                        List.of("REFUSED"),
                        s -> s.town.couponUsedUp = true,
                        s -> s.place(PaymentMethod.CARD)),
                new Scenario(
                        "method not offered",
                        List.of("REFUSED"),
                        s -> s.town.methodRefused = true,
                        s -> s.place(PaymentMethod.CARD)),
                new Scenario("paying", List.of("CONFIRMED"), CrashTest::paid, CrashTest::hearsOfTheMoney),
                new Scenario("cancelling unpaid", List.of("CANCELLED"), CrashTest::placed, s -> s.cancel(Story.BUYER)),
                new Scenario("cancelling paid", List.of("CANCELLED"), CrashTest::confirmed, s -> s.cancel(Story.BUYER)),
                new Scenario(
                        "redirecting",
                        List.of("CONFIRMED"),
                        CrashTest::confirmed,
                        s -> s.redirect(Story.BUYER, RedirectTest.ELSEWHERE)),
                new Scenario(
                        "cancelling after staff gave something back",
                        List.of("CANCELLED"),
                        s -> {
                            confirmed(s);
                            s.town.givenByStaff = Samples.idr("5000.00");
                        },
                        s -> s.cancel(Story.BUYER)),
                new Scenario("expiring", List.of("EXPIRED"), CrashTest::placed, s -> s.goesBy(Samples.WINDOW)),
                new Scenario(
                        "expiring, but paid", List.of("CONFIRMED"), CrashTest::paid, s -> s.goesBy(Samples.WINDOW)),
                new Scenario("reviving", List.of("CONFIRMED"), CrashTest::expired, CrashTest::hearsOfLateMoney),
                new Scenario(
                        "not reviving",
                        List.of("EXPIRED"),
                        s -> {
                            expired(s);
                            s.town.couponUsedUp = true;
                        },
                        CrashTest::hearsOfLateMoney));
    }

    @TestFactory
    Stream<DynamicTest> a_crash_between_any_two_steps_changes_nothing_in_the_end() {
        return scenarios().stream().flatMap(scenario -> {
            Story whole = new Story("HEMAT10");
            scenario.before().accept(whole);
            whole.chaos.calm();
            scenario.deadly().accept(whole);
            int moments = whole.chaos.moments();
            assertThat(moments).isPositive();
            return Stream.iterate(0, m -> m < moments, m -> m + 1)
                    .map(m -> DynamicTest.dynamicTest(scenario.name() + ", killed at " + m, () -> killed(scenario, m)));
        });
    }

    private static void killed(Scenario scenario, int moment) {
        Story story = new Story("HEMAT10");
        scenario.before().accept(story);
        story.chaos.killAt(moment);
        boolean died = false;
        try {
            scenario.deadly().accept(story);
        } catch (Chaos.Crash crash) {
            died = true;
        }
        story.chaos.calm();
        assertThat(died).isTrue();
        if (story.orders.byId(story.id()).isEmpty() || moment % 2 == 0) {
            // The client, the broker or the clock tries again; otherwise the process alone has to find it.
            again(scenario, story);
        }
        story.settle();
        if (story.state().equals("AWAITING_PAYMENT")
                || story.state().equals("CONFIRMED")
                || story.state().equals("EXPIRED")) {
            again(scenario, story);
            story.settle();
        }
        assertThat(scenario.ends()).contains(story.state());
        consistent(story);
    }

    private static void again(Scenario scenario, Story story) {
        try {
            scenario.deadly().accept(story);
        } catch (ProblemException told) {
            assertThat(told.problem().code()).isIn("QUOTE_EXPIRED", "ORDER_NOT_CANCELLABLE", "SERVICE_UNAVAILABLE");
        }
    }

    /** What the neighbours believe is what the order says, and everything was told once. */
    private static void consistent(Story story) {
        Order order = story.order();
        switch (story.state()) {
            case "AWAITING_PAYMENT" -> holds(story, "HELD", "HELD");
            case "CONFIRMED" -> {
                holds(story, "COMMITTED", "HELD");
                assertThat(story.town.payment).isIn("ASSURED", "CAPTURED");
                assertThat(story.town.refunded).isFalse();
                assertThat(story.told(OrderEvent.Confirmed.class)).isOne();
            }
            case "REFUSED", "CANCELLED", "EXPIRED" -> {
                assertThat(story.town.stock).isIn("RELEASED", "NONE");
                assertThat(story.town.coupon).isIn("GIVEN_BACK", "NONE");
                assertThat(story.town.refunded)
                        .isEqualTo(
                                order.payment().isAssured() || order.payment().late());
            }
            default -> throw new AssertionError("not an end: " + story.state());
        }
        assertThat(order.work().isDone()).isTrue();
        assertThat(order.destination().pending()).isEmpty();
        if (story.state().equals("CONFIRMED") || story.state().equals("AWAITING_PAYMENT")) {
            assertThat(order.destination().address()).isEqualTo(story.town.address);
        }
        if (story.town.refunded) {
            assertThat(story.town.sentBack.plus(story.town.givenByStaff))
                    .isEqualTo(order.terms().total());
        }
        assertThat(story.told(OrderEvent.Placed.class)).isEqualTo(story.state().equals("REFUSED") ? 0 : 1);
        assertThat(story.told(OrderEvent.Cancelled.class))
                .isEqualTo(story.state().equals("CANCELLED") ? 1 : 0);
        assertThat(story.told(OrderEvent.Expired.class)).isLessThanOrEqualTo(1);
    }

    private static void holds(Story story, String stock, String coupon) {
        assertThat(story.town.stock).isEqualTo(stock);
        assertThat(story.town.coupon).isEqualTo(coupon);
    }

    private static void cash(Story story) {
        story.town.assurance = Assurance.CASH_ON_DELIVERY;
    }

    private static void placed(Story story) {
        story.place(PaymentMethod.CARD);
    }

    private static void paid(Story story) {
        placed(story);
        story.town.pay();
    }

    private static void hearsOfTheMoney(Story story) {
        story.hears(new Fact.MoneyAssured(Assurance.CAPTURED), 1);
    }

    private static void hearsOfLateMoney(Story story) {
        if (story.state().equals("EXPIRED") && !story.order().payment().late()) {
            story.town.payLate();
        }
        story.hears(new Fact.MoneyLate(), 1);
    }

    private static void confirmed(Story story) {
        paid(story);
        hearsOfTheMoney(story);
    }

    private static void expired(Story story) {
        placed(story);
        story.goesBy(Samples.WINDOW);
    }
}
