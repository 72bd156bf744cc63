package io.niaga.orders.order.http;

import io.niaga.orders.order.OrderId;
import io.niaga.orders.order.OrderLists;
import io.niaga.service.http.Cursor;
import io.niaga.service.http.PageRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A place in a list of orders, as clients carry it: that of one list is none in the other. */
enum OrderCursor {
    PLACED(""),
    CHANGED("changed");

    /** A third key where it is not empty. */
    private final String mark;

    OrderCursor(String mark) {
        this.mark = mark;
    }

    OrderLists.Slice slice(PageRequest page) {
        String after = page.after();
        return new OrderLists.Slice(page.limit(), after == null ? null : position(after));
    }

    private OrderLists.Position position(String cursor) {
        List<String> keys = Cursor.decode(cursor, mark.isEmpty() ? 2 : 3);
        if (!mark.isEmpty() && !keys.getLast().equals(mark)) {
            throw Cursor.refused();
        }
        try {
            return new OrderLists.Position(
                    Instant.ofEpochMilli(Long.parseLong(keys.getFirst())), OrderId.of(keys.get(1)));
        } catch (IllegalArgumentException | DateTimeException forged) {
            throw Cursor.refused();
        }
    }

    @Nullable
    String text(OrderLists.@Nullable Position position) {
        if (position == null) {
            return null;
        }
        String at = Long.toString(position.at().toEpochMilli());
        String id = position.id().value();
        return Cursor.encode(mark.isEmpty() ? List.of(at, id) : List.of(at, id, mark));
    }
}
