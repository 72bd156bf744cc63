package io.niaga.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import com.mongodb.client.MongoClient;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.mongodb.health.MongoHealthIndicator;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.BulkOperationException;
import org.springframework.data.mongodb.core.BulkOperations.BulkMode;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.aggregation.Aggregation;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.index.PartialIndexFilter;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.data.mongodb.repository.MongoRepository;
import org.springframework.data.mongodb.repository.config.EnableMongoRepositories;

/** What the services do with Spring Data and Spring Boot. */
class SpringDataIT {
    @SpringBootConfiguration
    @EnableAutoConfiguration
    @EnableMongoRepositories(considerNestedRepositories = true)
    static class Application {}

    record Line(String sku, int quantity, BigDecimal price) {}

    @org.springframework.data.mongodb.core.mapping.Document("orders")
    record Order(
            @Id String id,
            @Version Long version,
            String store,
            String state,
            long total,
            Instant placedAt,
            List<Line> lines) {
        Order in(String newState) {
            return new Order(id, version, store, newState, total, placedAt, lines);
        }
    }

    interface Orders extends MongoRepository<Order, String> {
        Page<Order> findByStoreAndTotalGreaterThan(String store, long total, Pageable page);

        List<Order> findByStateInOrderByPlacedAtDesc(List<String> states);

        boolean existsByStore(String store);
    }

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00.123Z");

    private static EmbeddedStore store;
    private static ConfigurableApplicationContext context;
    private static MongoTemplate template;
    private static Orders orders;

    @BeforeAll
    static void start() {
        store = EmbeddedStore.inMemory();
        context = new SpringApplication(Application.class)
                .run("--spring.mongodb.uri=" + store.uri() + "/niaga_test", "--spring.main.banner-mode=off");
        template = context.getBean(MongoTemplate.class);
        orders = context.getBean(Orders.class);
    }

    @AfterAll
    static void stop() {
        context.close();
        store.close();
    }

    @BeforeEach
    void empty() {
        template.getDb().drop();
    }

    private static Order order(String id, String shop, String state, long total) {
        List<Line> lines =
                List.of(new Line("sku-" + total % 3, 2, new BigDecimal("12.50")), new Line("sku-9", 1, BigDecimal.TEN));
        return new Order(id, null, shop, state, total, NOON.plusSeconds(total), lines);
    }

