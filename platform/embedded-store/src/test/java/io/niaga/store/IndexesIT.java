package io.niaga.store;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.push;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.CountOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.UpdateOptions;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class IndexesIT {
    private static final int DUPLICATE_KEY = 11_000;
    private static final int PARALLEL_ARRAYS = 171;

    private static Connected connected;

    @BeforeAll
    static void start() {
        connected = Connected.inMemory();
    }

    @AfterAll
    static void stop() {
        connected.close();
    }

    @Test
    void a_unique_key_refuses_every_kind_of_write_and_leaves_no_trace() {
        var c = connected.collection("{_id:1,k:1}", "{_id:2,k:2}");
        c.createIndex(Indexes.ascending("k"), unique());
        Document second = c.find(eq("_id", 2)).first();
        refused(DUPLICATE_KEY, () -> c.insertOne(Connected.json("{_id:3,k:1}")));
        refused(DUPLICATE_KEY, () -> c.updateOne(eq("_id", 2), combine(set("k", 1L), inc("n", 1))));
        refused(DUPLICATE_KEY, () -> c.replaceOne(eq("_id", 2), new Document("k", 1.0)));
        refused(DUPLICATE_KEY, () -> c.findOneAndUpdate(eq("_id", 2), set("k", 1)));
        refused(DUPLICATE_KEY, () -> c.updateOne(eq("_id", 9), set("k", 1), new UpdateOptions().upsert(true)));
        assertThat(c.countDocuments()).isEqualTo(2);
        assertThat(c.find(eq("k", 2)).first()).isEqualTo(second);
    }

    @Test
    void a_missing_value_counts_as_null_unless_the_index_is_sparse() {
        var dense = connected.collection("{_id:1}");
        dense.createIndex(Indexes.ascending("k"), unique());
        refused(DUPLICATE_KEY, () -> dense.insertOne(Connected.json("{_id:2}")));

        var sparse = connected.collection("{_id:1}", "{_id:2}");
        sparse.createIndex(Indexes.ascending("k"), unique().sparse(true));
        sparse.insertOne(Connected.json("{_id:3,k:1}"));
        refused(DUPLICATE_KEY, () -> sparse.insertOne(Connected.json("{_id:4,k:1}")));
        assertThat(sparse.find(eq("k", null)).map(d -> d.get("_id"))).containsExactly(1, 2);
    }

    @Test
    void a_partial_unique_key_binds_only_the_documents_of_its_filter() {
        var c = connected.collection("{_id:1,k:1,open:true}", "{_id:2,k:1,open:false}");
        c.createIndex(Indexes.ascending("k"), unique().partialFilterExpression(new Document("open", true)));
        refused(DUPLICATE_KEY, () -> c.insertOne(Connected.json("{_id:3,k:1,open:true}")));
        refused(DUPLICATE_KEY, () -> c.updateOne(eq("_id", 2), set("open", true)));
        c.updateOne(eq("_id", 1), set("open", false));
        c.updateOne(eq("_id", 2), set("open", true));
        assertThat(c.find(new Document("k", 1).append("open", true)).map(d -> d.get("_id")))
                .containsExactly(2);
    }

    @Test
    void a_compound_key_is_unique_as_a_whole() {
        var c = connected.collection("{_id:1,a:1,b:{c:1}}");
        c.createIndex(Indexes.compoundIndex(Indexes.ascending("a"), Indexes.descending("b.c")), unique());
        c.insertOne(Connected.json("{_id:2,a:1,b:{c:2}}"));
        refused(DUPLICATE_KEY, () -> c.insertOne(Connected.json("{_id:3,a:1,b:{c:2}}")));
    }

    @Test
    void elements_of_arrays_are_unique_across_documents() {
        var c = connected.collection("{_id:1,t:['a','a','b']}", "{_id:2,t:['c']}");
        c.createIndex(Indexes.ascending("t"), unique());
        refused(DUPLICATE_KEY, () -> c.insertOne(Connected.json("{_id:3,t:['x','b']}")));
        refused(DUPLICATE_KEY, () -> c.updateOne(eq("_id", 2), push("t", "a")));
        assertThat(c.find(eq("t", "a")).map(d -> d.get("_id"))).containsExactly(1);
        assertThat(c.find(eq("t", "x")).first()).isNull();
    }

    @Test
    void two_arrays_in_one_index_are_refused_before_anything_is_stored() {
        var c = connected.collection("{_id:1,z:1,a:[1,2],b:1}");
        c.createIndex(Indexes.ascending("z"));
        c.createIndex(Indexes.ascending("a", "b"));
        refused(PARALLEL_ARRAYS, () -> c.insertOne(Connected.json("{_id:2,z:5,a:[1],b:[2]}")));
        refused(PARALLEL_ARRAYS, () -> c.updateOne(eq("_id", 1), combine(set("z", 2), set("b", List.of(1, 2)))));
        assertThat(c.find(eq("z", 1)).first()).isNotNull();
        assertThat(c.find(eq("z", 2)).first()).isNull();
        assertThat(c.find(eq("z", 5)).first()).isNull();
    }

    @Test
    void a_partial_filter_that_cannot_be_evaluated_refuses_writes_without_a_trace() {
        var c = connected.collection("{_id:1}");
        Document odd = new Document("a", new Document("$bitsAllSet", 1));
        c.createIndex(Indexes.ascending("z"));
        try {
            c.createIndex(Indexes.ascending("k"), new IndexOptions().partialFilterExpression(odd));
        } catch (MongoException e) {
            return; // refused at once: better still
        }
        assertThatThrownBy(() -> c.insertOne(Connected.json("{_id:2,a:1,z:5}"))).isInstanceOf(MongoException.class);
        assertThat(c.countDocuments()).isEqualTo(1);
        assertThat(c.find(eq("z", 5)).first()).isNull();
    }

    @Test
    void an_index_over_duplicates_is_refused_and_can_be_built_after_cleaning() {
        var c = connected.collection("{_id:1,k:1}", "{_id:2,k:1}");
        refused(DUPLICATE_KEY, () -> c.createIndex(Indexes.ascending("k"), unique()));
        assertThat(c.listIndexes()).hasSize(1);
        c.deleteOne(eq("_id", 2));
        c.createIndex(Indexes.ascending("k"), unique());
        refused(DUPLICATE_KEY, () -> c.insertOne(Connected.json("{_id:3,k:1}")));
    }

    @Test
    void the_same_index_again_is_no_error_but_other_options_are() {
        var c = connected.collection("{_id:1}");
        c.createIndex(Indexes.ascending("k"), unique());
        c.createIndex(Indexes.ascending("k"), unique());
        assertThatThrownBy(() -> c.createIndex(Indexes.ascending("k"))).isInstanceOf(MongoException.class);
        assertThatThrownBy(() -> c.createIndex(Indexes.ascending("k"), unique().name("other")))
                .isInstanceOf(MongoException.class);
        assertThat(c.listIndexes()).hasSize(2);
    }

    @Test
    void dropping_an_index_by_name_leaves_those_of_other_collections() {
        var a = connected.collection("{_id:1,k:1}");
        var b = connected.collection("{_id:1,k:1}");
        a.createIndex(Indexes.ascending("k"), unique());
        b.createIndex(Indexes.ascending("k"), unique());
        a.dropIndex("k_1");
        a.insertOne(Connected.json("{_id:2,k:1}"));
        refused(DUPLICATE_KEY, () -> b.insertOne(Connected.json("{_id:2,k:1}")));
    }

    @Test
    void dropping_a_database_leaves_one_whose_name_begins_alike() {
        var shop = connected.client().getDatabase("shop");
        var stock = connected.client().getDatabase("shop_stock");
        shop.getCollection("a").insertOne(new Document("_id", 1));
        stock.getCollection("a").insertOne(new Document("_id", 1));
        shop.drop();
        assertThat(shop.getCollection("a").countDocuments()).isZero();
        assertThat(stock.getCollection("a").countDocuments()).isEqualTo(1);
    }

    @Test
    void queries_on_a_large_collection_read_by_the_index() {
        var c = connected.collection();
        List<Document> many = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            many.add(new Document("_id", i).append("customer", "c" + i % 200).append("at", i));
        }
        c.insertMany(many);
        c.createIndex(Indexes.compoundIndex(Indexes.ascending("customer"), Indexes.descending("at")));
        assertThat(newest(c, "c7")).containsExactly(19_807, 19_607, 19_407);
        assertThat(countedByIndex(c, "{customer:'c7'}", 0)).isEqualTo(100);
    }

    @Test
    void what_an_index_counts_is_not_read_however_many_they_are() {
        var c = connected.collection();
        List<Document> many = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            many.add(new Document("_id", i)
                    .append("state", i < 900 ? "OPEN" : "CLOSED")
                    .append("at", i));
        }
        c.insertMany(many);
        c.createIndex(Indexes.ascending("state", "at"));
        for (String filter : List.of("{state:'OPEN'}", "{state:{$in:['OPEN','HELD']}}", "{state:'OPEN',at:{$gte:0}}")) {
            assertThat(countedByIndex(c, filter, 0)).as(filter).isEqualTo(900);
            assertThat(countedByIndex(c, filter, 500)).as(filter).isEqualTo(500);
            assertThat(countedByIndex(c, filter, 1000)).as(filter).isEqualTo(900);
            assertThat(c.countDocuments(Connected.json(filter), new CountOptions().limit(500)))
                    .as(filter)
                    .isEqualTo(500);
        }
        assertThat(countedByIndex(c, "{state:'OPEN',more:null}", 0)).isEqualTo(-1);
    }

    /** What the store answers to the driver's count without reading a document; -1: it would have to read. */
    private static int countedByIndex(MongoCollection<Document> c, String filter, int limit) {
        StoreCollection stored = (StoreCollection) connected
                .store()
                .backend()
                .resolveDatabase("test")
                .resolveCollection(c.getNamespace().getCollectionName(), true);
        String limiting = limit == 0 ? "" : "{$limit:" + limit + "},";
        var wrapped =
                wire(Connected.json("{all:[{$match:" + filter + "}," + limiting + "{$group:{_id:1,n:{$sum:1}}}]}"));
        var reply = AggregationReads.counted(stored, (List<?>) wrapped.get("all"));
        if (reply == null) {
            return -1;
        }
        var batch = (List<?>) ((de.bwaldvogel.mongo.bson.Document) reply.get("cursor")).get("firstBatch");
        return (int) ((de.bwaldvogel.mongo.bson.Document) batch.getFirst()).get("n");
    }

    private static de.bwaldvogel.mongo.bson.Document wire(Document document) {
        var wire = new de.bwaldvogel.mongo.bson.Document();
        document.forEach((name, value) -> wire.append(name, wire(value)));
        return wire;
    }

    private static @Nullable Object wire(@Nullable Object value) {
        return switch (value) {
            case Document document -> wire(document);
            case List<?> list -> list.stream().map(IndexesIT::wire).toList();
            case null, default -> value;
        };
    }

    private static List<Object> newest(MongoCollection<Document> c, String customer) {
        return c.find(eq("customer", customer))
                .sort(new Document("at", -1))
                .limit(3)
                .map(d -> d.get("at"))
                .into(new ArrayList<>());
    }

    private static IndexOptions unique() {
        return new IndexOptions().unique(true);
    }

    private static void refused(int code, ThrowingCallable write) {
        assertThatThrownBy(write)
                .isInstanceOfSatisfying(
                        MongoException.class, e -> assertThat(e.getCode()).isEqualTo(code));
    }
}
