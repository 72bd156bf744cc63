package io.niaga.audit;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What an order's events say of its sale; the sales projection is rebuilt from it. */
final class SoldOnTopic {
    /** A confirmed order in numbers, amounts as {@code 149900.00 IDR}. */
    record Sale(String at, long units, String items, String discount, String tax, String shipping, String total) {}

    /** Money that went back. */
    record Back(String refundId, String amount) {}

    private @Nullable Sale sale;
    private boolean cancelled;
    private final List<Back> backs = new ArrayList<>(0);

    /** The first confirmation counts. */
    void confirmed(JsonNode order) {
        String at = order.path("confirmedAt").asString("");
        if (sale != null && sale.at().compareTo(at) <= 0) {
            return;
        }
        JsonNode totals = order.path("totals");
        long units = 0;
        for (JsonNode line : order.path("lines")) {
            units += line.path("quantity").asLong();
        }
        sale = new Sale(
                at,
                units,
                money(totals.path("items")),
                money(totals.path("discount")),
                money(totals.path("tax")),
                money(totals.path("shipping")),
                money(totals.path("total")));
    }

    void cancelled(JsonNode order) {
        cancelled = cancelled || order.path("fromState").asString().equals("CONFIRMED");
    }

    /** What never arrived was confirmed before. */
    void failed() {
        cancelled = true;
    }

    void refunded(JsonNode refund) {
        Back back = new Back(refund.path("refundId").asString(), money(refund.path("amount")));
        if (!backs.contains(back)) {
            backs.add(back);
        }
    }

    static String money(JsonNode amount) {
        return amount.path("amount").asString() + " " + amount.path("currency").asString();
    }

    @Nullable
    Sale sale() {
        return sale;
    }

    boolean isCancelled() {
        return cancelled;
    }

    List<Back> backs() {
        return List.copyOf(backs);
    }
}
