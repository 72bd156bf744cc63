package io.niaga.orders.returns;

import io.niaga.orders.checkout.Chaos;
import io.niaga.orders.order.OrderId;
import io.niaga.orders.order.ReturnId;
import io.niaga.types.StoreId;
import io.niaga.types.UserId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whose a return is, in memory. */
final class RememberedLists implements ReturnLists {
    private final Map<ReturnId, Entry> known = new HashMap<>();
    private final Chaos chaos;

    RememberedLists(Chaos chaos) {
        this.chaos = chaos;
    }

    @Override
    public void announce(Entry entry) {
        chaos.moment();
        known.putIfAbsent(entry.id(), entry);
        chaos.moment();
    }

    @Override
    public void follow(ReturnId id, String state, boolean attention, long version) {}

    @Override
    public Optional<OrderId> orderOf(ReturnId id) {
        return Optional.ofNullable(known.get(id)).map(Entry::order);
    }

    @Override
    public Found ofStore(StoreId store, Filter filter, Slice slice) {
        return new Found(List.copyOf(known.values()), null);
    }

    @Override
    public Found ofCustomer(UserId customer, Filter filter, Slice slice) {
        return new Found(List.copyOf(known.values()), null);
    }
}
