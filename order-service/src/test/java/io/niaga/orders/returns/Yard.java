package io.niaga.orders.returns;

import io.niaga.orders.Samples;
import io.niaga.orders.checkout.Chaos;
import io.niaga.orders.checkout.OutcomeUnknown;
import io.niaga.orders.order.Inspection;
import io.niaga.orders.order.Order;
import io.niaga.orders.order.Return;
import io.niaga.orders.order.Return.Attention.Cause;
import io.niaga.types.Money;
import io.niaga.types.Sku;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Warehouse and payment as their contracts say about returns: idempotent by id, fenced. */
final class Yard implements Restocks, ReturnRefunds {
    private final Chaos chaos;
    private final Map<String, Long> fences = new HashMap<>();
    private final Map<String, String> restocks = new HashMap<>();
    final Map<Sku, Integer> stock = new HashMap<>();
    final Map<String, Money> refunds = new HashMap<>();
    final List<String> calls = new ArrayList<>();
    Money captured = Samples.terms(1, "HEMAT10", io.niaga.orders.order.PaymentMethod.CARD)
            .total();
    String answer = "SUCCEEDED";
    boolean noWarehouse;
    int unknownCalls;
    int lostAnswers;

    Yard(Chaos chaos) {
        this.chaos = chaos;
    }

    private ReturnFact.Answer command(String what, String whom, Order order, Supplier<ReturnFact.Answer> effect) {
        chaos.moment();
        calls.add(what);
        if (unknownCalls > 0) {
            unknownCalls--;
            throw new OutcomeUnknown(what, new RuntimeException("no connection"));
        }
        long fence = order.revision().version();
        if (fence < fences.getOrDefault(whom, 0L)) {
            throw new OutcomeUnknown(what + ": FENCED", new RuntimeException());
        }
        fences.put(whom, fence);
        ReturnFact.Answer told = effect.get();
        chaos.moment();
        if (lostAnswers > 0) {
            lostAnswers--;
            throw new OutcomeUnknown(what, new RuntimeException("the answer was lost"));
        }
        return told;
    }

    @Override
    public ReturnFact.Answer restock(Order order, Return goods) {
        return command("restock", goods.id().value(), order, () -> {
            if (noWarehouse) {
                return new ReturnFact.Stuck(Cause.RESTOCK_REFUSED);
            }
            List<Inspection.Found> lines = goods.inspection().orElseThrow().lines();
            String before = restocks.putIfAbsent(goods.id().value(), lines.toString());
            if (before != null && !before.equals(lines.toString())) {
                throw new AssertionError("RESTOCK_MISMATCH");
            }
            if (before == null) {
                lines.forEach(f -> stock.merge(f.sku(), f.cameBack(), Integer::sum));
            }
            return new ReturnFact.Restocked();
        });
    }

    @Override
    public ReturnFact.Answer refund(Order order, Return goods) {
        return command("refund", "payment", order, () -> {
            Money amount = goods.inspection().orElseThrow().worth().total();
            Money before = refunds.get(goods.id().refund());
            if (before != null && !before.equals(amount)) {
                throw new AssertionError("REFUND_MISMATCH");
            }
            if (before == null && amount.compareTo(left()) > 0) {
                return new ReturnFact.Stuck(Cause.REFUND_EXCEEDS_CAPTURE);
            }
            refunds.put(goods.id().refund(), amount);
            return switch (answer) {
                case "SUCCEEDED" -> new ReturnFact.RefundSent();
                case "FAILED" -> new ReturnFact.Stuck(Cause.REFUND_FAILED);
                default -> new ReturnFact.RefundPending();
            };
        });
    }

    Money sent() {
        return refunds.values().stream().reduce(Samples.idr("0.00"), Money::plus);
    }

    private Money left() {
        return captured.minus(sent());
    }
}
