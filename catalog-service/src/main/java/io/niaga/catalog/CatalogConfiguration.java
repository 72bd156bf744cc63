package io.niaga.catalog;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.niaga.catalog.audit.messaging.AuditEntries;
import io.niaga.catalog.availability.Availabilities;
import io.niaga.catalog.availability.messaging.AvailabilityStates;
import io.niaga.catalog.availability.mongo.MongoAvailabilities;
import io.niaga.catalog.category.Categories;
import io.niaga.catalog.category.CategoryContents;
import io.niaga.catalog.category.ChangeCategory;
import io.niaga.catalog.category.CreateCategory;
import io.niaga.catalog.category.DeleteCategory;
import io.niaga.catalog.category.FollowMoves;
import io.niaga.catalog.category.ReadCategories;
import io.niaga.catalog.category.messaging.OutboxCategoryEvents;
import io.niaga.catalog.category.mongo.MongoCategories;
import io.niaga.catalog.exchange.ApplyPiece;
import io.niaga.catalog.exchange.FollowImport;
import io.niaga.catalog.exchange.Imports;
import io.niaga.catalog.exchange.ReceiveImport;
import io.niaga.catalog.exchange.RunImport;
import io.niaga.catalog.exchange.StockCounts;
import io.niaga.catalog.exchange.Uploads;
import io.niaga.catalog.exchange.clients.FulfillmentClient;
import io.niaga.catalog.exchange.clients.FulfillmentStockCounts;
import io.niaga.catalog.exchange.csv.ProductFiles;
import io.niaga.catalog.exchange.mongo.MongoImports;
import io.niaga.catalog.exchange.mongo.MongoUploads;
import io.niaga.catalog.price.ChangePrices;
import io.niaga.catalog.price.LookUpPrices;
import io.niaga.catalog.product.CreateProduct;
import io.niaga.catalog.product.EditProduct;
import io.niaga.catalog.product.FollowCategories;
import io.niaga.catalog.product.MoveProduct;
import io.niaga.catalog.product.PlaceProduct;
import io.niaga.catalog.product.Products;
import io.niaga.catalog.product.ReadProducts;
import io.niaga.catalog.product.ShowProduct;
import io.niaga.catalog.product.SkuClaims;
import io.niaga.catalog.product.messaging.OutboxProductEvents;
import io.niaga.catalog.product.mongo.MongoProducts;
import io.niaga.catalog.product.mongo.MongoSkuClaims;
import io.niaga.catalog.store.ChooseStore;
import io.niaga.catalog.store.Stores;
import io.niaga.catalog.store.messaging.StoreStates;
import io.niaga.catalog.store.mongo.MongoStores;
import io.niaga.messaging.Outboxes;
import io.niaga.messaging.Subscription;
import io.niaga.service.audit.AuditTrail;
import io.niaga.types.IdSource;
import io.niaga.types.Permissions;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;

/** How the parts of the catalog are put together. */
@Configuration(proxyBeanMethods = false)
class CatalogConfiguration {
    @Bean
    AuditEntries auditEntries(AuditTrail trail) {
        return new AuditEntries(trail);
    }

    @Bean
    Stores stores(MongoTemplate mongo) {
        return new MongoStores(mongo);
    }

    @Bean
    Subscription storeStates(Stores stores) {
        return new StoreStates(stores).subscription();
    }

    @Bean
    ChooseStore chooseStore(Stores stores, Permissions permissions) {
        return new ChooseStore(stores, permissions);
    }

    @Bean
    Availabilities availabilities(MongoTemplate mongo) {
        return new MongoAvailabilities(mongo);
    }

    @Bean
    Subscription availabilityStates(Availabilities availabilities) {
        return new AvailabilityStates(availabilities).subscription();
    }

    @Bean
    Categories categories(Outboxes outboxes, AuditEntries audit) {
        return new MongoCategories(outboxes, OutboxCategoryEvents::state, OutboxCategoryEvents.gone(), audit::of);
    }

    @Bean
    Products products(Outboxes outboxes, AuditEntries audit) {
        return new MongoProducts(outboxes, OutboxProductEvents::state, audit::of);
    }

    @Bean
    SkuClaims skuClaims(MongoTemplate mongo) {
        return new MongoSkuClaims(mongo);
    }

    @Bean
    CategoryContents categoryContents(Products products, Categories categories) {
        return new FollowCategories(products, categories);
    }

    @Bean
    CreateCategory createCategory(Categories categories, Permissions permissions) {
        return new CreateCategory(categories, permissions);
    }

    @Bean
    ChangeCategory changeCategory(Categories categories, ChooseStore stores, Permissions permissions) {
        return new ChangeCategory(categories, stores, permissions);
    }

    @Bean
    DeleteCategory deleteCategory(Categories categories, CategoryContents contents, Permissions permissions) {
        return new DeleteCategory(categories, contents, permissions);
    }

