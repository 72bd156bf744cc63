package io.niaga.orders.returns.clients;

import io.niaga.orders.checkout.OutcomeUnknown;
import io.niaga.orders.order.Order;
import io.niaga.orders.order.Return;
import io.niaga.orders.order.Return.Attention.Cause;
import io.niaga.orders.returns.Restocks;
import io.niaga.orders.returns.ReturnFact;
import io.niaga.service.clients.RemoteRefused;
import io.niaga.service.clients.RemoteUnavailable;
import java.util.List;
import org.springframework.stereotype.Component;

/** The warehouse's restocks over HTTP. */
@Component
public final class StockRestocks implements Restocks {
    private static final String COMMAND = "restock";

    private final RestockApi stock;

    StockRestocks(RestockApi stock) {
        this.stock = stock;
    }

    @Override
    public ReturnFact.Answer restock(Order order, Return goods) {
        try {
            stock.restock(
                    goods.id().value(),
                    new RestockApi.Restock(
                            order.id().value(),
                            order.terms().storefront().store(),
                            order.id().reservation(),
                            order.revision().version(),
                            lines(goods)));
            return new ReturnFact.Restocked();
        } catch (RemoteRefused no) {
            return switch (no.code()) {
                case "RESTOCK_MISMATCH", "NO_WAREHOUSE", "STOCK_FULL" -> new ReturnFact.Stuck(Cause.RESTOCK_REFUSED);
                default -> throw new OutcomeUnknown(COMMAND + ": " + no.code(), no);
            };
        } catch (RemoteUnavailable away) {
            throw new OutcomeUnknown(COMMAND, away);
        }
    }

    private static List<RestockApi.Line> lines(Return goods) {
        return goods.inspection().orElseThrow().lines().stream()
                .filter(found -> found.cameBack() > 0)
                .map(found -> new RestockApi.Line(found.line(), found.sku(), found.resellable(), found.damaged()))
                .toList();
    }
}
