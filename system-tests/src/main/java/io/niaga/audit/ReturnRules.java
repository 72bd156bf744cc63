package io.niaga.audit;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.bson.Document;

/** An order's returns: never more units than were bought, and the money of a settled one is on its way, once. */
final class ReturnRules {
    private static final Set<String> NOTHING_CAME = Set.of("REFUSED", "CANCELLED");

    private ReturnRules() {}

    static void units(OrderCase c, Findings found) {
        Map<Long, Long> returned = new HashMap<>();
        for (Document goods : Fields.list(c.order(), "returns")) {
            if (!NOTHING_CAME.contains(Fields.text(goods, "state.code"))) {
                claims(goods, returned);
            }
        }
        c.lines()
                .forEach(line ->
                        returned.merge(Fields.number(line, "line"), -Fields.number(line, "quantity"), Long::sum));
        returned.forEach((line, over) -> found.require(
                over <= 0, Check.RETURNS, over + " units more than were bought come back of line " + line, c.id()));
    }

    /** What was asked for, until somebody looked; then what money goes back for. */
    private static void claims(Document goods, Map<Long, Long> returned) {
        boolean inspected = Fields.has(goods, "state.inspection.lines");
        String units = inspected ? "units" : "quantity";
        Fields.list(goods, inspected ? "state.inspection.lines" : "lines")
                .forEach(line -> returned.merge(Fields.number(line, "line"), Fields.number(line, units), Long::sum));
    }

    static void money(OrderCase c, Findings found) {
        for (Document goods : Fields.list(c.order(), "returns")) {
            long worth = Fields.minor(goods, "state.inspection.worth.goods")
                    + Fields.minor(goods, "state.inspection.worth.shipping");
            if (Fields.text(goods, "state.code").equals("SETTLED") && worth > 0) {
                String refund = "rfd_" + Fields.bits(Fields.text(goods, "_id"));
                long back = c.refunds().stream()
                        .filter(r -> Fields.text(r, "id").equals(refund))
                        .filter(r -> PaymentRules.BACK.contains(Fields.text(r, "state")))
                        .mapToLong(r -> Fields.number(r, "amount"))
                        .sum();
                found.same(worth, back, Check.RETURNS, "what went back", Fields.text(goods, "_id"), refund, c.id());
            }
        }
    }
}
