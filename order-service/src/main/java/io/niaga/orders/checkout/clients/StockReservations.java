package io.niaga.orders.checkout.clients;

import io.niaga.orders.checkout.Fact;
import io.niaga.orders.checkout.Reservations;
import io.niaga.orders.order.Order;
import io.niaga.orders.order.Terms;
import io.niaga.orders.quote.Address;
import io.niaga.orders.quote.QuoteLine;
import io.niaga.service.clients.RemoteRefused;
import io.niaga.types.Sku;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The warehouse's reservations over HTTP. */
@Component
public final class StockReservations implements Reservations {
    private final StockApi stock;

    StockReservations(StockApi stock) {
        this.stock = stock;
    }

    @Override
    public Fact.Answer reserve(Order order) {
        return Commands.give(
                "reserve",
                () -> {
                    stock.reserve(order.id().reservation(), reservation(order));
                    return new Fact.Reserved();
                },
                refused -> refused.code().equals("SOLD_OUT") ? Optional.of(soldOut(refused)) : Optional.empty());
    }

    @Override
    public Fact.Answer commit(Order order) {
        return Commands.give(
                "commit",
                () -> {
                    StockApi.Fence fence = new StockApi.Fence(order.work().fence());
                    stock.commit(order.id().reservation(), fence);
                    return new Fact.Committed();
                },
                Commands.when("RESERVATION_NOT_HELD", Fact.ReservationLost::new));
    }

    @Override
    public Fact.Answer release(Order order) {
        return Commands.give(
                "release",
                () -> {
                    stock.release(order.id().reservation(), order.work().fence());
                    return new Fact.Released();
                },
                Commands.when("RESERVATION_IN_PICKING", Fact.PickingBegan::new));
    }

    @Override
    public Fact.Answer redirect(Order order) {
        Address wanted = order.destination().pending().orElseThrow();
        return Commands.give(
                "change address",
                () -> {
                    stock.redirect(
                            order.id().reservation(),
                            new StockApi.Redirection(order.work().fence(), destination(wanted)));
                    return new Fact.AddressTaken();
                },
                refused -> switch (refused.code()) {
                    case "RESERVATION_IN_PICKING" -> Optional.of(new Fact.AddressTooLate());
                    case "RESERVATION_NOT_HELD" -> Optional.of(new Fact.AddressUseless());
                    default -> Optional.empty();
                });
    }

    private static Fact.Answer soldOut(RemoteRefused refused) {
        Map<Sku, Integer> available = new HashMap<>();
        if (refused.params().get("skus") instanceof Collection<?> skus) {
            skus.forEach(sku -> available.put(Sku.of(String.valueOf(sku)), 0));
        }
        if (refused.params().get("available") instanceof Map<?, ?> left) {
            left.forEach((sku, units) -> {
                if (units instanceof Number number) {
                    available.put(Sku.of(String.valueOf(sku)), number.intValue());
                }
            });
        }
        return new Fact.SoldOut(available);
    }

    private static StockApi.Reservation reservation(Order order) {
        Terms t = order.terms();
        return new StockApi.Reservation(
                order.id().value(),
                order.number().value(),
                t.storefront().store(),
                order.work().fence(),
                lines(t.lines()),
                new StockApi.Shipping(
                        t.shipping().optionId(),
                        t.shipping().carrier(),
                        t.shipping().service(),
                        t.shipping().promisedBy()),
                destination(order.destination().address()),
                t.payBy());
    }

    private static StockApi.Destination destination(Address a) {
        return new StockApi.Destination(
                a.recipient(), a.phone(), a.lines(), a.villageCode(), a.postalCode(), a.country());
    }

    private static List<StockApi.Line> lines(List<QuoteLine> lines) {
        return lines.stream()
                .map(line -> new StockApi.Line(line.line(), line.sku(), line.quantity()))
                .toList();
    }
}
