package io.niaga.system.proofs;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.regex;
import static io.niaga.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import io.niaga.events.Topics;
import io.niaga.system.harness.SystemStack;
import io.niaga.system.shop.Purchase;
import io.niaga.system.shop.Shop;
import io.niaga.testsupport.Answer;
import io.niaga.testsupport.Told;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.bson.Document;

/** What must agree about some goods and orders once things have settled, read from every service that has a part in it. */
final class Books {
    private static final Duration SETTLED = Duration.ofSeconds(60);
    private final SystemStack stack;

    Books(SystemStack stack) {
        this.stack = stack;
    }

    /** Waits until buyers of it are in the middle: units are being taken for them, or are taken and not paid yet. */
    void beingBought(String sku) {
        eventually(
                SETTLED,
                () -> assertThat(fulfillment("reservations")
                                .countDocuments(and(regex("lines.stock", key(sku)), in("state", "PENDING", "HELD"))))
                        .as("purchases of %s under way", sku)
                        .isPositive());
    }

    /** On the shelf {@code onHand}, of which orders have {@code reserved}; no operation in flight, no hold without an order. */
    void shelf(String sku, long onHand, long reserved) {
        Shop.Stock expected = new Shop.Stock(onHand, reserved, onHand - reserved);
        eventually(SETTLED, () -> {
            assertThat(new Shop(stack).stock(sku)).isEqualTo(expected);
            for (Document row : rows(sku)) {
                assertThat(row.getList("ops", Document.class, List.of()))
                        .as("%s", row)
                        .isEmpty();
            }
            assertThat(reservedUnits(sku)).isEqualTo(reserved);
            assertThat(movements(sku)).as("fold of movements of %s", sku).isEqualTo(onHand);
        });
    }

    /** Told in order and (but for repetitions) once: these and no other. */
    void told(Purchase purchase, String... types) {
        eventually(SETTLED, () -> {
            List<String> told = new ArrayList<>();
            long highest = 0;
            for (Told event : stack.told(Topics.ORDER, purchase.id())) {
                // A repetition brings nothing new; a new event never comes after a later one.
                if (event.sequence() > highest) {
                    highest = event.sequence();
                    told.add(event.type());
                }
            }
            assertThat(told).as("%s", purchase.id()).containsExactly(types);
        });
    }

    /** Captured once, and if it was cancelled sent back once; the ledger says the same. */
    void money(Purchase purchase, String state) {
        eventually(SETTLED, () -> {
            assertThat(purchase.payment().text("/state")).isEqualTo(state);
            assertThat(postings(purchase.paymentId() + "/capture")).isEqualTo(state.equals("CANCELLED") ? 0 : 1);
            assertThat(refundPostings(purchase)).isEqualTo(state.equals("REFUNDED") ? 1 : 0);
        });
        balanced();
    }

    /** Debits equal credits, as soon as payment-service is there to say so: it may have died of its last step. */
    void balanced() {
        Answer trial = Patience.answered(() -> stack.as("operator").get("/v1/ledger/trial-balance?currency=IDR"))
                .expect(200);
        assertThat(trial.json("/balanced").asBoolean()).as("%s", trial).isTrue();
    }

    private long postings(String key) {
        return stack.database("payment-service").getCollection("ledger").countDocuments(eq("_id", key));
    }

    private long refundPostings(Purchase purchase) {
        return stack.database("payment-service")
                .getCollection("ledger")
                .countDocuments(and(eq("orderId", purchase.id()), eq("kind", "REFUND")));
    }

    private List<Document> rows(String sku) {
        return fulfillment("stock").find(regex("_id", key(sku))).into(new ArrayList<>());
    }

    private long reservedUnits(String sku) {
        long units = 0;
        for (Document reservation : fulfillment("reservations")
                .find(and(
                        regex("lines.stock", key(sku)),
                        in("state", "PENDING", "HELD", "COMMITTED", "PICKING", "CONSUMING", "RELEASING")))) {
            for (Document line : reservation.getList("lines", Document.class)) {
                if (line.getString("stock").matches(key(sku) + ".*")) {
                    units += ((Number) line.get("quantity")).longValue();
                }
            }
        }
        return units;
    }

    private long movements(String sku) {
        long sum = 0;
        for (Document movement : fulfillment("movements").find(eq("sku", sku))) {
            sum += movement.getInteger("onHandAfter") - movement.getInteger("onHandBefore");
        }
        return sum;
    }

    private MongoCollection<Document> fulfillment(String collection) {
        return stack.database("fulfillment-service").getCollection(collection);
    }

    private static String key(String sku) {
        return "^" + SystemStack.STORE + "/" + Pattern.quote(sku) + "/";
    }
}
