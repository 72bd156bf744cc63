package io.niaga.system.tour;

/** The pages of {@code docs/examples}, one for each step of the tour. */
enum TourPage {
    SIGN_IN("00-sign-in", "0. Sign in", """
            Keycloak gives the tokens. Sign-ins of the demo store, password = name: `operator` (the platform's), `admin`, `seller`,
            `warehouse`, `support`, `marketer`, `analyst`, `buyer`."""),
    IMPORT("01-import", "1. Import products", """
            One variant a line; lines with the same `product` make one product. The job is asked about until it is `DONE`: then the
            product is in the catalog, counted in stock and published; it is found within two seconds."""),
    STOCK("02-stock", "2. Count stock", """
            A physical count, by a seller too. That is all a seller changes: any other field of a product is refused by its pointer."""),
    FIND("03-find", "3. Find", """
            One item per product, its `sku` the matching variant; a facet counts what the other filters leave. `GET /v1/products` is
            the same list without words; a product's page is in the language of `Accept-Language`."""),
    CART("04-cart", "4. Fill a cart", """
            A guest's cart comes with a `Cart-Token` that later calls send; who is signed in needs none. Carts never refuse for stock,
            they list `problems`."""),
    QUOTE("05-quote", "5. Ask for a quote", """
            Prices include PPN, `tax` says how much; the cheapest option ships when none is chosen. What is quoted is what is paid."""),
    ORDER("06-order", "6. Place the order", """
            All lines are reserved or none. The same key with the same body is the same order; a guest gets an `Order-Token` too."""),
    PAY("07-pay", "7. Pay", """
            By the sandbox card: `tok_success`, or `tok_declined`, after which it may be tried again. The order is confirmed within a
            moment; its timeline says what happened."""),
    FULFILL("08-fulfill", "8. Ship it", """
            The warehouse releases, picks, packs and hands over; the sandbox carrier, played by the operator, brings it. Whoever
            knows the number may track it. With a carrier of your own the hand-over says its number too (`tracking`), and the
            warehouse tells what becomes of it: `POST /v1/fulfillments/{id}/parcels/{tracking}/events`, the same `type`s."""),
    AFTER("09-after", "9. What follows", """
            Points for the buyer, the order's mails for support, the sales for the analyst, the books for the operator."""),
    CHANGE_OF_MIND("10-change-of-mind", "10. Change of mind", """
            Until picking starts an order can be cancelled: the stock comes back, and so does the money.""");

    private final String file;
    private final String title;
    private final String text;

    TourPage(String file, String title, String text) {
        this.file = file + ".md";
        this.title = title;
        this.text = text;
    }

    String file() {
        return file;
    }

    String title() {
        return title;
    }

    /** What stands above the calls. */
    String beginning() {
        return "# " + title + "\n\n" + text + "\n";
    }
}
