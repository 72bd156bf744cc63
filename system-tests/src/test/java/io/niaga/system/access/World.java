package io.niaga.system.access;

import io.niaga.system.harness.SystemStack;
import io.niaga.testsupport.Answer;
import io.niaga.testsupport.Api;
import io.niaga.types.TypeId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Real resources that the table's rows are about, and everybody who may or may not reach them. */
final class World {
    /** The other guest buys, and so can send back, so many. */
    static final int OTHER_GUESTS_UNITS = 10;

    private static @Nullable World shared;

    final Site site;
    final Actors actors;
    final Imports imports = new Imports(this);
    private final People people;
    private final Keycloak keycloak;
    private final Original original;
    private final Map<String, String> known = new HashMap<>();
    private final Map<String, Supplier<String>> makers = new HashMap<>();

    /** The one of this test run: it takes some seconds to make. */
    static synchronized World shared() {
        if (shared == null) {
            shared = new World(new Site(SystemStack.running()));
        }
        return shared;
    }

    private World(Site site) {
        this.site = site;
        this.actors = new Actors(site);
        this.keycloak = new Keycloak(site);
        this.people = new People(this);
        people();
        catalog();
        shopping();
        warehouse();
        rest();
        original = new Original(
                this,
                List.of(
                        "/v1/stores/" + Site.STORE,
                        "/v1/stores/" + Site.STORE + "/shipping-table",
                        "/v1/warehouses/" + one("warehouse")));
    }

    /** What the table's rows change of the demo store is as it was: others test there too. */
    void restore() {
        original.restore();
        known.remove("api-client");
    }

    Keycloak keycloak() {
        return keycloak;
    }

    Api as(String actor) {
        return actors.of(actor);
    }

    /** What a word in braces stands for; {@code new.x} is made at each call, {@code x} once. */
    String value(String name) {
        return switch (name) {
            case "word" -> word();
            case "WORD" -> word().toUpperCase(java.util.Locale.ROOT);
            case "mail" -> Traces.MAIL;
            case "phone" -> Traces.PHONE;
            case "street" -> Traces.STREET;
            case "password" -> Traces.PASSWORD;
            default -> name.startsWith("new.") ? maker(name.substring(4)).get() : one(name);
        };
    }

    private String one(String name) {
        String value = known.get(name);
        if (value == null) {
            value = maker(name).get();
            known.put(name, value);
        }
        return value;
    }

    private Supplier<String> maker(String name) {
        return java.util.Objects.requireNonNull(makers.get(name), () -> "access.yml speaks of an unknown " + name);
    }

    static String word() {
        return "w" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
    }

    private void people() {
        Map<String, String> demo = Map.of(
                "seller", "seller",
                "warehouse", "warehouse",
                "support", "support",
                "marketer", "marketer",
                "analyst", "analyst",
                "administrator", "admin",
                "operator", "operator");
        demo.forEach((actor, name) -> actors.signsIn(actor, () -> keycloak.person(name, name)));
        actors.signsIn(
                "service", () -> keycloak.client("order-service", site.secret("NIAGA_CLIENT_SECRET_ORDER_SERVICE")));
        Keycloak.Client partner = keycloak.newPartner(Site.STORE, "orders:read", "stock:write", "prices:write");
        actors.signsIn("partner", () -> keycloak.client(partner.id(), partner.secret()));
        Keycloak.Client shortLived =
                keycloak.newClient(word(), word(), Map.of("access.token.lifespan", "1"), "basic", "niaga-api");
        keycloak.grant(shortLived.account(), "operator");
        actors.signsIn(Actors.EXPIRED, () -> keycloak.client(shortLived.id(), shortLived.secret()));
        actors.token(Actors.EXPIRED);
        People.Person buyer = people.register();
        actors.signsIn("buyer", buyer::token);
        People.Person other = people.register();
        actors.signsIn("other-buyer", other::token);
        People.Person elsewhere = people.register();
        known.put("store-b", people.newStore());
        as("operator")
                .put(
                        "/v1/stores/" + one("store-b") + "/members/" + elsewhere.id(),
                        Map.of("roles", List.of("administrator")))
                .expect(200);
        actors.signsIn("elsewhere", elsewhere::token);
        makers.put("store", () -> Site.STORE);
        makers.put("store-id", () -> new TypeId("sto", UUID.randomUUID()).toString());
        makers.put("member", () -> people.appointed(Site.STORE, "marketer"));
        makers.put("person-mail", () -> people.proven().mail());
        makers.put("buyer-member", () -> as("buyer").get("/v1/members/me").text("/id"));
        makers.put("buyer-address", () -> {
            Map<String, Object> address = new HashMap<>(Shopper.ADDRESS);
            Answer answer = as("buyer").post("/v1/me/addresses", address).expect(201);
            return answer.location().substring(answer.location().lastIndexOf('/') + 1);
        });
    }

