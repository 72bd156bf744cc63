package io.niaga.testsupport;

import static io.niaga.testsupport.Planted.using;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule is seen red on a violation planted for it, and a clean service is green. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RoomRulesTest {
    private final Set<String> seenRed = new HashSet<>();

    @ParameterizedTest(name = "{0}")
    @MethodSource({"rooms", "libraries", "timeAndChance", "names", "wiring", "residence", "values", "sizes"})
    void is_red_on_a_planted_violation(String rule, List<String> planted, @TempDir Path folder) {
        Map<String, List<String>> broken = Planted.broken(folder, planted.toArray(String[]::new));
        assertThat(broken).as(rule).containsOnlyKeys(rule);
        seenRed.add(rule);
    }

    @AfterAll
    void every_rule_was_seen_red() {
        assertThat(seenRed).containsAll(RoomRules.names());
    }

    @Test
    void a_clean_service_is_green(@TempDir Path folder) {
        Map<String, List<String>> broken = Planted.broken(
                folder,
                "order/Order",
                "public final class Order { public String id() { return \"\"; } }",
                "order/Orders",
                "public interface Orders { void save(Order o); }",
                "order/OrderProblem",
                """
                        import io.niaga.types.*;
                        public enum OrderProblem implements Problem { ORDER_GONE;
                          public ProblemKind kind() { return ProblemKind.CONFLICT; }
                          public String detail() { return "Gone."; } }""",
                "order/PlaceOrder",
                """
                        import java.time.*;
                        @io.niaga.types.UseCase public class PlaceOrder {
                          private final Clock clock;
                          public PlaceOrder(Clock clock) { this.clock = clock; }
                          public Instant at() { return Instant.now(clock); }
                          public int text(Order o) { return switch (o.id()) { case "a" -> 1; default -> 2; }; } }""",
                "order/mongo/MongoOrders",
                using("MongoOrders", "io.planted.order.Order", "org.bson.Document"),
                "order/http/OrderJson",
                "public record OrderJson(String id) { static OrderJson of(io.planted.order.Order o) { return null; } }",
                "quote/Quote",
                using("Quote", "io.planted.order.Order"),
                "OrdersProperties",
                "public record OrdersProperties(int limit) {}",
                "quote/http/QuoteController",
                using("QuoteController", "io.planted.OrdersProperties"),
                "OrderServiceApplication",
                using("OrderServiceApplication", "io.planted.order.mongo.MongoOrders"));
        assertThat(broken).isEmpty();
    }

    static Stream<Arguments> rooms() {
        String mongo = "public class MongoOrders {}";
        String http = "public class OrderController {}";
        String clients = "public class CatalogPrices {}";
        String messaging = "public class ShipmentListener {}";
        return Stream.of(
                red(
                        "a feature root knows no side room",
                        "order/mongo/MongoOrders",
                        mongo,
                        "order/Order",
                        using("Order", "io.planted.order.mongo.MongoOrders[]")),
                red(
                        "http knows no mongo, messaging or clients",
                        "order/mongo/MongoOrders",
                        mongo,
                        "order/http/OrderController",
                        using("OrderController", "io.planted.order.mongo.MongoOrders")),
                red(
                        "http knows no mongo, messaging or clients",
                        "order/clients/CatalogPrices",
                        clients,
                        "order/http/OrderController",
                        using("OrderController", "io.planted.order.clients.CatalogPrices")),
                red(
                        "mongo knows no http or clients",
                        "order/http/OrderController",
                        http,
                        "order/mongo/MongoOrders",
                        using("MongoOrders", "io.planted.order.http.OrderController")),
                red(
                        "mongo knows no other feature's mongo",
                        "order/mongo/MongoOrders",
                        mongo,
                        "quote/mongo/MongoQuotes",
                        using("MongoQuotes", "io.planted.order.mongo.MongoOrders")),
                red(
                        "messaging knows no http, mongo or clients",
                        "order/mongo/MongoOrders",
                        mongo,
                        "order/messaging/ShipmentListener",
                        using("ShipmentListener", "io.planted.order.mongo.MongoOrders")),
                red(
                        "clients know no http, mongo or messaging",
                        "order/messaging/ShipmentListener",
                        messaging,
                        "order/clients/CatalogPrices",
                        using("CatalogPrices", "io.planted.order.messaging.ShipmentListener")),
                red(
                        "another technology knows no http, mongo or messaging",
                        "index/http/SearchController",
                        "public class SearchController {}",
                        "index/lucene/LuceneIndex",
                        using("LuceneIndex", "io.planted.index.http.SearchController")),
                red(
                        "no room knows the top",
                        "OrdersConfiguration",
                        "public class OrdersConfiguration {}",
                        "order/Order",
                        using("Order", "io.planted.OrdersConfiguration")),
                red(
                        "feature roots know each other without cycles",
                        "order/Order",
                        using("Order", "io.planted.quote.Quote"),
                        "quote/Quote",
                        using("Quote", "io.planted.cart.Cart"),
                        "cart/Cart",
                        using("Cart", "io.planted.order.Order")));
    }

    static Stream<Arguments> libraries() {
        return Stream.of(
                red(
                        "a feature root is plain Java",
                        "sandbox/Sandbox",
                        using("Sandbox", "org.springframework.core.io.Resource")),
                red(
                        "a feature root is plain Java",
                        "order/Order",
                        using("Order", "org.springframework.core.io.Resource")),
                red("a feature root is plain Java", "order/Order", using("Order", "org.bson.Document")),
                red(
                        "http uses no database, broker or contracts",
                        "order/http/OrderController",
                        using("OrderController", "org.bson.Document")),
                red(
                        "mongo uses no contracts and no web",
                        "order/mongo/MongoOrders",
                        using("MongoOrders", "io.niaga.events.Topics")),
                red(
                        "messaging uses no database and no web",
                        "order/messaging/ShipmentListener",
                        using("ShipmentListener", "com.mongodb.client.MongoCollection<String>")),
                red(
                        "clients use no database and no broker",
                        "order/clients/CatalogPrices",
                        using("CatalogPrices", "org.apache.kafka.clients.producer.Producer<String, String>")),
                red(
                        "calls to others leave through clients",
                        "order/http/OrderController",
                        using("OrderController", "java.net.http.HttpClient")),
                red(
                        "libraries that were decided against stay out",
                        "order/mongo/MongoOrders",
                        using("MongoOrders", "com.fasterxml.jackson.databind.JsonNode")));
    }

    static Stream<Arguments> timeAndChance() {
        return Stream.of(
                red(
                        "time is passed in",
                        "order/http/OrderController",
                        method("OrderController", "java.time.Instant.now();")),
                red(
                        "time is passed in",
                        "order/Order",
                        method("Order", "java.time.LocalDate.now(java.time.ZoneOffset.UTC);")),
                red("time is passed in", "order/Order", method("Order", "System.currentTimeMillis();")),
                red(
                        "time is passed in",
                        "order/Order",
                        method("Order", "java.util.function.Supplier<Object> s = java.time.Instant::now;")),
                red("ids and chance are passed in", "order/Order", method("Order", "java.util.UUID.randomUUID();")),
                red(
                        "ids and chance are passed in",
                        "order/mongo/MongoOrders",
                        method("MongoOrders", "new java.util.Random().nextInt();")),
                red("a clock enters through verbs only", "order/Order", using("Order", "java.time.Clock")),
                red(
                        "nobody sleeps",
                        "order/mongo/MongoOrders",
                        "class MongoOrders { void a() throws Exception { Thread.sleep(1); } }"),
                red("nothing is printed", "order/mongo/MongoOrders", method("MongoOrders", "System.out.println();")));
    }

    static Stream<Arguments> names() {
        return Stream.of(
                red("type names have no empty words", "order/OrderManager", "class OrderManager {}"),
                red("type names have no empty words", "order/OrdersImpl", "class OrdersImpl {}"),
                red("type names have no empty words", "order/Order", "class Order { record OrderDto() {} }"),
                red("type names have no empty words", "order/BaseOrder", "class BaseOrder {}"),
                red("type names have no empty words", "order/OrderInfo", "class OrderInfo {}"),
                red("only applications are called Service", "order/OrderService", "class OrderService {}"),
                red("accessors have no get", "order/Order", "class Order { String getId() { return \"\"; } }"));
    }

    static Stream<Arguments> wiring() {
        String configuration = "@org.springframework.context.annotation.Configuration class ";
        String settings = "@org.springframework.boot.context.properties.ConfigurationProperties ";
        return Stream.of(
                red(
                        "there is one configuration, at the top",
                        "order/http/HttpConfiguration",
                        configuration + "HttpConfiguration {}"),
                red(
                        "there is one configuration, at the top",
                        "OneConfiguration",
                        configuration + "OneConfiguration {}",
                        "OtherConfiguration",
                        configuration + "OtherConfiguration {}"),
                red("settings are records at the top", "Settings", settings + "class Settings {}"),
                red(
                        "settings are records at the top",
                        "order/http/HttpSettings",
                        settings + "record HttpSettings(int n) {}"),
                red(
                        "dependencies come through constructors",
                        "order/http/OrderController",
                        "class OrderController { @org.springframework.beans.factory.annotation.Autowired Object o; }"),
                red(
                        "static state does not change",
                        "order/mongo/MongoOrders",
                        "class MongoOrders { private static int count; }"));
    }

    static Stream<Arguments> residence() {
        return Stream.of(
                red(
                        "verbs live at feature roots",
                        "order/http/PlaceOrder",
                        "@io.niaga.types.UseCase class PlaceOrder {}"),
                red(
                        "controllers live in http",
                        "order/clients/OrderController",
                        "@org.springframework.stereotype.Controller class OrderController {}"),
                red(
                        "Feign clients live in clients",
                        "order/csv/CatalogCalls",
                        "@org.springframework.cloud.openfeign.FeignClient interface CatalogCalls {}"),
                red(
                        "documents live in mongo",
                        "order/csv/Order",
                        "@org.springframework.data.mongodb.core.mapping.Document record Order() {}"),
                red(
                        "problems are enums at feature roots",
                        "order/OrderFailures",
                        "import io.niaga.types.*; public enum OrderFailures implements Problem { GONE;"
                                + " public ProblemKind kind() { return null; } public String detail() { return \"\"; } }"),
                red("JSON and documents are records", "order/http/OrderJson", "class OrderJson {}"),
                red("JSON and documents are records", "order/mongo/OrderDocument", "class OrderDocument {}"),
                red("every package is null-marked", "order/Order", "class Order {}", "order/package-info", ""));
    }

    static Stream<Arguments> values() {
        return Stream.of(
                red(
                        "no floating point near money",
                        "order/Order",
                        using("Order", "io.niaga.types.Money"),
                        "order/Rate",
                        "class Rate { final double rate = 1; }"),
                red("Optional is only returned", "order/Order", using("Order", "java.util.Optional<String>")),
                red(
                        "Optional is only returned",
                        "order/Order",
                        "class Order { void a(java.util.Optional<String> s) {} }"),
                red(
                        "methods take at most five parameters",
                        "order/Order",
                        "class Order { void a(int a, int b, int c, int d, int e, int f) {} }"),
                red(
                        "a feature root catches no Exception",
                        "order/Order",
                        "class Order { int a() { try { return 1; } catch (Exception e) { return 2; } } }"));
    }

    static Stream<Arguments> sizes() {
        return Stream.of(
                red("files have at most 300 lines", "order/Order", "class Order {" + "\n".repeat(300) + "}"),
                red(
                        "methods have at most 25 lines",
                        "order/Order",
                        "class Order { void a() {\n" + "a();\n".repeat(26) + "} }"));
    }

    private static Arguments red(String rule, String... planted) {
        return Arguments.of(rule, List.of(planted));
    }

    private static String method(String type, String statement) {
        return "class " + type + " { void a() { " + statement + " } }";
    }
}
