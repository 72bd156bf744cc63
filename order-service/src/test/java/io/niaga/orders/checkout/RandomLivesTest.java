package io.niaga.orders.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.orders.Samples;
import io.niaga.orders.order.Assurance;
import io.niaga.orders.order.FulfillmentView.Stage;
import io.niaga.orders.order.OrderEvent;
import io.niaga.orders.order.PaymentMethod;
import io.niaga.orders.order.Repayment;
import io.niaga.types.Money;
import io.niaga.types.ProblemException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Orders that live through anything, in any order: whatever happened, the neighbours and the order agree in the end. */
class RandomLivesTest {
    private static final int LIVES = 4000;
    private static final int EVENTS = 24;
    private static final Money GIVEN = Samples.idr("5000.00");

    /** News on its way, in its order; it may arrive twice. */
    private record Letter(Fact.Heard fact, HearNews.Source source) {}

    private static final class Life {
        private final Random random;
        private final Story story;
        private final PaymentMethod method;
        private final List<Letter> post = new ArrayList<>();
        private int delivered;
        private boolean hasLeft;
        private boolean isOver;

        Life(long seed) {
            random = new Random(seed);
            story = new Story(random.nextBoolean() ? "HEMAT10" : null);
            method = random.nextInt(4) == 0 ? PaymentMethod.COD : PaymentMethod.CARD;
            story.town.assurance = method == PaymentMethod.COD ? Assurance.CASH_ON_DELIVERY : null;
        }

        void live() {
            for (int i = 0; i < EVENTS; i++) {
                trouble();
                try {
                    something();
                } catch (Chaos.Crash | ProblemException happens) {
                    // The process died, or somebody was told no: life goes on.
                }
            }
            peace();
        }

        private void trouble() {
            story.chaos.calm();
            story.town.unknownCalls = random.nextInt(5) == 0 ? random.nextInt(1, 3) : 0;
            story.town.lostAnswers = random.nextInt(5) == 0 ? 1 : 0;
            story.town.soldOut = random.nextInt(6) == 0;
            story.town.couponUsedUp = random.nextInt(8) == 0;
            story.town.methodRefused = random.nextInt(12) == 0;
            if (random.nextInt(4) == 0) {
                story.chaos.killAt(random.nextInt(8));
            }
        }

        private void something() {
            switch (random.nextInt(14)) {
                case 0, 1 -> story.place(method);
                case 2 -> story.place(Story.BUYER, method, "another");
                case 3 -> cancelMaybe();
                case 4, 5 -> pay();
                case 6 -> deliver();
                case 7 -> story.goesBy(Duration.ofMinutes(random.nextInt(1, 25)));
                case 8 -> story.goesBy(Duration.ofSeconds(random.nextInt(1, 60)));
                case 9 -> story.redirect(Story.BUYER, random.nextBoolean() ? RedirectTest.ELSEWHERE : Samples.ADDRESS);
                case 10 -> giveBack();
                case 11 -> travel();
                case 12 -> expire();
                default -> pick();
            }
        }

        private void cancelMaybe() {
            if (random.nextInt(3) == 0) {
                story.cancel(random.nextBoolean() ? Story.BUYER : Story.SUPPORT);
            }
        }

        private void pay() {
            if (story.town.payment.equals("REQUIRES_ACTION")) {
                story.town.pay();
                send(new Fact.MoneyAssured(Assurance.CAPTURED), "pay");
            } else if (method == PaymentMethod.CARD
                    && story.town.payment.equals("CANCELLED")
                    && random.nextInt(2) == 0) {
                story.town.payLate();
                send(new Fact.MoneyLate(), "pay");
            }
        }

        /** Staff give something back, once; the order hears of it some time. */
        private void giveBack() {
            boolean paid = story.town.payment.equals("CAPTURED") && !story.town.refunded;
            if (paid && story.town.givenByStaff.isZero() && random.nextInt(3) == 0) {
                story.town.givenByStaff = GIVEN;
                send(new Fact.RefundSettled(new Repayment("rfd_staff", GIVEN, "SUCCEEDED"), ""), "pay");
            }
        }

        private void pick() {
            boolean promised = story.told(OrderEvent.Confirmed.class) == 1;
            if (promised && story.town.stock.equals("COMMITTED") && random.nextInt(3) == 0) {
                story.town.stock = "PICKING";
                send(new Fact.WarehouseAt(Stage.PICKING), "ful");
            }
        }

        /** What left the shelves leaves the house, and then arrives, gets lost or comes back: once, whatever else happens. */
        private void travel() {
            if (!story.town.stock.equals("PICKING") || isOver) {
                return;
            }
            if (!hasLeft) {
                hasLeft = true;
                send(Story.LEFT, "ful");
                return;
            }
            isOver = true;
            switch (random.nextInt(3)) {
                case 0 -> {
                    send(new Fact.ParcelMoved("TRK-1", "DELIVERED", true), "ful");
                    if (method == PaymentMethod.COD) {
                        story.town.payment = "CAPTURED";
                        send(new Fact.MoneyCaptured(), "pay");
                    }
                }
                case 1 -> send(Story.LOST, "ful");
                default -> send(Story.BACK, "ful");
            }
        }

