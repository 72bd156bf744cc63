package io.niaga.orders;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import io.micrometer.core.instrument.MeterRegistry;
import io.niaga.messaging.LocalWriter;
import io.niaga.messaging.OutboxCollection;
import io.niaga.messaging.Outboxes;
import io.niaga.messaging.Subscription;
import io.niaga.orders.cart.CartAccess;
import io.niaga.orders.cart.Carts;
import io.niaga.orders.cart.ListCarts;
import io.niaga.orders.cart.MergeCarts;
import io.niaga.orders.cart.OpenCart;
import io.niaga.orders.cart.PutItem;
import io.niaga.orders.cart.ShowCart;
import io.niaga.orders.cart.http.CartTokens;
import io.niaga.orders.cart.messaging.ClosedCarts;
import io.niaga.orders.cart.mongo.MongoCarts;
import io.niaga.orders.checkout.AdvanceOrder;
import io.niaga.orders.checkout.CancelOrder;
import io.niaga.orders.checkout.CheckoutWatch;
import io.niaga.orders.checkout.CouponHolds;
import io.niaga.orders.checkout.DriveOrders;
import io.niaga.orders.checkout.EditOrder;
import io.niaga.orders.checkout.HearNews;
import io.niaga.orders.checkout.OrderPayments;
import io.niaga.orders.checkout.PaymentWindows;
import io.niaga.orders.checkout.PlaceOrder;
import io.niaga.orders.checkout.Reservations;
import io.niaga.orders.checkout.Steps;
import io.niaga.orders.checkout.messaging.PaymentNews;
import io.niaga.orders.checkout.messaging.ShipmentNews;
import io.niaga.orders.offer.Availabilities;
import io.niaga.orders.offer.PriceMemory;
import io.niaga.orders.offer.Prices;
import io.niaga.orders.offer.messaging.AvailabilityNews;
import io.niaga.orders.offer.messaging.ProductNews;
import io.niaga.orders.offer.mongo.MongoAvailabilities;
import io.niaga.orders.order.AskForAccess;
import io.niaga.orders.order.CustomerKeys;
import io.niaga.orders.order.OrderAccess;
import io.niaga.orders.order.OrderLists;
import io.niaga.orders.order.Orders;
import io.niaga.orders.order.ShowOrder;
import io.niaga.orders.order.http.OrderTokens;
import io.niaga.orders.order.messaging.OutboxOrderEvents;
import io.niaga.orders.order.mongo.MongoOrderLists;
import io.niaga.orders.order.mongo.MongoOrders;
import io.niaga.orders.quote.Evaluations;
import io.niaga.orders.quote.MakeQuote;
import io.niaga.orders.quote.Promises;
import io.niaga.orders.quote.Quotes;
import io.niaga.orders.quote.Quoting;
import io.niaga.orders.quote.Requote;
import io.niaga.orders.quote.ShowQuote;
import io.niaga.orders.quote.UsedQuotes;
import io.niaga.orders.quote.http.QuoteJson;
import io.niaga.orders.quote.mongo.MongoQuotes;
import io.niaga.orders.returns.AdvanceReturns;
import io.niaga.service.audit.AuditTrail;
import io.niaga.service.identity.GuestTokens;
import io.niaga.service.openapi.ProblemResource;
import io.niaga.types.IdSource;
import io.niaga.types.Permissions;
import java.time.Clock;
import java.util.Base64;
import org.bson.Document;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.data.mongodb.core.convert.MappingMongoConverter;

/** Puts the parts together; controllers and clients find their own. */
@Configuration(proxyBeanMethods = false)
@Import(ReturnsWiring.class)
class OrdersConfiguration {
    @Bean
    MappingMongoConverter ordersConverter() {
        return OrdersDocuments.converter();
    }

    @Bean
    Availabilities availabilities(MongoDatabaseFactory databases) {
        return new MongoAvailabilities(collection(databases, "availability"));
    }

    @Bean
    Subscription availabilityNews(Availabilities availabilities) {
        return AvailabilityNews.subscription(availabilities);
    }

    @Bean
    Subscription productNews(PriceMemory prices) {
        return ProductNews.subscription(prices);
    }

    @Bean
    Carts carts(MongoDatabaseFactory databases, MappingMongoConverter converter) {
        return new MongoCarts(collection(databases, "carts"), converter);
    }

    @Bean
    LocalWriter closedCarts(Carts carts) {
        return new ClosedCarts(carts);
    }

    @Bean
    CartAccess cartAccess(Permissions permissions, Orders orders) {
        return new CartAccess(
                permissions, cart -> orders.ofCart(cart).map(order -> order.id().typeId()));
    }

    @Bean
    CartTokens cartTokens(GuestTokens tokens, OrdersProperties properties, Clock clock) {
        return new CartTokens(tokens, properties.cart().tokenValidity(), clock);
    }

    @Bean
    OpenCart openCart(Carts carts, Prices prices, CartAccess access, IdSource ids, Clock clock) {
        return new OpenCart(carts, prices, access, ids, clock);
    }

    @Bean
    ShowCart showCart(Carts carts, Prices prices, Availabilities availabilities, CartAccess access) {
        return new ShowCart(carts, prices, availabilities, access);
    }

    @Bean
    PutItem putItem(Carts carts, Prices prices, ShowCart shown, CartAccess access, Clock clock) {
        return new PutItem(carts, prices, shown, access, clock);
    }

    @Bean
    MergeCarts mergeCarts(Carts carts, ShowCart shown, CartAccess access, Clock clock) {
        return new MergeCarts(carts, shown, access, clock);
    }

    @Bean
    ListCarts listCarts(Carts carts) {
        return new ListCarts(carts);
    }

