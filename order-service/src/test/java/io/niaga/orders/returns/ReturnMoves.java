package io.niaga.orders.returns;

import static io.niaga.orders.returns.ReturnStory.ADMINISTRATOR;
import static io.niaga.orders.returns.ReturnStory.BUYER;

import io.niaga.orders.Samples;
import io.niaga.orders.order.Inspection;
import io.niaga.orders.order.Order;
import io.niaga.orders.order.Return;
import io.niaga.orders.order.ReturnId;
import io.niaga.orders.order.ReturnState;
import io.niaga.types.TypeId;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** Every state of a return × everything the process can learn, for the page of states. */
public final class ReturnMoves {
    private static final Instant NOW = Samples.NOW.plus(Duration.ofDays(1));
    private static final ReturnId ID = ReturnId.of(new TypeId("ret", new UUID(6, 1)).toString());
    private static final Inspection INSPECTION = new Inspection(
            NOW,
            List.of(new Inspection.Found(
                    1, Samples.SHIRT, 1, 0, 0, 1, Samples.idr("224100.00"), Samples.idr("22208.11"))),
            new Inspection.Worth(Samples.idr("224100.00"), Samples.idr("0.00"), Samples.idr("22208.11")));
    private static final Map<String, Return> STATES = goods();
    private static final Map<String, ReturnFact> FACTS = facts();

    private ReturnMoves() {}

    public static List<String> states() {
        return List.copyOf(STATES.keySet());
    }

    public static List<String> moves() {
        return List.copyOf(FACTS.keySet());
    }

    public static String after(String state, String move) {
        Order order = Delivered.order();
        order.put(STATES.get(state));
        ReturnFact fact = FACTS.get(move);
        Instant now = fact instanceof ReturnFact.TimePassed ? NOW.plus(Duration.ofDays(20)) : NOW;
        new ReturnProcess(ReturnStory.RULES).on(order, ID, fact, now);
        Return next = order.returns().of(ID).orElseThrow();
        String code = name(next);
        String step =
                next.next().map(s -> " → " + s.name().toLowerCase(Locale.ROOT)).orElse("");
        return code.equals(state) ? state : code + step;
    }

    private static String name(Return goods) {
        String stage = goods.state() instanceof ReturnState.Inspected s && s.restocked() ? ", restocked" : "";
        return goods.state().code() + stage + (goods.attention() == null ? "" : ", a person called");
    }

    private static Map<String, Return> goods() {
        Map<String, Return> all = new LinkedHashMap<>();
        Return requested = in(new ReturnState.Requested(NOW.plusSeconds(60)));
        Return received = in(new ReturnState.Received(NOW, NOW.plusSeconds(60)));
        Return restocked = in(new ReturnState.Inspected(INSPECTION, true));
        List.of(
                        requested,
                        requested.waitingForSomebody(Return.Attention.Cause.UNANSWERED, NOW),
                        in(new ReturnState.Approved(NOW, NOW.plusSeconds(60))),
                        received,
                        received.waitingForSomebody(Return.Attention.Cause.NOT_INSPECTED, NOW),
                        in(new ReturnState.Inspected(INSPECTION, false)),
                        restocked,
                        restocked.waitingForSomebody(Return.Attention.Cause.REFUND_EXCEEDS_CAPTURE, NOW),
                        in(new ReturnState.Settled(INSPECTION, NOW)),
                        in(new ReturnState.Refused("Worn", NOW)),
                        in(new ReturnState.Cancelled(ReturnState.Ending.BY_CUSTOMER, NOW)))
                .forEach(goods -> all.put(name(goods), goods));
        return all;
    }

    private static Return in(ReturnState state) {
        Return.Line line = new Return.Line(1, Samples.SHIRT, 1, Return.Reason.DAMAGED);
        return new Return(ID, NOW, List.of(line), null, state, null, 0);
    }

    private static Map<String, ReturnFact> facts() {
        Map<String, ReturnFact> all = new LinkedHashMap<>();
        all.put("approved", new ReturnFact.Approved(ADMINISTRATOR));
        all.put("refused", new ReturnFact.Refused(ADMINISTRATOR, "Worn"));
        all.put("parcel received", new ReturnFact.ParcelReceived(ADMINISTRATOR));
        all.put(
                "goods inspected",
                new ReturnFact.GoodsInspected(ADMINISTRATOR, List.of(new ReturnFact.Count(Samples.SHIRT, 1, 0, 0))));
        all.put("called off", new ReturnFact.CalledOff(BUYER, false));
        all.put("restocked", new ReturnFact.Restocked());
        all.put("refund sent", new ReturnFact.RefundSent());
        all.put("refund pending", new ReturnFact.RefundPending());
        all.put("stuck", new ReturnFact.Stuck(Return.Attention.Cause.REFUND_EXCEEDS_CAPTURE));
        all.put("settlement agreed", new ReturnFact.SettlementAgreed(ADMINISTRATOR, Samples.idr("1.00")));
        all.put("deadline passed", new ReturnFact.TimePassed());
        return all;
    }
}