    private void catalog() {
        makers.put("category", () -> made("categories", "Kategori"));
        makers.put("parent-category", () -> made("categories", "Kategori"));
        String sku = word();
        known.put("sku", sku);
        known.put("product", imports.product(sku));
        makers.put(
                "slug",
                () -> as("operator").get("/v1/products/" + one("product")).text("/slug"));
        makers.put("product-b", () -> imports.product(word()));
        // Of its own: what it costs changes, and others are bought for what they cost.
        makers.put("priced", () -> {
            String priced = word();
            imports.product(priced);
            return priced;
        });
        makers.put("draft", () -> made("products", "Barang"));
        makers.put("edited", () -> made("products", "Barang"));
        makers.put("import", () -> imports.job(word()));
    }

    /** Something of the store's that needs no more than a name. */
    private String made(String kind, String name) {
        return as("operator")
                .once(word())
                .post("/v1/" + kind + "?store=" + Site.STORE, Map.of("name", Map.of("id", name + " " + word())))
                .expect(201)
                .text("/id");
    }

    private void shopping() {
        Shopper guest = new Shopper(site.gateway());
        Answer guestOrder = guest.bought(one("sku"), "CARD");
        known.put("guest-order", guestOrder.text("/id"));
        known.put("guest-payment", guestOrder.text("/payment/id"));
        String guestCart = guest.filledCart(one("sku"), 1);
        known.put("guest-cart", guestCart);
        known.put("guest-quote", guest.quote(guestCart));
        actors.isGuest(Actors.GUEST, guest);
        Shopper otherGuest = new Shopper(site.gateway());
        Answer othersOrder = otherGuest.bought(one("sku"), OTHER_GUESTS_UNITS, "COD");
        known.put("other-guest-order", othersOrder.text("/id"));
        otherGuest.filledCart(one("sku"), 1);
        actors.isGuest(Actors.OTHER_GUEST, otherGuest);
        Answer buyerOrder = new Shopper(as("buyer")).bought(one("sku"), "CARD");
        known.put("buyer-order", buyerOrder.text("/id"));
        known.put("buyer-payment", buyerOrder.text("/payment/id"));
        makers.put("collected-token", this::collected);
        makers.put("collected", () -> {
            one("collected-token");
            return java.util.Objects.requireNonNull(known.get("collected"));
        });
        makers.put("buyer-cart", () -> new Shopper(as("buyer")).filledCart(one("sku"), 1));
        makers.put("buyer-quote", () -> new Shopper(as("buyer")).quote(one("buyer-cart")));
        makers.put(
                "shipping-option",
                () -> as("buyer").get("/v1/quotes/" + one("buyer-quote")).text("/shippingOptions/0/id"));
    }

    /** What a guest collected before signing in: a cart and, to show that it is theirs, its token. */
    private String collected() {
        Shopper collector = new Shopper(site.gateway());
        known.put("collected", collector.filledCart(one("sku"), 1));
        String token = java.util.Objects.requireNonNull(collector.tokens().get("Cart-Token"));
        known.put("collected-token", token);
        return token;
    }

    private void warehouse() {
        Parcels parcels = new Parcels(this);
        makers.put(
                "warehouse",
                () -> as("operator").get("/v1/warehouses?store=" + Site.STORE).text("/items/0/id"));
        makers.put(
                "fulfillment",
                () -> parcels.fulfillment(
                        new Shopper(as("buyer")).bought(one("sku"), "COD").text("/id")));
        makers.put("tracking", () -> {
            String order = new Shopper(as("buyer")).bought(one("sku"), "COD").text("/id");
            return parcels.handedOver(order, one("sku"), 1);
        });
        makers.put("waybill", () -> value("WORD"));
        makers.put("by-hand", () -> parcels.byHand(one("sku"), one("waybill")));
        new AfterSales(this, one("sku")).addTo(makers);
    }

    private void rest() {
        makers.put(
                "api-client",
                () -> as("operator")
                        .once(word())
                        .post(
                                "/v1/api-clients",
                                Map.of(
                                        "name", "Program " + word(),
                                        "stores", List.of(Site.STORE),
                                        "scopes", List.of("orders:read")))
                        .expect(201)
                        .text("/id"));
        makers.put("link", () -> {
            String url = as("operator")
                    .post(
                            "/v1/dashboards/sales/links",
                            Map.of("store", Site.STORE, "from", "2026-11-01", "to", "2026-11-30"))
                    .expect(201)
                    .text("/url");
            return url.substring(url.lastIndexOf('/') + 1);
        });
        makers.put(
                "coupon",
                () -> as("operator")
                        .once(word())
                        .post(
                                "/v1/coupons",
                                Map.of(
                                        "storeId",
                                        Site.STORE,
                                        "code",
                                        value("WORD"),
                                        "type",
                                        "PERCENTAGE",
                                        "percentage",
                                        "10"))
                        .expect(201)
                        .text("/id"));
        makers.put(
                "coupon-code",
                () -> as("operator").get("/v1/coupons/" + one("coupon")).text("/code"));
    }
}
