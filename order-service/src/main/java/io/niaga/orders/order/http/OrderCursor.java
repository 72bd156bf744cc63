package io.niaga.orders.order.http;

import io.niaga.orders.order.OrderId;
import io.niaga.orders.order.OrderLists;
import io.niaga.service.http.Cursor;
import io.niaga.service.http.PageRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A place in a list of orders, as clients carry it. */
final class OrderCursor {
    private OrderCursor() {}

    static OrderLists.Slice slice(PageRequest page) {
        String after = page.after();
        return new OrderLists.Slice(page.limit(), after == null ? null : position(after));
    }

    private static OrderLists.Position position(String cursor) {
        List<String> keys = Cursor.decode(cursor, 2);
        try {
            return new OrderLists.Position(
                    Instant.ofEpochMilli(Long.parseLong(keys.getFirst())), OrderId.of(keys.getLast()));
        } catch (IllegalArgumentException | DateTimeException forged) {
            throw Cursor.refused();
        }
    }

    static @Nullable String text(OrderLists.@Nullable Position position) {
        return position == null
                ? null
                : Cursor.encode(List.of(
                        Long.toString(position.placedAt().toEpochMilli()),
                        position.id().value()));
    }
}