        private void expire() {
            if (story.town.payment.equals("REQUIRES_ACTION")) {
                send(new Fact.PaymentExpired(), "pay");
            }
        }

        private void send(Fact.Heard fact, String from) {
            post.add(new Letter(fact, new HearNews.Source(from, post.size() + 1)));
        }

        /** The next letter, maybe after an old one once more. */
        private void deliver() {
            if (delivered > 0 && random.nextInt(3) == 0) {
                Letter old = post.get(random.nextInt(delivered));
                story.hears(old.fact(), old.source());
            }
            if (delivered < post.size()) {
                Letter next = post.get(delivered);
                story.hears(next.fact(), next.source());
                delivered++;
            }
        }

        private void peace() {
            story.chaos.calm();
            story.town.unknownCalls = 0;
            story.town.lostAnswers = 0;
            story.town.soldOut = false;
            story.town.couponUsedUp = false;
            story.town.methodRefused = false;
            while (delivered < post.size()) {
                deliver();
            }
            story.clock.advance(Samples.WINDOW);
            story.settle();
        }
    }

    @Test
    void the_order_and_its_neighbours_agree_in_the_end() {
        Set<String> ends = new HashSet<>();
        for (long seed = 0; seed < LIVES; seed++) {
            Life life = new Life(seed);
            life.live();
            if (life.story.orders.byId(life.story.id()).isPresent()) {
                check(life.story, seed);
                ends.add(life.method + " " + life.story.state());
            }
        }
        for (PaymentMethod method : List.of(PaymentMethod.CARD, PaymentMethod.COD)) {
            assertThat(ends).contains(method + " COMPLETED", method + " PROMISE_FAILED", method + " CANCELLED");
        }
    }

    private static void check(Story story, long seed) {
        Town town = story.town;
        String told = "seed " + seed + ": " + story.state() + " after " + town.calls + ", stock " + town.stock
                + ", payment " + town.payment + ", coupon " + town.coupon;
        boolean coupon = story.order().terms().hasCoupon();
        boolean money = town.payment.equals("CAPTURED") || town.payment.equals("LATE_PAID");
        boolean cash = story.order().terms().isCashOnDelivery();
        assertThat(story.order().work().isDone()).as(told).isTrue();
        assertThat(story.order().destination().pending()).as(told).isEmpty();
        switch (story.state()) {
            case "CONFIRMED", "IN_FULFILLMENT" -> {
                assertThat(town.stock).as(told).isIn("COMMITTED", "PICKING");
                assertThat(town.payment).as(told).isEqualTo(cash ? "TO_COLLECT" : "CAPTURED");
                assertThat(town.refunded).as(told).isFalse();
                assertThat(town.coupon).as(told).isEqualTo(coupon ? "HELD" : "NONE");
                assertThat(story.order().destination().address()).as(told).isEqualTo(town.address);
            }
            case "COMPLETED" -> {
                assertThat(town.stock).as(told).isEqualTo("PICKING");
                assertThat(town.payment).as(told).isEqualTo("CAPTURED");
                assertThat(town.refunded).as(told).isFalse();
                assertThat(town.coupon).as(told).isEqualTo(coupon ? "HELD" : "NONE");
            }
            case "PROMISE_FAILED" -> {
                assertThat(town.stock).as(told).isEqualTo("PICKING");
                assertThat(town.refunded).as(told).isEqualTo(!cash);
                assertThat(town.voided).as(told).isEqualTo(cash);
                assertThat(town.sentBack.plus(town.givenByStaff))
                        .as(told)
                        .isEqualTo(
                                cash
                                        ? Samples.idr("0.00")
                                        : story.order().terms().total());
                assertThat(story.order().payment().state()).as(told).isEqualTo(cash ? "CANCELLED" : "REFUNDED");
                assertThat(town.coupon).as(told).isEqualTo(coupon ? "GIVEN_BACK" : "NONE");
            }
            case "REFUSED", "CANCELLED", "EXPIRED" -> {
                assertThat(town.stock).as(told).isIn("RELEASED", "NONE");
                assertThat(town.coupon).as(told).isIn("GIVEN_BACK", "NONE");
                assertThat(town.refunded).as(told).isEqualTo(money);
                assertThat(town.sentBack.plus(town.givenByStaff))
                        .as(told)
                        .isEqualTo(money ? story.order().terms().total() : Samples.idr("0.00"));
                assertThat(town.payment).as(told).isNotEqualTo("REQUIRES_ACTION");
            }
            default -> throw new AssertionError(told);
        }
        assertThat(story.told(OrderEvent.Placed.class)).as(told).isLessThanOrEqualTo(1);
        assertThat(story.told(OrderEvent.Confirmed.class)).as(told).isLessThanOrEqualTo(1);
        assertThat(story.told(OrderEvent.Cancelled.class)).as(told).isLessThanOrEqualTo(1);
        assertThat(story.told(OrderEvent.Expired.class)).as(told).isLessThanOrEqualTo(1);
        assertThat(story.told(OrderEvent.PromiseFailed.class)).as(told).isLessThanOrEqualTo(1);
    }
}
