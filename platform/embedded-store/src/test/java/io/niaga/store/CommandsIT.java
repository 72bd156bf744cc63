package io.niaga.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.elemMatch;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.MongoNamespace;
import com.mongodb.MongoWriteException;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CommandsIT {
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
    void hello_says_that_it_can_be_written_to() {
        Document hello = connected.client().getDatabase("admin").runCommand(new Document("hello", 1));
        assertThat(hello).containsEntry("isWritablePrimary", true).containsEntry("ok", 1.0);
    }

    @Test
    void commands_are_counted_by_name() {
        var c = connected.collection("{_id:1}");
        long before = counted("find") + counted("findAndModify");
        long inserts = counted("insert");
        c.find(eq("_id", 1)).first();
        c.findOneAndUpdate(eq("_id", 1), set("a", 1));
        c.insertMany(List.of(id(2), id(3)));
        assertThat(counted("find") + counted("findAndModify")).isEqualTo(before + 2);
        assertThat(counted("insert")).isEqualTo(inserts + 1);
    }

    private static long counted(String command) {
        return connected
                .database()
                .runCommand(new Document("serverStatus", 1))
                .getEmbedded(List.of("metrics", "commands", command, "total"), Number.class)
                .longValue();
    }

    @Test
    void databases_and_collections_are_listed_by_name() {
        var other = connected.client().getDatabase("my-other_one");
        other.getCollection("a.b").insertOne(new Document());
        other.getCollection("c").insertOne(new Document());
        assertThat(connected.client().listDatabaseNames()).contains("my-other_one");
        assertThat(other.listCollectionNames().filter(new Document("name", "a.b")))
                .containsExactly("a.b");
        other.drop();
        assertThat(connected.client().listDatabaseNames()).doesNotContain("my-other_one");
    }

    @Test
    void an_unknown_command_is_refused_by_its_code() {
        assertThatThrownBy(() -> connected.database().runCommand(new Document("explain", "x")))
                .isInstanceOfSatisfying(
                        MongoCommandException.class,
                        e -> assertThat(e.getCode()).isEqualTo(59));
    }

    @Test
    void an_ordered_batch_ends_at_its_first_error_and_says_what_it_did() {
        var c = connected.collection("{_id:2}");
        assertThatThrownBy(() -> c.insertMany(List.of(id(1), id(2), id(3))))
                .isInstanceOfSatisfying(MongoBulkWriteException.class, e -> {
                    assertThat(e.getWriteResult().getInsertedCount()).isEqualTo(1);
                    assertThat(e.getWriteErrors())
                            .singleElement()
                            .extracting("index")
                            .isEqualTo(1);
                });
        assertThat(c.find().map(d -> d.get("_id"))).containsExactly(1, 2);
    }

    @Test
    void an_unordered_batch_does_all_that_it_can() {
        var c = connected.collection("{_id:2}");
        assertThatThrownBy(() -> c.insertMany(List.of(id(1), id(2), id(3)), new InsertManyOptions().ordered(false)))
                .isInstanceOfSatisfying(
                        MongoBulkWriteException.class,
                        e -> assertThat(e.getWriteResult().getInsertedCount()).isEqualTo(2));
        assertThat(c.countDocuments()).isEqualTo(3);
    }

    @Test
    void ordered_updates_end_at_their_first_error() {
        var c = connected.collection("{_id:1}", "{_id:2}");
        List<UpdateOneModel<Document>> updates = List.of(
                new UpdateOneModel<>(eq("_id", 1), set("a", 1)),
                new UpdateOneModel<>(eq("_id", 1), set("_id", 9)),
                new UpdateOneModel<>(eq("_id", 2), set("a", 1)));
        assertThatThrownBy(() -> c.bulkWrite(updates)).isInstanceOf(MongoBulkWriteException.class);
        assertThat(c.countDocuments(exists("a"))).isEqualTo(1);
        assertThatThrownBy(() -> c.bulkWrite(updates, new BulkWriteOptions().ordered(false)))
                .isInstanceOf(MongoBulkWriteException.class);
        assertThat(c.countDocuments(exists("a"))).isEqualTo(2);
    }

    @Test
    void a_mixed_batch_reports_inserts_updates_and_upserts() {
        var c = connected.collection("{_id:1,n:0}");
        var result = c.bulkWrite(List.of(
                new InsertOneModel<>(id(2)),
                new UpdateOneModel<>(eq("_id", 1), inc("n", 1)),
                new UpdateOneModel<>(eq("_id", 3), inc("n", 1), new UpdateOptions().upsert(true))));
        assertThat(result.getInsertedCount()).isEqualTo(1);
        assertThat(result.getModifiedCount()).isEqualTo(1);
        assertThat(result.getUpserts()).singleElement().extracting("index").isEqualTo(2);
    }

    @Test
    void array_filters_change_the_elements_they_name() {
        var c = connected.collection("{_id:1, lines:[{sku:'a',q:1},{sku:'b',q:2},{sku:'b',q:5}]}");
        List<Bson> ofB = List.of(Connected.json("{'line.sku':'b', 'line.q':{$lt:5}}"));
        c.updateOne(eq("_id", 1), inc("lines.$[line].q", 10), new UpdateOptions().arrayFilters(ofB));
        c.updateOne(eq("_id", 1), set("lines.$[].seen", true));
        assertThat(c.find().first())
                .isEqualTo(Connected.json(
                        "{_id:1, lines:[{sku:'a',q:1,seen:true},{sku:'b',q:12,seen:true},{sku:'b',q:5,seen:true}]}"));
    }

    @Test
    void an_element_has_to_match_as_a_whole() {
        var c = connected.collection(
                "{_id:1, lines:[{sku:'a',q:1},{sku:'b',q:9}]}", "{_id:2, lines:[{sku:'a',q:9},{sku:'b',q:1}]}");
        assertThat(c.find(elemMatch("lines", and(eq("sku", "a"), gt("q", 5)))).map(d -> d.get("_id")))
                .containsExactly(2);
    }

    @Test
    void an_update_by_pipeline_is_refused_with_a_reason() {
        var c = connected.collection("{_id:1}");
        List<Document> pipeline = List.of(new Document("$set", new Document("a", 1)));
        assertThatThrownBy(() -> c.updateOne(eq("_id", 1), pipeline))
                .isInstanceOfSatisfying(
                        MongoException.class, e -> assertThat(e.getMessage()).contains("update operators"));
        assertThatThrownBy(() -> c.findOneAndUpdate(eq("_id", 1), pipeline))
                .isInstanceOfSatisfying(
                        MongoException.class, e -> assertThat(e.getMessage()).contains("update operators"));
    }

    @Test
    void every_write_error_has_a_code() {
        var c = connected.collection("{_id:1}");
        assertThatThrownBy(() -> c.updateOne(eq("_id", 1), set("a.b.$.c", 1))).isInstanceOf(MongoWriteException.class);
        assertThatThrownBy(() -> c.updateOne(eq("_id", 1), combine(set("a", 1), inc("a", 1))))
                .isInstanceOf(MongoWriteException.class);
    }

    @Test
    void the_safety_settings_of_a_service_are_understood() {
        var c = connected
                .collection()
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true))
                .withReadConcern(ReadConcern.MAJORITY);
        c.insertOne(id(1));
        assertThat(c.find().first()).isEqualTo(id(1));
    }

    @Test
    void a_write_without_acknowledgement_arrives_and_leaves_the_connection_usable() {
        var c = connected.collection();
        for (int i = 0; i < 20; i++) {
            c.withWriteConcern(WriteConcern.UNACKNOWLEDGED).insertOne(id(i));
        }
        Awaitility.await().atMost(Duration.ofSeconds(5)).until(() -> c.countDocuments() == 20);
    }

    @Test
    void a_result_of_many_batches_is_read_to_its_end() {
        var c = connected.collection();
        List<Document> all = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            all.add(id(i).append("padding", "x".repeat(20_000)));
        }
        c.insertMany(all);
        assertThat(c.find().map(d -> d.get("_id"))).hasSize(1000);
        assertThat(c.find().batchSize(7).limit(100)).hasSize(100);
        assertThat(c.aggregate(List.of(new Document("$match", new Document("_id", new Document("$lt", 500))))))
                .hasSize(500);
    }

    @Test
    void a_document_of_more_than_16_megabytes_is_refused() {
        var c = connected.collection("{_id:1}");
        String large = "x".repeat(9_000_000);
        c.updateOne(eq("_id", 1), set("a", large));
        assertThatThrownBy(() -> c.updateOne(eq("_id", 1), set("b", large))).isInstanceOf(MongoWriteException.class);
        assertThat(c.find().first()).doesNotContainKey("b");
    }

    @Test
    void a_renamed_collection_keeps_its_documents_and_indexes() {
        var c = connected.collection("{_id:1,k:1}");
        c.createIndex(new Document("k", 1));
        c.renameCollection(new MongoNamespace("test", "renamed"));
        var renamed = connected.database().getCollection("renamed");
        assertThat(renamed.listIndexes()).hasSize(2);
        assertThat(renamed.find(eq("k", 1))).hasSize(1);
        assertThat(c.countDocuments()).isZero();
    }

    @Test
    void an_aggregation_groups_sorts_and_pages() {
        var c = connected.collection();
        for (int i = 0; i < 30; i++) {
            c.insertOne(id(i).append("store", "s" + i % 3).append("amount", i).append("at", new Date(i)));
        }
        c.createIndex(new Document("store", 1).append("amount", -1));
        List<Document> found = c.aggregate(List.of(
                        Connected.json("{$match:{amount:{$gte:10}}}"),
                        Connected.json("{$group:{_id:'$store', total:{$sum:'$amount'}, orders:{$sum:1}}}"),
                        Connected.json("{$sort:{total:-1}}")))
                .into(new ArrayList<>());
        assertThat(found)
                .containsExactly(
                        Connected.json("{_id:'s2', total:140, orders:7}"),
                        Connected.json("{_id:'s1', total:133, orders:7}"),
                        Connected.json("{_id:'s0', total:117, orders:6}"));
        assertThat(c.aggregate(List.of(
                                Connected.json("{$match:{store:'s1'}}"),
                                Connected.json("{$sort:{amount:-1}}"),
                                Connected.json("{$skip:2}"),
                                Connected.json("{$limit:2}")))
                        .map(d -> d.get("_id")))
                .containsExactly(22, 19);
    }

    @Test
    void an_aggregation_leaves_what_is_stored_as_it_is() {
        var c = connected.collection("{_id:1, o:{a:1}, list:[{x:1}]}");
        Document before = c.find().first();
        for (String stage :
                List.of("{$addFields:{o:{b:2}}}", "{$unset:'o.a'}", "{$project:{'o.a':0}}", "{$unwind:'$list'}")) {
            c.aggregate(List.of(Connected.json(stage))).into(new ArrayList<>());
            assertThat(c.find().first()).as(stage).isEqualTo(before);
        }
    }

    private static Document id(int id) {
        return new Document("_id", id);
    }
}
