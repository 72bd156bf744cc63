package io.niaga.orders.order.http;

import io.niaga.orders.order.Moment;
import io.niaga.orders.order.Order;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** What happened to an order, oldest first. */
record TimelineJson(List<Entry> items) {
    record Entry(Instant at, Moment.Type type, Map<String, String> details) {}

    static TimelineJson of(Order order) {
        return new TimelineJson(order.timeline().stream()
                .sorted(Comparator.comparing(Moment::at))
                .map(m -> new Entry(m.at(), m.type(), m.details()))
                .toList());
    }
}