    @Bean
    ReadCategories readCategories(Categories categories, Permissions permissions) {
        return new ReadCategories(categories, permissions);
    }

    @Bean
    FollowMoves followMoves(Categories categories, CategoryContents contents) {
        return new FollowMoves(categories, contents);
    }

    @Bean
    PlaceProduct placeProduct(Categories categories, SkuClaims claims) {
        return new PlaceProduct(categories, claims);
    }

    @Bean
    CreateProduct createProduct(Products products, PlaceProduct place, Permissions permissions, Clock clock) {
        return new CreateProduct(products, place, permissions, clock);
    }

    @Bean
    EditProduct editProduct(
            Products products, PlaceProduct place, ChooseStore stores, Permissions permissions, Clock clock) {
        return new EditProduct(products, place, stores, permissions, clock);
    }

    @Bean
    MoveProduct moveProduct(Products products, PlaceProduct place, Permissions permissions, Clock clock) {
        return new MoveProduct(products, place, permissions, clock);
    }

    @Bean
    ReadProducts readProducts(Products products, Permissions permissions) {
        return new ReadProducts(products, permissions);
    }

    @Bean
    ShowProduct showProduct(
            ReadProducts products, ChooseStore stores, Categories categories, Availabilities availabilities) {
        return new ShowProduct(products, stores, categories, availabilities);
    }

    @Bean
    LookUpPrices lookUpPrices(ChooseStore stores, Products products) {
        return new LookUpPrices(stores, products);
    }

    @Bean
    ChangePrices changePrices(
            Products products, SkuClaims claims, Permissions permissions, Clock clock, MeterRegistry meters) {
        List.of("CHANGED", "UNCHANGED", "REJECTED").forEach(outcome -> priceRows(meters, outcome));
        return new ChangePrices(
                products,
                claims,
                permissions,
                clock,
                outcome -> priceRows(meters, outcome).increment());
    }

    private static Counter priceRows(MeterRegistry meters, String outcome) {
        return Counter.builder("niaga.catalog.price.rows")
                .description("Rows of price batches by what became of them")
                .tag("outcome", outcome)
                .register(meters);
    }

    @Bean
    Imports imports(Outboxes outboxes, MongoTemplate mongo, AuditEntries audit) {
        return new MongoImports(outboxes, mongo, audit::of);
    }

    @Bean
    Uploads uploads(MongoTemplate mongo) {
        return new MongoUploads(mongo);
    }

    @Bean
    StockCounts stockCounts(FulfillmentClient fulfillment) {
        return new FulfillmentStockCounts(fulfillment);
    }

    @Bean
    ReceiveImport receiveImport(Imports imports, Uploads uploads, Clock clock) {
        return new ReceiveImport(imports, uploads, clock);
    }

    @Bean
    FollowImport followImport(Imports imports, Uploads uploads, Permissions permissions, Clock clock) {
        return new FollowImport(imports, uploads, permissions, clock);
    }

    @Bean(destroyMethod = "shutdown")
    ExecutorService importWriters(CatalogProperties settings) {
        return Executors.newFixedThreadPool(
                settings.exchange().writers() * settings.exchange().workers(),
                Thread.ofPlatform().daemon().name("import-writer-", 0).factory());
    }

    @Bean
    ApplyPiece.Catalog importedCatalog(Products products, SkuClaims claims, Categories categories) {
        return new ApplyPiece.Catalog(products, claims, categories);
    }

    @Bean
    ApplyPiece applyPiece(ApplyPiece.Catalog catalog, StockCounts stock, IdSource ids, ExecutorService importWriters) {
        return new ApplyPiece(catalog, stock, ids, importWriters);
    }

    @Bean
    RunImport.Surroundings importSurroundings(
            Stores stores, Permissions permissions, Clock clock, CatalogProperties settings, MeterRegistry meters) {
        // There from the start: a rise needs a zero to rise from.
        List.of("created", "changed", "unchanged", "rejected").forEach(outcome -> importRows(meters, outcome));
        return new RunImport.Surroundings(
                stores,
                permissions,
                clock,
                settings.exchange().lease(),
                settings.exchange().pieceRows(),
                (outcome, rows) -> importRows(meters, outcome).increment(rows));
    }

    private static Counter importRows(MeterRegistry meters, String outcome) {
        return Counter.builder("niaga.catalog.import.rows")
                .description("Rows of imports by what became of them")
                .tag("outcome", outcome)
                .register(meters);
    }

    @Bean
    RunImport runImport(Imports imports, Uploads uploads, ApplyPiece apply, RunImport.Surroundings around) {
        return new RunImport(imports, uploads, new ProductFiles(), apply, around);
    }

    @Bean
    Background.Work backgroundWork(RunImport imports, FollowMoves moves, Uploads uploads, IdSource ids, Clock clock) {
        return new Background.Work(imports, moves, uploads, ids, clock);
    }

    @Bean
    Background background(Background.Work work, CatalogProperties settings) {
        return new Background(work, settings);
    }
}