    @Bean
    Quotes quotes(MongoDatabaseFactory databases, MappingMongoConverter converter) {
        return new MongoQuotes(collection(databases, "quotes"), converter);
    }

    @Bean
    OrdersSchedule ordersSchedule(Carts carts, Quotes quotes, Clock clock, MeterRegistry meters) {
        return new OrdersSchedule(carts, quotes, clock, meters);
    }

    @Bean
    Quoting quoting(
            Promises promises, Evaluations evaluations, Quotes quotes, IdSource ids, OrdersProperties properties) {
        return new Quoting(
                promises, evaluations, quotes, ids, properties.quote().validity());
    }

    @Bean
    MakeQuote makeQuote(Carts carts, CartAccess access, Prices prices, Quoting quoting, Clock clock) {
        return new MakeQuote(carts, access, prices, quoting, clock);
    }

    @Bean
    Requote requote(Prices prices, Quoting quoting, Clock clock) {
        return new Requote(prices, quoting, clock);
    }

    @Bean
    ShowQuote showQuote(Quotes quotes, UsedQuotes used, CartAccess access, Clock clock) {
        return new ShowQuote(quotes, used, access, clock);
    }

    @Bean
    OutboxCollection orderDocuments(Outboxes outboxes) {
        return outboxes.collection("orders");
    }

    @Bean
    MongoOrders orders(
            OutboxCollection orderDocuments, MappingMongoConverter converter, AuditTrail audit, Clock clock) {
        return new MongoOrders(orderDocuments, converter, new OutboxOrderEvents(audit)::of, clock);
    }

    @Bean
    OrderLists orderLists(OutboxCollection orderDocuments, MongoOrders orders) {
        return new MongoOrderLists(orderDocuments, orders);
    }

    @Bean
    OrderAccess orderAccess(Permissions permissions) {
        return new OrderAccess(permissions);
    }

    @Bean
    OrderTokens orderTokens(GuestTokens tokens, OrdersProperties properties, Clock clock) {
        return new OrderTokens(tokens, properties.order().tokenValidity(), clock);
    }

    @Bean
    ProblemResource quoteOfWhatCanBeOrderedInstead() {
        return new ProblemResource("quote", QuoteJson.class);
    }

    @Bean
    ShowOrder showOrder(Orders orders, OrderLists lists, OrderAccess access, OrdersProperties properties, Clock clock) {
        return new ShowOrder(orders, lists, access, properties.returns().window(), clock);
    }

    @Bean
    AskForAccess askForAccess(Orders orders, Clock clock, OrdersProperties properties) {
        return new AskForAccess(orders, clock, properties.checkout().lease());
    }

    @Bean
    CheckoutWatch checkoutWatch(MeterRegistry meters, Clock clock) {
        return new OrderMeters(meters, clock);
    }

    @Bean
    Steps steps(
            Reservations reservations, CouponHolds coupons, OrderPayments payments, Quotes quotes, Requote requote) {
        return new Steps(reservations, coupons, payments, quotes, requote);
    }

    @Bean
    AdvanceOrder advanceOrder(
            Orders orders, Steps steps, CheckoutWatch watch, Clock clock, OrdersProperties properties) {
        return new AdvanceOrder(
                orders, steps, watch, clock, properties.checkout().lease());
    }

    @Bean
    OrderDriver orderDriver(
            AdvanceOrder advance,
            AdvanceReturns returns,
            ObjectProvider<DriveOrders> drive,
            OrdersProperties properties) {
        OrdersProperties.Checkout knobs = properties.checkout();
        return new OrderDriver(advance, returns, drive::getObject, knobs.pollInterval(), knobs.parallelism());
    }

    @Bean
    DriveOrders driveOrders(
            Orders orders, OrderDriver driver, CheckoutWatch watch, Clock clock, OrdersProperties properties) {
        return new DriveOrders(
                orders, driver, watch, clock, properties.checkout().lease());
    }

    @Bean
    HearNews hearNews(
            Orders orders, OrderDriver driver, CheckoutWatch watch, Clock clock, OrdersProperties properties) {
        return new HearNews(orders, driver, watch, clock, properties.checkout().lease());
    }

    @Bean
    PlaceOrder.Kept placementKept(Carts carts, Orders orders) {
        return new PlaceOrder.Kept(carts, orders);
    }

    @Bean
    PlaceOrder placeOrder(
            ShowQuote shown, PlaceOrder.Kept kept, AdvanceOrder advance, OrdersProperties properties, Clock clock) {
        OrdersProperties.Checkout knobs = properties.checkout();
        PaymentWindows windows = new PaymentWindows(knobs.paymentWindow(), knobs.placing(), knobs.lease());
        CustomerKeys customers = new CustomerKeys(Base64.getDecoder().decode(properties.customerKey()));
        return new PlaceOrder(shown, kept, advance, new PlaceOrder.Rules(windows, customers), clock);
    }

    @Bean
    CancelOrder cancelOrder(Orders orders, OrderAccess access, AdvanceOrder advance, Clock clock) {
        return new CancelOrder(orders, access, advance, clock);
    }

    @Bean
    EditOrder editOrder(Orders orders, OrderAccess access, Promises promises, AdvanceOrder advance, Clock clock) {
        return new EditOrder(orders, access, promises, advance, clock);
    }

    @Bean
    Subscription paymentNews(HearNews hear) {
        return PaymentNews.subscription(hear);
    }

    @Bean
    Subscription shipmentNews(HearNews hear) {
        return ShipmentNews.subscription(hear);
    }

    private static MongoCollection<Document> collection(MongoDatabaseFactory databases, String name) {
        return databases
                .getMongoDatabase()
                .getCollection(name)
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
    }
}