    private static List<Order> saved(int count) {
        List<Order> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(orders.save(order("o" + i, "shop" + i % 2, i % 3 == 0 ? "PAID" : "NEW", i)));
        }
        return all;
    }

    @Test
    void the_health_check_of_boot_is_up() {
        saved(1);
        Health health = new MongoHealthIndicator(context.getBean(MongoClient.class)).health();
        assertThat(health.getStatus()).isEqualTo(Status.UP);
        assertThat(health.getDetails()).containsKey("maxWireVersion");
    }

    @Test
    void an_aggregate_comes_back_as_it_was_saved() {
        Order first = orders.save(order("o1", "shop", "NEW", 5));
        assertThat(first.version()).isZero();
        assertThat(orders.findById("o1")).contains(first);
        orders.deleteById("o1");
        assertThat(orders.existsById("o1")).isFalse();
    }

    @Test
    void a_stale_aggregate_is_refused() {
        Order read = orders.save(order("o1", "shop", "NEW", 5));
        orders.save(read.in("PAID"));
        assertThatThrownBy(() -> orders.save(read.in("CANCELLED")))
                .isInstanceOf(OptimisticLockingFailureException.class);
        assertThatThrownBy(() -> orders.delete(read)).isInstanceOf(OptimisticLockingFailureException.class);
        assertThatThrownBy(() -> orders.save(order("o1", "shop", "NEW", 5))).isInstanceOf(DuplicateKeyException.class);
        assertThat(orders.findById("o1").orElseThrow().state()).isEqualTo("PAID");
    }

    @Test
    void derived_queries_page_and_sort() {
        saved(25);
        Page<Order> page = orders.findByStoreAndTotalGreaterThan("shop0", 4, PageRequest.of(1, 4, Sort.by("total")));
        assertThat(page.getTotalElements()).isEqualTo(10);
        assertThat(page.map(Order::total)).containsExactly(14L, 16L, 18L, 20L);
        assertThat(orders.findByStateInOrderByPlacedAtDesc(List.of("PAID", "X")))
                .extracting(Order::total)
                .startsWith(24L, 21L);
        assertThat(orders.existsByStore("shop7")).isFalse();
    }

    @Test
    void a_guarded_change_returns_the_new_state_or_nothing() {
        orders.save(order("o1", "shop", "NEW", 5));
        Query guard = query(
                where("_id").is("o1").and("state").is("NEW").and("version").is(0L));
        Update change = new Update().set("state", "PAID").inc("version", 1);
        FindAndModifyOptions after = FindAndModifyOptions.options().returnNew(true);
        assertThat(template.findAndModify(guard, change, after, Order.class))
                .extracting(Order::state, Order::version)
                .containsExactly("PAID", 1L);
        assertThat(template.findAndModify(guard, change, after, Order.class)).isNull();
    }

    @Test
    void an_upsert_sets_on_insert_only_what_is_new() {
        Query key = query(where("_id").is("k1"));
        Update update = new Update().setOnInsert("first", NOON).inc("n", 1);
        template.upsert(key, update, "keys");
        template.upsert(key, update, "keys");
        assertThat(template.findById("k1", Document.class, "keys"))
                .containsEntry("n", 2)
                .containsKey("first");
    }

    @Test
    void a_bulk_write_does_everything_that_is_not_refused() {
        template.indexOps("bulk").createIndex(new Index("k", Sort.Direction.ASC).unique());
        var bulk = template.bulkOps(BulkMode.UNORDERED, "bulk")
                .insert(new Document("_id", 1).append("k", 1))
                .insert(new Document("_id", 2).append("k", 1))
                .insert(new Document("_id", 3).append("k", 3))
                .updateOne(query(where("_id").is(3)), new Update().set("k", 4));
        assertThatThrownBy(bulk::execute)
                .isInstanceOfSatisfying(
                        BulkOperationException.class,
                        e -> assertThat(e.getErrors())
                                .extracting(error -> error.getCode())
                                .containsExactly(11_000));
        assertThat(template.find(new Query().with(Sort.by("_id")), Document.class, "bulk"))
                .extracting(d -> d.get("k"))
                .containsExactly(1, 4);
    }

    @Test
    void a_filtered_element_is_changed_and_others_stay() {
        orders.save(order("o1", "shop", "NEW", 5));
        Update update = new Update()
                .inc("lines.$[line].quantity", 3)
                .filterArray(where("line.sku").is("sku-9"));
        template.updateFirst(query(where("_id").is("o1")), update, Order.class);
        assertThat(orders.findById("o1").orElseThrow().lines())
                .extracting(Line::quantity)
                .containsExactly(2, 4);
    }

    @Test
    void elements_presence_and_ranges_are_found() {
        saved(20);
        Criteria line = where("sku").is("sku-1").and("quantity").gte(2);
        assertThat(template.count(query(where("lines").elemMatch(line)), Order.class))
                .isEqualTo(7);
        assertThat(template.count(query(where("cancelledAt").exists(false)), Order.class))
                .isEqualTo(20);
        template.indexOps(Order.class)
                .createIndex(new Index("store", Sort.Direction.ASC).on("placedAt", Sort.Direction.DESC));
        Query range = query(where("store").is("shop1").and("placedAt").gte(NOON).lt(NOON.plusSeconds(10)))
                .with(Sort.by(Sort.Direction.DESC, "placedAt"))
                .limit(3);
        assertThat(template.find(range, Order.class)).extracting(Order::total).containsExactly(9L, 7L, 5L);
    }

    @Test
    void a_partial_unique_index_made_by_the_template_is_honoured() {
        template.indexOps("carts")
                .createIndex(new Index("owner", Sort.Direction.ASC)
                        .unique()
                        .partial(PartialIndexFilter.of(where("open").is(true))));
        template.indexOps("carts").createIndex(new Index("at", Sort.Direction.ASC).expire(Duration.ofDays(1)));
        template.insert(new Document("_id", 1).append("owner", "u").append("open", true), "carts");
        template.insert(new Document("_id", 2).append("owner", "u").append("open", false), "carts");
        assertThatThrownBy(() -> template.updateFirst(query(where("_id").is(2)), Update.update("open", true), "carts"))
                .isInstanceOf(DuplicateKeyException.class);
        assertThat(template.indexOps("carts").getIndexInfo()).hasSize(3);
    }

    @Test
    void sums_are_grouped_and_sorted() {
        saved(20);
        var byStore = Aggregation.newAggregation(
                Aggregation.match(where("total").gte(1)),
                Aggregation.group("store").sum("total").as("sum").count().as("orders"),
                Aggregation.sort(Sort.Direction.DESC, "sum"));
        assertThat(template.aggregate(byStore, Order.class, Document.class).getMappedResults())
                .extracting(d -> Map.of("store", d.get("_id"), "sum", d.get("sum"), "orders", d.get("orders")))
                .containsExactly(
                        Map.of("store", "shop1", "sum", 100L, "orders", 10),
                        Map.of("store", "shop0", "sum", 90L, "orders", 9));
    }

    @Test
    void a_stream_reads_more_than_one_batch() {
        saved(250);
        try (var all = template.stream(new Query().cursorBatchSize(50), Order.class)) {
            assertThat(all.map(Order::id).distinct().count()).isEqualTo(250);
        }
    }
}
