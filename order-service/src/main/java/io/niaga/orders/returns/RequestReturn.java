package io.niaga.orders.returns;

import io.niaga.orders.order.Moment;
import io.niaga.orders.order.Order;
import io.niaga.orders.order.OrderEvent;
import io.niaga.orders.order.OrderId;
import io.niaga.orders.order.OrderProblem;
import io.niaga.orders.order.Orders;
import io.niaga.orders.order.Return;
import io.niaga.orders.order.ReturnId;
import io.niaga.orders.order.ReturnState;
import io.niaga.orders.quote.QuoteLine;
import io.niaga.types.Actor;
import io.niaga.types.CommonProblem;
import io.niaga.types.IdSource;
import io.niaga.types.Sku;
import io.niaga.types.UseCase;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a return of what was delivered. What others return, or have returned, is not there any more: two who ask for the last
 * unit at the same moment meet at the order's version.
 */
@UseCase
public final class RequestReturn {
    private static final int TRIES = 10;

    private final Orders orders;
    private final ReturnLists lists;
    private final ReturnAccess access;
    private final AdvanceReturns advance;
    private final IdSource ids;

    public RequestReturn(Orders orders, ReturnLists lists, ReturnAccess access, AdvanceReturns advance, IdSource ids) {
        this.orders = orders;
        this.lists = lists;
        this.access = access;
        this.advance = advance;
        this.ids = ids;
    }

    /** @param id of the return to be; asked for before, it stays as it is */
    public record Request(
            ReturnId id,
            OrderId order,
            List<Wish> lines,
            @Nullable String note) {
        public Request {
            lines = List.copyOf(lines);
        }
    }

    /** Units of a SKU, and why. */
    public record Wish(Sku sku, int quantity, Return.Reason reason) {}

    /** The id for a return that is about to be asked for. */
    public ReturnId newId() {
        return ReturnId.of(ids.next(ReturnId.PREFIX).toString());
    }

    public Order request(Actor actor, Request request) {
        for (int i = 0; i < TRIES; i++) {
            Order order = orders.byId(request.order()).orElseThrow(OrderProblem.ORDER_UNKNOWN::now);
            access.requireRequest(actor, order);
            if (order.returns().of(request.id()).isPresent()) {
                return order;
            }
            Instant now = advance.now();
            add(order, request, now);
            if (!access.owns(actor, order)) {
                order.tell(new OrderEvent.ChangedByStaff(
                        actor, ReturnAccess.REQUEST, request.id().value(), "/state", null, "REQUESTED", null));
            }
            lists.announce(new ReturnLists.Entry(
                    request.id(),
                    order.id(),
                    order.terms().storefront().store(),
                    order.terms().buyer().account(),
                    now));
            var saved = advance.save(order);
            if (saved.isPresent()) {
                return saved.get();
            }
        }
        throw CommonProblem.CONCURRENT_CHANGE.now();
    }

    private void add(Order order, Request request, Instant now) {
        requireReturnable(order, now);
        List<Return.Line> lines =
                request.lines().stream().map(wish -> line(order, wish)).toList();
        Return goods = Return.request(
                request.id(),
                lines,
                request.note(),
                new ReturnState.Requested(now.plus(advance.rules().answer())),
                now);
        ReturnProcess.move(order, goods, Moment.Type.RETURN_REQUESTED, now);
    }

    private void requireReturnable(Order order, Instant now) {
        Instant until = order.returnableUntil(advance.rules().window())
                .orElseThrow(() -> ReturnProblem.ORDER_NOT_RETURNABLE.with(
                        "state", order.state().code()));
        if (!now.isBefore(until)) {
            throw ReturnProblem.RETURN_WINDOW_OVER.with("until", until.toString());
        }
        if (order.returns().all().size() >= ReturnRules.MOST) {
            throw ReturnProblem.RETURNS_TOO_MANY.with("limit", ReturnRules.MOST);
        }
    }

    private static Return.Line line(Order order, Wish wish) {
        QuoteLine sold = order.terms().lines().stream()
                .filter(l -> l.sku().equals(wish.sku()))
                .findFirst()
                .orElseThrow(() ->
                        ReturnProblem.RETURN_LINE_UNKNOWN.with("sku", wish.sku().value()));
        int returnable = sold.quantity() - order.returns().claims(sold.line());
        if (wish.quantity() > returnable) {
            throw ReturnProblem.RETURN_EXCEEDS_DELIVERED
                    .with("sku", wish.sku().value())
                    .with("returnable", returnable);
        }
        return new Return.Line(sold.line(), wish.sku(), wish.quantity(), wish.reason());
    }
}
