package io.niaga.benchmarks;

import static io.niaga.benchmarks.Shop.STORE;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** What buyers do: the five profiles of the quality goals, through the gateway. */
final class Profiles {
    private static final String ADDRESS = """
            {"recipient":"Budi Santoso","phone":"+6281234567890","lines":["Jl. Merdeka 1"],\
            "villageCode":"31.71.01.1001","postalCode":"10110","country":"ID"}""";
    private final Assortment assortment;
    private final List<String> products;

    Profiles(Assortment assortment, List<String> products) {
        this.assortment = assortment;
        this.products = products;
    }

    List<Profile> all() {
        return List.of(
                new Profile("list", "20 products of the shop's list", 1.8, 200, this::list),
                new Profile("page", "a product page", 1.1, 400, this::page),
                new Profile("search", "two words with three facets", 1.0, 400, this::search),
                new Profile("cart", "a cart: open, two adds, read", 5, 60, (web, number) -> cart(web, number)),
                new Profile(
                        "checkout", "cart with two lines → quote → order → paid → CONFIRMED", 15, 20, this::checkout));
    }

    private void list(Web web, long number) {
        web.get("/v1/products?limit=20&store=" + STORE + "&filter.price=" + price(number))
                .expect(200);
    }

    private void page(Web web, long number) {
        int at = (int) (number * 7919 % products.size());
        web.get("/v1/products/" + products.get(at)).expect(200);
    }

    private void search(Web web, long number) {
        String words = Web.encoded(assortment.words((int) (number % 108)));
        web.get("/v1/search?limit=20&facets=colour,size,brand&store=" + STORE + "&q=" + words + "&filter.price="
                        + price(number))
                .expect(200);
    }

    /** Another one each time, so that no answer is given from memory. */
    private static String price(long number) {
        return 20_000 + number * 7919 % 450_000 + "..";
    }

    private record OpenCart(String id, String token) {}

    private OpenCart cart(Web web, long number) {
        OpenCart cart = filled(web, number, 2);
        web.get("/v1/carts/" + cart.id(), "Cart-Token", cart.token()).expect(200);
        return cart;
    }

    private OpenCart filled(Web web, long number, int lines) {
        Web.Answer opened =
                web.post("/v1/carts", "{\"storeId\":\"" + STORE + "\"}").expect(201);
        OpenCart cart = new OpenCart(opened.json().path("id").asString(), opened.header("Cart-Token"));
        for (int line = 0; line < lines; line++) {
            int product = (int) ((number * 31 + line * 17L) % assortment.products());
            web.put(
                            "/v1/carts/" + cart.id() + "/items/" + assortment.sku(product, line),
                            "{\"quantity\":1}",
                            "Cart-Token",
                            cart.token())
                    .expect(200);
        }
        return cart;
    }

    private void checkout(Web web, long number) throws InterruptedException {
        checkout(web, number, new Steps.Watch());
    }

    void checkout(Web web, long number, Steps.Watch watch) throws InterruptedException {
        Placed order = place(web, number, watch);
        pay(web, order);
        watch.done(Steps.PAYMENT);
        awaitConfirmed(web, order, 40);
        watch.done(Steps.CONFIRMATION);
    }

    /** An order that waits for its money, the payment it waits for, and the guest's key to both. */
    record Placed(String id, String payment, String key) {}

    /** A cart with two lines, its quote, its order. */
    Placed place(Web web, long number, Steps.Watch watch) {
        OpenCart cart = cart(web, number);
        watch.done(Steps.CART);
        return place(web, cart, "VIRTUAL_ACCOUNT", watch);
    }

    /** One line, paid on delivery, nobody waits: stands for the many orders that a store has had before. */
    void placeSimply(Web web, long number) {
        place(web, filled(web, number, 1), "COD", new Steps.Watch());
    }

    private Placed place(Web web, OpenCart cart, String method, Steps.Watch watch) {
        String quote = web.post(
                        "/v1/quotes",
                        "{\"cartId\":\"" + cart.id() + "\",\"shippingAddress\":" + ADDRESS + "}",
                        "Cart-Token",
                        cart.token())
                .expect(201)
                .json()
                .path("id")
                .asString();
        watch.done(Steps.QUOTE);
        Web.Answer placed = web.post(
                        "/v1/orders",
                        "{\"quoteId\":\"" + quote + "\",\"paymentMethod\":\"" + method + "\","
                                + "\"contact\":{\"email\":\"budi@example.com\",\"phone\":\"+6281234567890\"}}",
                        "Cart-Token",
                        cart.token(),
                        "Idempotency-Key",
                        quote)
                .expect(201);
        watch.done(Steps.ORDER);
        JsonNode order = placed.json();
        return new Placed(
                order.path("id").asString(), order.path("payment").path("id").asString(), placed.header("Order-Token"));
    }

    /** The sandbox provider tells of the money; it is noted when this returns. */
    static void pay(Web web, Placed order) {
        web.post(
                        "/v1/sandbox/payments/" + order.payment() + "/events",
                        "{\"type\":\"PAID\"}",
                        "Order-Token",
                        order.key())
                .expect(202);
    }

    /** Asks every so many milliseconds; a shop's page that waits does so every 40. */
    static void awaitConfirmed(Web web, Placed order, int every) throws InterruptedException {
        long deadline = System.nanoTime() + 30_000_000_000L;
        while (true) {
            Thread.sleep(every);
            String state = web.get("/v1/orders/" + order.id(), "Order-Token", order.key())
                    .expect(200)
                    .json()
                    .path("state")
                    .asString();
            if (state.equals("CONFIRMED")) {
                return;
            }
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(order.id() + " is still " + state);
            }
        }
    }
}
