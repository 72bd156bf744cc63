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

/**
 * Something that happens to an order, in whose midst its process may die or fall asleep.
 *
 * @param ends the states that it may end in
 * @param deadly what happens; it may be tried again
 */
record Scenario(String name, List<String> ends, Consumer<Story> before, Consumer<Story> deadly) {
    private static final List<String> NOT_THE_END =
            List.of("AWAITING_PAYMENT", "CONFIRMED", "IN_FULFILLMENT", "EXPIRED");

    /** An order to which everything happened that came before. */
    Story begun() {
        Story story = new Story("HEMAT10");
        before.accept(story);
        return story;
    }

    /** Before and after how many writes and calls it may be cut off. */
    int moments() {
        Story whole = begun();
        whole.chaos.calm();
        deadly.accept(whole);
        assertThat(whole.chaos.moments()).isPositive();
        return whole.chaos.moments();
    }

    /** Whoever asked for it tries again, as clients and the broker do. */
    void again(Story story) {
        try {
            deadly.accept(story);
        } catch (ProblemException told) {
            assertThat(told.problem().code()).isIn("QUOTE_EXPIRED", "ORDER_NOT_CANCELLABLE", "SERVICE_UNAVAILABLE");
        }
    }

    /** Time goes by, and the process goes on by itself; what it may never have heard of is told again. */
    void endsWell(Story story) {
        story.settle();
        if (NOT_THE_END.contains(story.state())) {
            again(story);
            story.settle();
        }
        assertThat(ends).contains(story.state());
        consistent(story);
    }

    static List<Scenario> all() {
        return List.of(
                new Scenario("placing", List.of("AWAITING_PAYMENT"), s -> {}, s -> s.place(PaymentMethod.CARD)),
                new Scenario("cash on delivery", List.of("CONFIRMED"), Scenario::cash, s -> s.place(PaymentMethod.COD)),
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
                new Scenario("paying", List.of("CONFIRMED"), Scenario::paid, Scenario::hearsOfTheMoney),
                new Scenario("cancelling unpaid", List.of("CANCELLED"), Scenario::placed, s -> s.cancel(Story.BUYER)),
                new Scenario("cancelling paid", List.of("CANCELLED"), Scenario::confirmed, s -> s.cancel(Story.BUYER)),
                new Scenario(
                        "redirecting",
                        List.of("CONFIRMED"),
                        Scenario::confirmed,
                        s -> s.redirect(Story.BUYER, RedirectTest.ELSEWHERE)),
                new Scenario(
                        "cancelling after staff gave something back",
                        List.of("CANCELLED"),
                        s -> {
                            confirmed(s);
                            s.town.givenByStaff = Samples.idr("5000.00");
                        },
                        s -> s.cancel(Story.BUYER)),
                new Scenario("expiring", List.of("EXPIRED"), Scenario::placed, s -> s.goesBy(Samples.WINDOW)),
                new Scenario("expiring, but paid", List.of("CONFIRMED"), Scenario::paid, s -> s.goesBy(Samples.WINDOW)),
                new Scenario("reviving", List.of("CONFIRMED"), Scenario::expired, Scenario::hearsOfLateMoney),
                new Scenario(
                        "not reviving",
                        List.of("EXPIRED"),
                        s -> {
                            expired(s);
                            s.town.couponUsedUp = true;
                        },
                        Scenario::hearsOfLateMoney),
                new Scenario(
                        "not reviving, because staff gave something back",
                        List.of("EXPIRED"),
                        s -> {
                            expired(s);
                            s.town.givenByStaff = Samples.idr("5000.00");
                        },
                        Scenario::hearsOfLateMoney),
                new Scenario(
                        "expired at the provider",
                        List.of("AWAITING_PAYMENT"),
                        Scenario::placed,
                        s -> s.hears(new Fact.PaymentExpired(), 1)),
                new Scenario(
                        "lost on the way", List.of("PROMISE_FAILED"), Scenario::shipped, s -> s.hears(Story.LOST, 3)),
                new Scenario(
                        "back undelivered", List.of("PROMISE_FAILED"), Scenario::shipped, s -> s.hears(Story.BACK, 3)),
                new Scenario(
                        "not there to be picked",
                        List.of("PROMISE_FAILED"),
                        s -> {
                            confirmed(s);
                            s.town.stock = "PICKING";
                        },
                        s -> s.hears(Story.SHORT, 3)),
                new Scenario(
                        "back undelivered after staff gave something back",
                        List.of("PROMISE_FAILED"),
                        s -> {
                            shipped(s);
                            s.town.givenByStaff = Samples.idr("5000.00");
                        },
                        s -> s.hears(Story.BACK, 3)),
                new Scenario(
                        "back undelivered, cash not collected",
                        List.of("PROMISE_FAILED"),
                        s -> {
                            cash(s);
                            s.place(PaymentMethod.COD);
                            leaves(s);
                        },
                        s -> s.hears(Story.BACK, 3)),
                new Scenario(
                        "lost while it is called off",
                        List.of("PROMISE_FAILED"),
                        s -> {
                            confirmed(s);
                            s.town.stock = "PICKING";
                        },
                        s -> {
                            calledOffTooLate(s);
                            s.hears(Story.LOST, 3);
                        }));
    }

    /** What the neighbours believe is what the order says, and everything was told once. */
    static void consistent(Story story) {
        Order order = story.order();
        switch (story.state()) {
            case "AWAITING_PAYMENT" -> holds(story, "HELD", "HELD");
            case "CONFIRMED" -> {
                holds(story, "COMMITTED", "HELD");
                assertThat(story.town.payment).isIn("TO_COLLECT", "CAPTURED");
                assertThat(story.town.refunded).isFalse();
                assertThat(story.told(OrderEvent.Confirmed.class)).isOne();
            }
            case "PROMISE_FAILED" -> {
                holds(story, "PICKING", "GIVEN_BACK");
                assertThat(story.town.refunded).isNotEqualTo(story.town.voided);
                assertThat(order.payment().isUncollected()).isEqualTo(story.town.voided);
                assertThat(order.payment().repaid(order.terms().total())).isEqualTo(story.town.sentBack);
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
        assertThat(story.told(OrderEvent.PromiseFailed.class))
                .isEqualTo(story.state().equals("PROMISE_FAILED") ? 1 : 0);
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

    private static void shipped(Story story) {
        confirmed(story);
        leaves(story);
    }

    private static void leaves(Story story) {
        story.town.stock = "PICKING";
        story.hears(Story.LEFT, 2);
    }

    private static void calledOffTooLate(Story story) {
        try {
            story.cancel(Story.BUYER);
        } catch (ProblemException told) {
            assertThat(told.problem().code()).isEqualTo("ORDER_NOT_CANCELLABLE");
        }
    }
}
