package io.niaga.payments.payment;

import io.niaga.payments.payment.PaymentState.Cancelled;
import io.niaga.payments.payment.PaymentState.Captured;
import io.niaga.payments.payment.PaymentState.Challenged;
import io.niaga.payments.payment.PaymentState.Charging;
import io.niaga.payments.payment.PaymentState.Expired;
import io.niaga.payments.payment.PaymentState.Failed;
import io.niaga.payments.payment.PaymentState.LatePaid;
import io.niaga.payments.payment.PaymentState.Pending;
import io.niaga.payments.payment.PaymentState.RequiresAction;
import io.niaga.payments.payment.PaymentState.ToCollect;
import io.niaga.types.Money;
import io.niaga.types.Revision;
import io.niaga.types.StoreId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Payments of one order over 249,000 rupiah, in any state. */
final class Samples {
    static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");
    static final Instant PAY_BY = NOW.plusSeconds(3600);
    static final Money PRICE = Money.of("249000.00", "IDR");
    static final String BITS = "01h455vb4pex5vsknk084sn02q";
    static final PaymentId ID = PaymentId.of("pay_" + BITS);
    static final RefundId REFUND = RefundId.of("rfd_" + BITS);
    static final RefundId SECOND = RefundId.of("rfd_01h455vb4pex5vsknk084sn02r");
    static final Map<String, PaymentState> STATES = states();

    private Samples() {}

    private static Map<String, PaymentState> states() {
        Map<String, PaymentState> states = new LinkedHashMap<>();
        states.put("REQUIRES_ACTION", new RequiresAction());
        states.put("CHARGING", new Charging(1, NOW));
        states.put("CHALLENGED", new Challenged(1, "https://bank.example/1", NOW));
        states.put("PENDING", new Pending(new Instruction.VirtualAccount("SANDBOX", "8808")));
        states.put("FAILED", new Failed("CARD_DECLINED"));
        states.put("EXPIRED", new Expired());
        states.put("TO_COLLECT", new ToCollect());
        states.put("CAPTURED", new Captured(NOW, 1));
        states.put("CANCELLED", new Cancelled());
        states.put("LATE_PAID", new LatePaid(NOW, 1));
        return states;
    }

    static Payment in(PaymentState state) {
        PaymentMethod method = state instanceof ToCollect
                ? PaymentMethod.COD
                : state instanceof Pending ? PaymentMethod.VIRTUAL_ACCOUNT : PaymentMethod.CARD;
        return in(state, method);
    }

    static Payment in(PaymentState state, PaymentMethod method) {
        return Payment.restore(terms(method, PRICE), new PaymentProgress(state, 1, 1, List.of()), Revision.NEW);
    }

    static String named(PaymentState state) {
        return STATES.entrySet().stream()
                .filter(e -> e.getValue().getClass().equals(state.getClass()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    static PaymentTerms terms(PaymentMethod method, Money amount) {
        return new PaymentTerms(ID, "ord_" + BITS, "N-1", StoreId.of("sto_" + BITS), null, method, amount, PAY_BY, NOW);
    }

    static RefundTerms wanted(RefundId id, Money amount) {
        return new RefundTerms(id, amount, null, RefundReason.ORDER_CANCELLED, null, NOW);
    }
}
