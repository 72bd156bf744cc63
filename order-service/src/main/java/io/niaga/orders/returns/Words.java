package io.niaga.orders.returns;

import io.niaga.orders.order.Inspection;
import io.niaga.orders.order.Moment;
import io.niaga.orders.order.OrderEvent;
import io.niaga.orders.order.Return;
import io.niaga.orders.order.ReturnState;
import io.niaga.types.Money;
import io.niaga.types.ProblemException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What it means when somebody says something about a return. The same word again means nothing more. */
final class Words {
    private Words() {}

    static void on(Situation s, ReturnFact.Word word) {
        switch (word) {
            case ReturnFact.Approved w -> approved(s, w);
            case ReturnFact.Refused w -> refused(s, w);
            case ReturnFact.ParcelReceived w -> received(s, w);
            case ReturnFact.GoodsInspected w -> inspected(s, w);
            case ReturnFact.CalledOff w -> calledOff(s, w);
            case ReturnFact.SettlementAgreed w -> agreed(s, w);
        }
    }

    private static void approved(Situation s, ReturnFact.Approved w) {
        if (s.goods().state() instanceof ReturnState.Approved) {
            return;
        }
        require(s, s.goods().state() instanceof ReturnState.Requested);
        Return next = s.goods()
                .in(new ReturnState.Approved(s.now(), s.now().plus(s.rules().sending())));
        ReturnProcess.move(s.order(), next, Moment.Type.RETURN_APPROVED, s.now());
        audit(s, w, ReturnAccess.DECIDE, "APPROVED", null);
        if (next.lines().stream().noneMatch(l -> l.reason().comesBack())) {
            // Nothing can be sent back: the claim is all there is to look at.
            ReturnProcess.inspected(s.order(), next, Findings.of(s.order(), next, List.of(), s.now()), s.now());
        }
    }

    private static void refused(Situation s, ReturnFact.Refused w) {
        if (s.goods().state() instanceof ReturnState.Refused) {
            return;
        }
        require(s, s.goods().state() instanceof ReturnState.Requested);
        Return next = s.goods().in(new ReturnState.Refused(w.reason(), s.now()));
        ReturnProcess.move(s.order(), next, Moment.Type.RETURN_REFUSED, s.now());
        audit(s, w, ReturnAccess.DECIDE, "REFUSED", w.reason());
    }

    private static void received(Situation s, ReturnFact.ParcelReceived w) {
        if (s.goods().state() instanceof ReturnState.Received) {
            return;
        }
        require(s, s.goods().state() instanceof ReturnState.Approved);
        Return next = s.goods()
                .in(new ReturnState.Received(s.now(), s.now().plus(s.rules().inspecting())));
        ReturnProcess.move(s.order(), next, Moment.Type.RETURN_RECEIVED, s.now());
        audit(s, w, ReturnAccess.RECEIVE, "RECEIVED", null);
    }

    private static void inspected(Situation s, ReturnFact.GoodsInspected w) {
        if (s.goods().inspection().filter(known -> isSame(s.goods(), known, w)).isPresent()) {
            return;
        }
        require(s, s.goods().state() instanceof ReturnState.Received);
        Inspection inspection = Findings.of(s.order(), s.goods(), w.counts(), s.now());
        ReturnProcess.inspected(s.order(), s.goods(), inspection, s.now());
        audit(s, w, ReturnAccess.RECEIVE, "INSPECTED", null);
    }

    private static boolean isSame(Return goods, Inspection known, ReturnFact.GoodsInspected w) {
        long comingBack =
                goods.lines().stream().filter(l -> l.reason().comesBack()).count();
        return w.counts().size() == comingBack
                && w.counts().stream()
                        .allMatch(c -> known.lines().stream()
                                .anyMatch(f -> f.sku().equals(c.sku())
                                        && f.resellable() == c.resellable()
                                        && f.damaged() == c.damaged()
                                        && f.missing() == c.missing()));
    }

    private static void calledOff(Situation s, ReturnFact.CalledOff w) {
        if (s.goods().state() instanceof ReturnState.Cancelled) {
            return;
        }
        require(
                s,
                s.goods().state() instanceof ReturnState.Requested
                        || s.goods().state() instanceof ReturnState.Approved);
        Return next = s.goods().in(new ReturnState.Cancelled(ReturnState.Ending.BY_CUSTOMER, s.now()));
        ReturnProcess.move(s.order(), next, Moment.Type.RETURN_CANCELLED, s.now());
        if (w.staff()) {
            audit(s, w, ReturnAccess.CANCEL, "CANCELLED", null);
        }
    }

    /** Goes on with a return that got stuck: tried again, or settled for less when more than that is not left. */
    private static void agreed(Situation s, ReturnFact.SettlementAgreed w) {
        Return.Attention attention = s.goods().attention();
        if (attention == null || !(s.goods().state() instanceof ReturnState.Inspected state)) {
            throw conflict(s);
        }
        Money worth = state.inspection().worth().total();
        Money sum = Objects.requireNonNullElse(w.agreed(), worth);
        if (!sum.currency().equals(worth.currency()) || sum.isNegative() || sum.compareTo(worth) > 0) {
            throw ReturnProblem.SETTLEMENT_EXCEEDS_WORTH.with("worth", worth);
        }
        // A refund that payment knows already keeps its amount: it can only be tried again.
        require(s, attention.cause() == Return.Attention.Cause.REFUND_EXCEEDS_CAPTURE || sum.equals(worth));
        if (state.restocked()) {
            ReturnProcess.restocked(s.order(), s.goods(), state.inspection().agreedOn(sum), s.now());
        } else {
            s.order().put(s.goods().in(state));
        }
        audit(s, w, ReturnAccess.SETTLE, "AGREED", sum.toString());
    }

    private static void require(Situation s, boolean possible) {
        if (!possible) {
            throw conflict(s);
        }
    }

    private static ProblemException conflict(Situation s) {
        return ReturnProblem.RETURN_STATE_CONFLICT.with(
                "state", s.goods().state().code());
    }

    private static void audit(Situation s, ReturnFact.Word word, String action, String to, @Nullable String reason) {
        s.order()
                .tell(new OrderEvent.ChangedByStaff(
                        word.actor(),
                        action,
                        s.goods().id().value(),
                        "/state",
                        s.goods().state().code(),
                        to,
                        reason));
    }
}
