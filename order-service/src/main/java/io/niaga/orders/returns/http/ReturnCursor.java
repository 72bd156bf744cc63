package io.niaga.orders.returns.http;

import io.niaga.orders.order.OrderId;
import io.niaga.orders.order.ReturnId;
import io.niaga.orders.returns.ReturnLists;
import io.niaga.service.http.Cursor;
import io.niaga.service.http.PageRequest;
import io.niaga.types.StoreId;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A place in a list of returns, as clients carry it. */
final class ReturnCursor {
    private static final int KEYS = 4;

    private ReturnCursor() {}

    static ReturnLists.Slice slice(PageRequest page) {
        String after = page.after();
        return new ReturnLists.Slice(page.limit(), after == null ? null : entry(after));
    }

    private static ReturnLists.Entry entry(String cursor) {
        List<String> keys = Cursor.decode(cursor, KEYS);
        try {
            return new ReturnLists.Entry(
                    ReturnId.of(keys.get(1)),
                    OrderId.of(keys.get(2)),
                    StoreId.of(keys.get(3)),
                    null,
                    Instant.ofEpochMilli(Long.parseLong(keys.getFirst())));
        } catch (IllegalArgumentException | DateTimeException forged) {
            throw Cursor.refused();
        }
    }

    static @Nullable String text(ReturnLists.@Nullable Entry last) {
        return last == null
                ? null
                : Cursor.encode(List.of(
                        Long.toString(last.requestedAt().toEpochMilli()),
                        last.id().value(),
                        last.order().value(),
                        last.store().value()));
    }
}
