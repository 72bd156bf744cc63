package io.niaga.orders.returns.clients;

import io.niaga.orders.checkout.OutcomeUnknown;
import io.niaga.orders.order.Inspection;
import io.niaga.orders.order.Order;
import io.niaga.orders.order.Return;
import io.niaga.orders.order.Return.Attention.Cause;
import io.niaga.orders.returns.ReturnFact;
import io.niaga.orders.returns.ReturnRefunds;
import io.niaga.service.clients.RemoteRefused;
import io.niaga.service.clients.RemoteUnavailable;
import org.springframework.stereotype.Component;

/** Payment's refunds over HTTP. */
@Component
public final class PaymentRefunds implements ReturnRefunds {
    private static final String COMMAND = "refund a return";
    private static final String REASON = "RETURNED";

    private final RefundApi payments;

    PaymentRefunds(RefundApi payments) {
        this.payments = payments;
    }

    @Override
    public ReturnFact.Answer refund(Order order, Return goods) {
        Inspection.Worth worth = goods.inspection().orElseThrow().worth();
        RefundApi.Refunding refunding = new RefundApi.Refunding(
                order.id().payment(),
                order.id().value(),
                worth.total(),
                worth.goods(),
                REASON,
                order.revision().version());
        try {
            return switch (payments.refund(goods.id().refund(), refunding).state()) {
                case "SUCCEEDED" -> new ReturnFact.RefundSent();
                case "FAILED" -> new ReturnFact.Stuck(Cause.REFUND_FAILED);
                default -> new ReturnFact.RefundPending();
            };
        } catch (RemoteRefused no) {
            return refused(no);
        } catch (RemoteUnavailable away) {
            throw new OutcomeUnknown(COMMAND, away);
        }
    }

    private static ReturnFact.Answer refused(RemoteRefused no) {
        return switch (no.code()) {
            case "REFUND_EXCEEDS_CAPTURE" -> new ReturnFact.Stuck(Cause.REFUND_EXCEEDS_CAPTURE);
            case "REFUND_MISMATCH", "REFUND_CURRENCY_MISMATCH", "REFUNDS_TOO_MANY" ->
                new ReturnFact.Stuck(Cause.REFUND_FAILED);
            default -> throw new OutcomeUnknown(COMMAND + ": " + no.code(), no);
        };
    }
}
