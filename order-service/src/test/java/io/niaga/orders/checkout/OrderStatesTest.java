package io.niaga.orders.checkout;

import io.niaga.orders.Samples;
import io.niaga.orders.order.AccessLetters;
import io.niaga.orders.order.Assurance;
import io.niaga.orders.order.BrokenPromise;
import io.niaga.orders.order.Cancellation;
import io.niaga.orders.order.Destination;
import io.niaga.orders.order.FulfillmentView;
import io.niaga.orders.order.FulfillmentView.Stage;
import io.niaga.orders.order.Order;
import io.niaga.orders.order.OrderMemory;
import io.niaga.orders.order.OrderNumber;
import io.niaga.orders.order.OrderProblem;
import io.niaga.orders.order.OrderState;
import io.niaga.orders.order.PaymentMethod;
import io.niaga.orders.order.PaymentView;
import io.niaga.orders.order.Refusal;
import io.niaga.orders.order.Returns;
import io.niaga.orders.order.Step;
import io.niaga.orders.order.Work;
import io.niaga.orders.quote.Address;
import io.niaga.orders.returns.ReturnMoves;
import io.niaga.testsupport.StatesGolden;
import io.niaga.types.Revision;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every state of an order × everything the process can learn, as a page. */
class OrderStatesTest {
    private static final Instant NOW = Samples.NOW;
    private static final Instant PAY_BY = NOW.plus(Samples.WINDOW);
    private static final Cancellation CANCELLATION = new Cancellation(
            Cancellation.Reason.CHANGED_MIND, Samples.BUYER.value(), Cancellation.From.AWAITING_PAYMENT, NOW);
    private static final Refusal REFUSAL = Refusal.of(OrderProblem.SOLD_OUT);

    private static final Address ELSEWHERE =
            new Address("Budi Santoso", "+6281234567890", List.of("Jl. Sudirman 2"), null, "10220", "ID");
    private static final Map<String, OrderState> STATES = states();
    private static final Map<String, Fact> FACTS = facts();

    @Test
    void the_page_of_states_is_what_the_code_does() {
        StatesGolden.of("order")
                .machine("Order", List.copyOf(STATES.keySet()), List.copyOf(FACTS.keySet()), OrderStatesTest::after)
                .machine("Return", ReturnMoves.states(), ReturnMoves.moves(), ReturnMoves::after)
                .check();
    }

    private static String after(String state, String move) {
        Fact fact = FACTS.get(move);
        Order order = order(STATES.get(state));
        if (fact instanceof Fact.Answer && !asked(order, fact)) {
            return "";
        }
        if (move.equals("steps done")) {
            allDone(order);
        } else {
            Instant now = fact instanceof Fact.TimePassed ? NOW.plus(Duration.ofDays(2)) : NOW.plusSeconds(1);
            CheckoutProcess.on(order, fact, now);
        }
        String next = order.state().code();
        boolean newPlan = order.isDecided() && !order.work().isDone();
        return newPlan ? next + " → " + plan(order) : next;
    }

