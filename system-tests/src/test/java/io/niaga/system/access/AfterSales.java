package io.niaga.system.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.testsupport.Answer;
import io.niaga.testsupport.Api;
import io.niaga.testsupport.Eventually;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** What the rows about returns and refunds are about: orders that arrived, and what comes back of them. */
final class AfterSales {
    /** An order has at most fifty returns, and callers make some of each kind. */
    private static final int UNITS = 60;

    private static final Duration LONG = Duration.ofSeconds(40);

    private final World world;
    private final String sku;
    private final Parcels parcels;

    AfterSales(World world, String sku) {
        this.world = world;
        this.sku = sku;
        this.parcels = new Parcels(world);
    }

    /** An order and its payment. */
    private record Sold(String order, String payment) {}

    void addTo(Map<String, Supplier<String>> makers) {
        makers.put("buyer-delivered", () -> sold(UNITS).order());
        makers.put("other-guest-delivered", () -> {
            String order = world.value("other-guest-order");
            parcels.delivered(order, sku, World.OTHER_GUESTS_UNITS);
            return order;
        });
        makers.put("returned", () -> sold(UNITS).order());
        makers.put("other-guest-return", () -> requested("other-guest", world.value("other-guest-delivered")));
        for (String reason : List.of("approve", "refuse", "cancel")) {
            makers.put("return-to-" + reason, () -> requested("buyer", world.value("returned")));
        }
        makers.put("return-to-receive", () -> said(requested("buyer", world.value("returned")), "approval"));
        makers.put("return-to-inspect", () -> arrived(world.value("returned")));
        makers.put("return-to-settle", this::stuck);
        makers.put("refund", () -> granted(sold(1).payment(), "1.00"));
    }

    /** To the buyer, paid by card, and delivered. */
    private Sold sold(int units) {
        Answer placed = new Shopper(world.as("buyer")).bought(sku, units, "CARD");
        Sold sold = new Sold(placed.text("/id"), placed.text("/payment/id"));
        world.as("buyer")
                .post("/v1/payments/" + sold.payment() + "/confirmation", Map.of("token", "tok_success"))
                .expect(200);
        parcels.delivered(sold.order(), sku, units);
        return sold;
    }

    /** A return of one unit. */
    private String requested(String actor, String order) {
        Map<String, Object> line = Map.of("sku", sku, "quantity", 1, "reason", "CHANGED_MIND");
        return world.as(actor)
                .once(World.word())
                .post("/v1/returns", Map.of("orderId", order, "lines", List.of(line)))
                .expect(201)
                .text("/id");
    }

    private String said(String goods, String word) {
        world.as("operator").post("/v1/returns/" + goods + "/" + word).expect(200);
        return goods;
    }

    private String arrived(String order) {
        return said(said(requested("buyer", order), "approval"), "receipt");
    }

    /** A return that waits for a person: the store has sent back so much already that its worth is not left. */
    private String stuck() {
        Sold sold = sold(1);
        granted(sold.payment(), "9500.00");
        String goods = arrived(sold.order());
        Map<String, Object> found = Map.of("sku", sku, "resellable", 1, "damaged", 0, "missing", 0);
        Api operator = world.as("operator");
        operator.post("/v1/returns/" + goods + "/inspection", Map.of("lines", List.of(found)));
        Eventually.eventually(
                LONG,
                () -> assertThat(operator.get("/v1/returns/" + goods).text("/attention/reason"))
                        .isEqualTo("REFUND_EXCEEDS_CAPTURE"));
        return goods;
    }

    private String granted(String payment, String amount) {
        Map<String, String> money = Map.of("amount", amount, "currency", "IDR");
        Api operator = world.as("operator");
        String refund = operator.once(World.word())
                .post("/v1/refunds", Map.of("paymentId", payment, "amount", money, "reason", "GOODWILL"))
                .expect(201)
                .text("/id");
        Eventually.eventually(
                LONG,
                () -> assertThat(operator.get("/v1/refunds/" + refund).text("/state"))
                        .isEqualTo("SUCCEEDED"));
        return refund;
    }
}
