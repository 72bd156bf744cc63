package io.niaga.system.tour;

import static io.niaga.system.shop.Amounts.minor;
import static io.niaga.system.shop.Amounts.taxWithin;
import static io.niaga.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.system.harness.SystemIT;
import io.niaga.system.harness.SystemStack;
import io.niaga.system.shop.Shop;
import io.niaga.testsupport.Answer;
import io.niaga.testsupport.Api;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** The tour from the cart to the last mail, word for word; early in a run, so that what it shows is always the same. */
@SystemIT
@Order(2)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FirstPurchaseIT {
    private static final String STORE = SystemStack.STORE;
    private static final String SKU = "KMJ-PRG-CKL-M";
    private static final long PRICE = 24_900_000;
    private static final long ITEMS = 2 * PRICE;
    private static final long SHIPPING = 900_000;

    private final SystemStack stack;
    private final Shop shop;
    private final Examples examples = new Examples();
    private final Books books;
    private Books.State before = Books.EMPTY;
    private String product = "";
    private String cart = "";
    private String quote = "";
    private String order = "";
    private String payment = "";
    private long pending;
    private long active;

    FirstPurchaseIT(SystemStack stack) {
        this.stack = stack;
        this.shop = new Shop(stack);
        this.books = new Books(stack);
    }

    @BeforeAll
    void the_shirts_are_there() {
        shop.importProducts("application/x-ndjson", "", TourFiles.SHIRTS);
        shop.count(SKU, 25);
        product = stack.api()
                .get("/v1/products/by-slug/kemeja-parang")
                .expect(200)
                .text("/id");
        before = books.settled();
        Answer member = stack.as("buyer").get("/v1/members/me").expect(200);
        pending = member.json("/points/pending").asLong();
        active = member.json("/points/active").asLong();
    }

    @AfterAll
    void what_was_shown_is_what_docs_examples_say() {
        examples.check();
    }

    @Test
    @Order(4)
    void a_cart_holds_it() {
        Answer guests = examples.on(TourPage.CART, "", stack.api())
                .post("/v1/carts", "{}")
                .expect(201);
        assertThat(guests.header("Cart-Token")).isPresent();
        Shown buyer = examples.on(TourPage.CART, "buyer", stack.as("buyer"));
        Answer made = buyer.post("/v1/carts", "{\"storeId\":\"" + STORE + "\"}").expect(201);
        cart = made.text("/id");
        assertThat(made.header("Cart-Token")).isEmpty();
        assertThat(made.text("/currency")).isEqualTo("IDR");
        assertThat(made.json("/items")).isEmpty();
        Answer filled = buyer.put("/v1/carts/" + cart + "/items/" + SKU, "{\"quantity\":2}")
                .expect(200);
        assertThat(filled.text("/items/0/productId")).isEqualTo(product);
        assertThat(minor(filled, "/items/0/unitPrice")).isEqualTo(PRICE);
        assertThat(minor(filled, "/items/0/total")).isEqualTo(ITEMS);
        assertThat(minor(filled, "/total")).isEqualTo(ITEMS);
        assertThat(filled.json("/problems")).isEmpty();
        Api calls = stack.as("buyer");
        calls.put("/v1/carts/" + cart + "/items/NOBODY-SELLS-THIS", "{\"quantity\":1}")
                .expectProblem(404, "SKU_UNKNOWN");
        String other = "/v1/carts/" + cart + "/items/KMJ-PRG-CKL-L";
        assertThat(calls.put(other, "{\"quantity\":99}").expect(200).text("/problems/0/code"))
                .isEqualTo("LOW_STOCK");
        assertThat(calls.put(other, "{\"quantity\":0}").expect(200).json("/items"))
                .hasSize(1);
        stack.api().get("/v1/carts/" + cart).expectProblem(404, "CART_UNKNOWN");
        assertThat(shop.stock(SKU).available()).isEqualTo(25);
    }

    @Test
    @Order(5)
    void a_quote_fixes_what_it_costs() {
        Answer made = examples.on(TourPage.QUOTE, "buyer", stack.as("buyer"))
                .post("/v1/quotes", TourFiles.QUOTE.formatted(cart, 0))
                .expect(201);
        quote = made.text("/id");
        assertThat(Duration.between(Instant.now(), Instant.parse(made.text("/validUntil"))))
                .isBetween(Duration.ofMinutes(14), Duration.ofMinutes(15));
        assertThat(made.json("/taxIncluded").asBoolean()).isTrue();
        assertThat(minor(made, "/items/0/total")).isEqualTo(ITEMS);
        assertThat(minor(made, "/items/0/tax")).isEqualTo(taxWithin(ITEMS)).isEqualTo(4_935_135);
        assertThat(minor(made, "/totals/items")).isEqualTo(ITEMS);
        assertThat(minor(made, "/totals/discount")).isZero();
        assertThat(minor(made, "/totals/shipping")).isEqualTo(SHIPPING);
        assertThat(minor(made, "/totals/tax")).isEqualTo(taxWithin(ITEMS) + taxWithin(SHIPPING));
        assertThat(minor(made, "/totals/total")).isEqualTo(ITEMS + SHIPPING);
        List<Long> options = made.json("/shippingOptions")
                .valueStream()
                .map(option -> minor(option.path("price")))
                .toList();
        assertThat(options).hasSize(2).contains(SHIPPING);
        assertThat(SHIPPING).isEqualTo(options.stream().min(Long::compare).orElseThrow());
        assertThat(Instant.parse(made.text("/shippingOptions/0/promisedBy"))).isAfter(Instant.now());
    }

    @Test
    @Order(6)
    void an_order_takes_the_stock_once() {
        examples.on(TourPage.ORDER, "", stack.api())
                .get("/v1/payment-methods?store=" + STORE)
                .expect(200);
        Shown buyer =
                examples.on(TourPage.ORDER, "buyer", stack.as("buyer")).with("Idempotency-Key", "\"first-order\"");
        String body = TourFiles.ORDER.formatted(quote, "CARD");
        Answer placed = buyer.post("/v1/orders", body).expect(201);
        order = placed.text("/id");
        payment = placed.text("/payment/id");
        assertThat(placed.text("/state")).isEqualTo("AWAITING_PAYMENT");
        assertThat(placed.text("/payment/nextAction/type")).isEqualTo("CONFIRM");
        assertThat(placed.header("Order-Token")).isEmpty();
        assertThat(minor(placed, "/totals/total")).isEqualTo(ITEMS + SHIPPING);
        assertThat(shop.stock(SKU)).isEqualTo(new Shop.Stock(25, 2, 23));
        Api again = stack.as("buyer").with("Idempotency-Key", "\"first-order\"");
        Answer replayed = again.post("/v1/orders", body).expect(201);
        assertThat(replayed.text("/id")).isEqualTo(order);
        assertThat(replayed.header("Idempotency-Replayed")).contains("true");
        again.post("/v1/orders", TourFiles.ORDER.formatted(quote, "COD")).expectProblem(422, "IDEMPOTENCY_KEY_REUSED");
        stack.as("buyer").post("/v1/orders", body).expectProblem(400, "IDEMPOTENCY_KEY_REQUIRED");
        stack.as("buyer").once("second-order").post("/v1/orders", body).expectProblem(409, "QUOTE_ALREADY_USED");
        stack.as("admin")
                .put("/v1/stock/" + SKU + "?store=" + STORE, "{\"onHand\":1,\"reason\":\"COUNT\"}")
                .expectProblem(409, "STOCK_BELOW_RESERVED");
        assertThat(shop.stock(SKU)).isEqualTo(new Shop.Stock(25, 2, 23));
    }

    @Test
    @Order(7)
    void paid_it_is_confirmed() {
        String confirmation = "/v1/payments/" + payment + "/confirmation";
        Shown buyer = examples.on(TourPage.PAY, "buyer", stack.as("buyer"));
        Answer declined =
                buyer.post(confirmation, "{\"token\":\"tok_declined\"}").expect(200);
        assertThat(declined.text("/state")).isEqualTo("FAILED");
        assertThat(stack.as("buyer").get("/v1/orders/" + order).text("/state")).isEqualTo("AWAITING_PAYMENT");
        Answer captured =
                buyer.post(confirmation, "{\"token\":\"tok_success\"}").expect(200);
        assertThat(captured.text("/state")).isEqualTo("CAPTURED");
        assertThat(minor(captured, "/amount")).isEqualTo(ITEMS + SHIPPING);
        awaitOrder("CONFIRMED");
        eventually(() -> assertThat(Found.orders(stack.as("buyer").get("/v1/orders")))
                .first()
                .isEqualTo(order + " CONFIRMED"));
        eventually(() -> assertThat(Found.orders(stack.as("support").get("/v1/orders?store=" + STORE)))
                .first()
                .isEqualTo(order + " CONFIRMED"));
        Answer timeline = buyer.get("/v1/orders/" + order + "/timeline").expect(200);
        assertThat(Found.types(timeline)).containsExactly("PLACED", "PAYMENT_FAILED", "PAID", "CONFIRMED");
        stack.api().get("/v1/orders/" + order).expectProblem(404, "ORDER_UNKNOWN");
        stack.api().get("/v1/payments/" + payment).expectProblem(404, "NOT_FOUND");
        assertThat(shop.stock(SKU)).isEqualTo(new Shop.Stock(25, 2, 23));
        eventually(() -> assertThat(stack.as("buyer")
                        .get("/v1/members/me")
                        .json("/points/pending")
                        .asLong())
                .isEqualTo(pending + 498));
    }

    @Test
    @Order(8)
    void the_warehouse_ships_it() {
        String fulfillment = shop.fulfillment(order);
        Shown warehouse = examples.on(TourPage.FULFILL, "warehouse", stack.as("warehouse"));
        String path = "/v1/fulfillments/" + fulfillment;
        assertThat(warehouse.get("/v1/fulfillments?orderId=" + order).text("/items/0/state"))
                .isEqualTo("SOURCED");
        stack.as("warehouse").post(path + "/packing", "{\"weightGrams\":450}").expectProblem(409, "FULFILLMENT_STATE");
        stack.as("buyer").post(path + "/release").expectProblem(403, "FORBIDDEN");
        assertThat(warehouse.post(path + "/release", "").expect(200).text("/state"))
                .isEqualTo("RELEASED");
        String lines = "{\"lines\":[{\"sku\":\"" + SKU + "\",\"quantity\":2}]}";
        assertThat(warehouse.post(path + "/picking", lines).expect(200).text("/state"))
                .isEqualTo("PICKED");
        awaitOrder("IN_FULFILLMENT");
        cancellation(stack.as("buyer")).expectProblem(409, "ORDER_NOT_CANCELLABLE");
        warehouse.post(path + "/packing", "{\"weightGrams\":450}").expect(200);
        Answer handedOver = warehouse
                .post(path + "/handover", "{\"carrier\":\"sandbox\",\"service\":\"REG\"}")
                .expect(200);
        String tracking = handedOver.text("/parcels/0/tracking");
        assertThat(shop.stock(SKU)).isEqualTo(new Shop.Stock(23, 0, 23));
        Shown operator = examples.on(TourPage.FULFILL, "operator", stack.as("operator"));
        String events = "/v1/sandbox/parcels/" + tracking + "/events";
        stack.as("buyer").post(events, "{\"type\":\"DELIVERED\"}").expectProblem(403, "FORBIDDEN");
        stack.as("operator").post(events, "{\"type\":\"IN_TRANSIT\"}").expect(202);
        stack.as("operator").post(events, "{\"type\":\"OUT_FOR_DELIVERY\"}").expect(202);
        operator.post(events, "{\"type\":\"DELIVERED\"}").expect(202);
        eventually(() -> assertThat(stack.api().get("/v1/tracking/" + tracking).text("/state"))
                .isEqualTo("DELIVERED"));
        Answer tracked = examples.on(TourPage.FULFILL, "", stack.api()).get("/v1/tracking/" + tracking);
        assertThat(tracked.json("/events")
                        .valueStream()
                        .map(event -> event.path("state").asString()))
                .containsExactly("PRE_TRANSIT", "IN_TRANSIT", "OUT_FOR_DELIVERY", "DELIVERED");
        awaitOrder("COMPLETED");
        assertThat(Found.types(stack.as("buyer").get("/v1/orders/" + order + "/timeline")))
                .containsSubsequence(
                        "CONFIRMED", "RELEASED", "PICKING_STARTED", "PICKED", "PACKED", "HANDED_OVER", "COMPLETED");
    }

    @Test
    @Order(9)
    void points_mails_sales_and_books_follow_within_ten_seconds() {
        Shown buyer = examples.on(TourPage.AFTER, "buyer", stack.as("buyer"));
        eventually(() -> assertThat(stack.as("buyer")
                        .get("/v1/members/me")
                        .json("/points/active")
                        .asLong())
                .isEqualTo(active + 498));
        assertThat(buyer.get("/v1/members/me").json("/points/pending").asLong()).isEqualTo(pending);
        Answer ledger = buyer.get("/v1/members/me/ledger").expect(200);
        assertThat(ledger.json("/items")
                        .valueStream()
                        .filter(entry -> entry.path("orderId").asString().equals(order))
                        .map(entry -> entry.path("type").asString() + " "
                                + entry.path("points").asLong()))
                .contains("EARNED 498");
        String letters = "/v1/notifications?orderId=" + order;
        eventually(() -> assertThat(stack.as("support")
                        .get(letters)
                        .json("/items")
                        .valueStream()
                        .map(mail -> mail.path("type").asString() + " "
                                + mail.path("state").asString() + " "
                                + mail.path("reason").asString()))
                .containsExactlyInAnyOrder(
                        "ORDER_PLACED SUPPRESSED NO_TRANSPORT",
                        "ORDER_CONFIRMED SUPPRESSED NO_TRANSPORT",
                        "ORDER_SHIPPED SUPPRESSED NO_TRANSPORT",
                        "ORDER_COMPLETED SUPPRESSED NO_TRANSPORT"));
        Answer mails =
                examples.on(TourPage.AFTER, "support", stack.as("support")).get(letters);
        assertThat(mails.json("/items")
                        .valueStream()
                        .map(mail -> mail.path("recipient").asString()))
                .containsOnly("b***@example.com");
        long tax = taxWithin(ITEMS) + taxWithin(SHIPPING);
        Books.State sold = new Books.State(1, 2, ITEMS, tax, SHIPPING, 0, ITEMS, ITEMS + SHIPPING);
        eventually(() -> assertThat(books.now().minus(before)).isEqualTo(sold));
        Shown analyst = examples.on(TourPage.AFTER, "analyst", stack.as("analyst"));
        Answer report = analyst.get(Books.reportPath()).expect(200);
        Answer csv = analyst.with("Accept", "text/csv").get(Books.reportPath()).expect(200);
        assertThat(csv.body().lines()).hasSize(report.json("/rows").size() + 1);
        assertThat(csv.body()).startsWith("day,currency,orders,units,gross,discount,tax,shipping,refunds,net");
        examples.on(TourPage.AFTER, "operator", stack.as("operator"))
                .get("/v1/ledger/trial-balance?currency=IDR")
                .expect(200);
        stack.as("buyer").get(Books.reportPath()).expectProblem(403, "FORBIDDEN");
        stack.as("admin").get("/v1/ledger/trial-balance?currency=IDR").expectProblem(403, "FORBIDDEN");
    }

    private Answer cancellation(Api person) {
        return person.post("/v1/orders/" + order + "/cancellation", "{\"reason\":\"CHANGED_MIND\"}");
    }

    private void awaitOrder(String state) {
        eventually(() -> assertThat(stack.as("buyer").get("/v1/orders/" + order).text("/state"))
                .isEqualTo(state));
    }
}