    private static String plan(Order order) {
        return order.work().open().stream()
                .map(step -> step.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .collect(Collectors.joining(", "));
    }

    /** An answer only means something while its step is open, and late money only to an order that is revived. */
    private static boolean asked(Order order, Fact fact) {
        if (fact instanceof Fact.PaymentOpened) {
            return order.state() instanceof OrderState.Reviving;
        }
        Step step = switch ((Fact.Answer) fact) {
            case Fact.SoldOut _ -> Step.RESERVE;
            case Fact.CouponRefused _ -> Step.HOLD_COUPON;
            case Fact.PaymentRefused _ -> Step.OPEN_PAYMENT;
            case Fact.ReservationLost _ -> Step.COMMIT;
            case Fact.PaymentStands _ -> Step.CANCEL_PAYMENT;
            case Fact.PickingBegan _ -> Step.RELEASE;
            case Fact.Reserved _ -> order.work().next().orElse(Step.RESERVE);
            default -> throw new AssertionError(fact);
        };
        return order.work().has(step);
    }

    private static void allDone(Order order) {
        Optional<Step> next = order.work().next();
        OrderState before = order.state();
        while (next.isPresent() && order.state().equals(before)) {
            CheckoutProcess.on(order, success(next.get(), order), NOW.plusSeconds(1));
            next = order.work().next();
        }
    }

    private static Fact success(Step step, Order order) {
        return switch (step) {
            case RESERVE -> new Fact.Reserved();
            case HOLD_COUPON -> new Fact.CouponHeld();
            case OPEN_PAYMENT ->
                order.payment().late()
                        ? new Fact.PaymentOpened("CAPTURED", Map.of("type", "NONE"), Assurance.CAPTURED)
                        : new Fact.PaymentOpened("REQUIRES_ACTION", Map.of("type", "CONFIRM"), null);
            case COMMIT -> new Fact.Committed();
            case CANCEL_PAYMENT -> new Fact.PaymentGivenUp("CANCELLED");
            case GIVE_BACK_COUPON -> new Fact.CouponGivenBack();
            case RELEASE -> new Fact.Released();
            case CHANGE_ADDRESS -> new Fact.AddressTaken();
            case REFUND -> new Fact.Refunded("SUCCEEDED");
            case REQUOTE -> new Fact.Requoted(null);
        };
    }

    private static Order order(OrderState state) {
        PaymentView payment = switch (state) {
            case OrderState.Confirmed _, OrderState.InFulfillment _, OrderState.Completed _ ->
                PaymentView.NONE.assuredBy(Assurance.CAPTURED);
            case OrderState.PromiseFailed _ ->
                PaymentView.NONE.assuredBy(Assurance.CAPTURED).refund("SUCCEEDED");
            case OrderState.Reviving _ -> PaymentView.NONE.paidLate();
            default -> PaymentView.NONE;
        };
        return Order.restore(new OrderMemory(
                Samples.orderId(1),
                new OrderNumber("261124-AAAA-AAAA"),
                Samples.terms(1, "HEMAT10", PaymentMethod.CARD),
                state,
                Work.of(3, open(state)),
                payment,
                state instanceof OrderState.InFulfillment
                        ? FulfillmentView.NONE.at(Stage.PICKING)
                        : FulfillmentView.NONE,
                Destination.of(Samples.ADDRESS),
                Returns.NONE,
                AccessLetters.NONE,
                List.of(),
                Map.of(),
                Samples.NOW,
                new Revision(3, 0, true)));
    }

    private static List<Step> open(OrderState state) {
        return switch (state) {
            case OrderState.Placing _ -> List.of(Step.RESERVE, Step.HOLD_COUPON, Step.OPEN_PAYMENT);
            case OrderState.Refusing _ -> List.of(Step.RELEASE, Step.REQUOTE);
            case OrderState.Cancelling _ -> List.of(Step.CANCEL_PAYMENT, Step.GIVE_BACK_COUPON, Step.RELEASE);
            case OrderState.Expiring _ -> List.of(Step.CANCEL_PAYMENT, Step.GIVE_BACK_COUPON, Step.RELEASE);
            case OrderState.Reviving _ -> List.of(Step.RESERVE, Step.HOLD_COUPON, Step.COMMIT, Step.OPEN_PAYMENT);
            default -> List.of();
        };
    }

    private static Map<String, OrderState> states() {
        Map<String, OrderState> all = new LinkedHashMap<>();
        List.of(
                        new OrderState.Placing(NOW.plusSeconds(600)),
                        new OrderState.Refusing(REFUSAL),
                        new OrderState.Refused(REFUSAL),
                        new OrderState.AwaitingPayment(PAY_BY),
                        new OrderState.Confirmed(NOW),
                        new OrderState.InFulfillment(NOW),
                        new OrderState.Completed(NOW),
                        new OrderState.PromiseFailed(new BrokenPromise(BrokenPromise.Reason.LOST, NOW)),
                        new OrderState.Cancelling(CANCELLATION),
                        new OrderState.Cancelled(CANCELLATION, NOW),
                        new OrderState.Expiring(PAY_BY),
                        new OrderState.Expired(NOW),
                        new OrderState.Reviving(NOW))
                .forEach(state -> all.put(state.code(), state));
        return all;
    }

    private static Map<String, Fact> facts() {
        Map<String, Fact> all = new LinkedHashMap<>();
        all.put("steps done", new Fact.Reserved());
        all.put("sold out", new Fact.SoldOut(Map.of()));
        all.put("coupon used up", new Fact.CouponRefused(OrderProblem.COUPON_EXHAUSTED));
        all.put("payment method refused", new Fact.PaymentRefused());
        all.put("late money not accepted", new Fact.PaymentOpened("REFUNDED", Map.of("type", "NONE"), null));
        all.put("reservation lost", new Fact.ReservationLost());
        all.put("payment stands", new Fact.PaymentStands("CAPTURED", Assurance.CAPTURED));
        all.put("release meets pickers", new Fact.PickingBegan());
        all.put("money assured", new Fact.MoneyAssured(Assurance.CAPTURED));
        all.put("payment failed", new Fact.PaymentFailed("DECLINED"));
        all.put("payment expired", new Fact.PaymentExpired());
        all.put("money late", new Fact.MoneyLate());
        all.put("picking started", new Fact.WarehouseAt(Stage.PICKING));
        all.put("all delivered", new Fact.ParcelMoved("TRK", "DELIVERED", true));
        all.put("all lost", new Fact.ParcelLost("TRK", "LOST"));
        all.put("ran short", new Fact.WarehouseAt(Stage.SHORT));
        all.put("received back", new Fact.CameBack(1, 0));
        all.put("deadline passed", new Fact.TimePassed());
        all.put("address asked", new Fact.AddressAsked(ELSEWHERE, Story.BUYER, false));
        all.put("cancellation asked", new Fact.CancellationAsked(Cancellation.Reason.CHANGED_MIND, Story.BUYER, false));
        return all;
    }
}
