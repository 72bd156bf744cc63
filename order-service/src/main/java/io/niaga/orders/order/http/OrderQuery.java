package io.niaga.orders.order.http;

import io.niaga.orders.order.OrderLists.Filter;
import io.niaga.orders.order.OrderLists.Period;
import io.niaga.orders.order.OrderNumber;
import io.niaga.types.CommonProblem;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which orders the query of a list asks for: an instant or a period may have one end open, {@code a..b}, {@code a..}, {@code ..b}. */
record OrderQuery(HttpServletRequest request) {
    static final String NUMBER = "number";
    static final String PLACED_AT = "placedAt";
    static final String CHANGED = "changed";
    private static final String BETWEEN = "..";
    private static final Pattern NUMBERS = Pattern.compile("[0-9]{6}(-[0-9A-HJKMNP-TV-Z]{4}){2}");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    Filter filter(@Nullable String state) {
        if (asksForChanges()) {
            throw alone();
        }
        return new Filter(state, number(), period(PLACED_AT));
    }

    boolean asksForChanges() {
        return request.getParameter(CHANGED) != null;
    }

    /** Since when changes of a store are asked for, with no other filter. */
    Instant changedSince() {
        Set<String> known = request.getParameterMap().keySet();
        if (known.contains("state") || known.contains(NUMBER) || known.contains(PLACED_AT)) {
            throw alone();
        }
        Period period = period(CHANGED);
        if (period.from() == null || period.to() != null) {
            throw refused(CHANGED, "it is an instant and an open end, such as 2026-11-24T10:00:00Z..");
        }
        return period.from();
    }

    private @Nullable OrderNumber number() {
        String said = request.getParameter(NUMBER);
        if (said == null) {
            return null;
        }
        String number = said.strip().toUpperCase(Locale.ROOT);
        if (!NUMBERS.matcher(number).matches()) {
            throw refused(NUMBER, "it is an order's number such as 261124-7K3M-9QXD");
        }
        return new OrderNumber(number);
    }

    private Period period(String name) {
        String text = request.getParameter(name);
        if (text == null) {
            return Period.ALWAYS;
        }
        int at = text.indexOf(BETWEEN);
        if (at < 0 || text.equals(BETWEEN)) {
            throw refused(
                    name, "it is a period such as 2026-11-24T00:00:00Z..2026-11-25T00:00:00Z, with at least one end");
        }
        Period period = new Period(end(name, text.substring(0, at)), end(name, text.substring(at + BETWEEN.length())));
        if (period.from() != null && period.to() != null && period.from().isAfter(period.to())) {
            throw refused(name, "it ends before it begins");
        }
        return period;
    }

    private static @Nullable Instant end(String name, String text) {
        if (text.isEmpty()) {
            return null;
        }
        try {
            Instant instant = Instant.parse(text);
            if (!instant.isBefore(Instant.EPOCH) && !instant.isAfter(LATEST)) {
                return instant;
            }
        } catch (DateTimeException malformed) {
            throw refused(name, "its ends are instants such as 2026-11-24T10:00:00Z");
        }
        throw refused(name, "its ends are instants between 1970 and 9999");
    }

    private static RuntimeException alone() {
        return refused(
                CHANGED, "it goes with a store and no other filter: who follows changes sees an order leave a state");
    }

    private static RuntimeException refused(String parameter, String reason) {
        return CommonProblem.INVALID_PARAMETER.with("parameter", parameter).with("reason", reason);
    }
}
