package io.niaga.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.push;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOptions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ConcurrencyIT {
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
    void of_200_buyers_of_the_last_50_units_exactly_50_get_one() throws Exception {
        var stock = connected.collection("{_id:'s', available:50, reserved:0, ops:[]}");
        List<Boolean> taken = Together.run(
                200,
                buyer -> () -> stock.updateOne(
                                        and(eq("_id", "s"), gte("available", 1)),
                                        combine(inc("available", -1), inc("reserved", 1), push("ops", buyer)))
                                .getModifiedCount()
                        == 1);
        assertThat(taken).filteredOn(one -> one).hasSize(50);
        Document left = stock.find().first();
        assertThat(left).containsEntry("available", 0).containsEntry("reserved", 50);
        assertThat(new HashSet<>(left.getList("ops", Integer.class))).hasSize(50);
    }

    @Test
    void of_many_inserts_with_one_unique_key_one_wins() throws Exception {
        var c = connected.collection();
        c.createIndex(Indexes.ascending("key"), new IndexOptions().unique(true));
        List<Boolean> inserted = Together.run(32, i -> () -> {
            try {
                c.insertOne(new Document("_id", i).append("key", "same"));
                return true;
            } catch (MongoWriteException e) {
                assertThat(e.getCode()).isEqualTo(11_000);
                return false;
            }
        });
        assertThat(inserted).filteredOn(one -> one).hasSize(1);
        assertThat(c.countDocuments()).isEqualTo(1);
    }

    @Test
    void a_version_is_raised_by_one_writer_at_a_time() throws Exception {
        var c = connected.collection("{_id:1, version:0, total:0}");
        List<Integer> done = Together.run(16, thread -> () -> {
            int raised = 0;
            while (raised < 25) {
                int read = Objects.requireNonNull(c.find(eq("_id", 1)).first()).getInteger("version");
                raised += (int)
                        c.updateOne(and(eq("_id", 1), eq("version", read)), combine(inc("version", 1), inc("total", 1)))
                                .getModifiedCount();
            }
            return raised;
        });
        assertThat(done).hasSize(16);
        assertThat(c.find().first()).containsEntry("version", 400).containsEntry("total", 400);
    }

    @Test
    void numbers_drawn_from_a_counter_are_all_different() throws Exception {
        var c = connected.collection();
        var after = new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER);
        List<List<Integer>> drawn = Together.run(16, thread -> () -> {
            List<Integer> mine = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                mine.add(c.findOneAndUpdate(eq("_id", "counter"), inc("n", 1), after)
                        .getInteger("n"));
            }
            return mine;
        });
        assertThat(drawn.stream().flatMap(List::stream).distinct()).hasSize(320);
    }

    @Test
    void one_of_many_claims_of_a_due_document_gets_it() throws Exception {
        var c = connected.collection();
        for (int i = 0; i < 100; i++) {
            c.insertOne(new Document("_id", i).append("state", "DUE"));
        }
        c.createIndex(Indexes.ascending("state"));
        List<List<Object>> claimed = Together.run(8, thread -> () -> {
            List<Object> mine = new ArrayList<>();
            Document next = c.findOneAndUpdate(eq("state", "DUE"), set("state", "TAKEN"));
            while (next != null) {
                mine.add(next.get("_id"));
                next = c.findOneAndUpdate(eq("state", "DUE"), set("state", "TAKEN"));
            }
            return mine;
        });
        assertThat(claimed.stream().flatMap(List::stream)).hasSize(100).doesNotHaveDuplicates();
    }

    @Test
    void upserts_of_one_id_make_one_document() throws Exception {
        var c = connected.collection();
        Together.run(16, thread -> () -> c.updateOne(eq("_id", "one"), inc("n", 1), new UpdateOptions().upsert(true)));
        assertThat(c.find().first()).isEqualTo(new Document("_id", "one").append("n", 16));
    }

    @Test
    void a_position_found_by_a_writer_is_not_disturbed_by_readers() throws Exception {
        var c = connected.collection("{_id:1, lines:[{sku:'a',q:0},{sku:'b',q:0},{sku:'c',q:0}]}");
        AtomicBoolean done = new AtomicBoolean();
        Together.run(4, thread -> () -> {
            if (thread > 0) {
                while (!done.get()) {
                    c.find(eq("lines.sku", "a")).first();
                }
                return 0;
            }
            for (int i = 0; i < 1500; i++) {
                c.updateOne(and(eq("_id", 1), eq("lines.sku", "c")), inc("lines.$.q", 1));
            }
            done.set(true);
            return 0;
        });
        assertThat(c.find().first().getList("lines", Document.class))
                .extracting(line -> line.get("q"))
                .containsExactly(0, 0, 1500);
    }

    @Test
    void readers_beside_writers_see_whole_documents_and_each_one_once() throws Exception {
        var c = connected.collection();
        List<Document> all = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            all.add(state(i, "A", 0));
        }
        c.insertMany(all);
        c.createIndex(Indexes.ascending("state", "n"));
        c.createIndex(Indexes.ascending("list"));
        AtomicBoolean done = new AtomicBoolean();
        AtomicInteger reads = new AtomicInteger();
        List<String> wrong =
                Together.run(6, thread -> () -> thread < 3 ? write(c, thread, done) : read(c, thread, done, reads))
                        .stream()
                        .filter(problem -> !problem.isEmpty())
                        .toList();
        assertThat(wrong).isEmpty();
        assertThat(reads.get()).isPositive();
    }

    private static Document state(int id, String state, int n) {
        return new Document("_id", id).append("state", state).append("n", n).append("list", List.of(n, n + 1000));
    }

    private static String write(MongoCollection<Document> c, int thread, AtomicBoolean done) {
        for (int i = 0; i < 1200; i++) {
            int id = (i * 3 + thread) % 400;
            c.replaceOne(eq("_id", id), state(id, i % 2 == 0 ? "B" : "A", i % 500));
        }
        done.set(true);
        return "";
    }

    private static String read(MongoCollection<Document> c, int thread, AtomicBoolean done, AtomicInteger reads) {
        while (!done.get()) {
            var query = thread == 3 ? c.find() : c.find(in("state", "A", "B"));
            List<Document> found = query.into(new ArrayList<>());
            long different = found.stream().map(d -> d.get("_id")).distinct().count();
            if (found.size() != 400 || different != 400) {
                return "found " + found.size() + ", different " + different;
            }
            for (Document document : found) {
                int n = document.getInteger("n");
                if (!List.of(n, n + 1000).equals(document.get("list"))) {
                    return "torn: " + document;
                }
            }
            reads.incrementAndGet();
        }
        return "";
    }

    @Test
    void what_is_read_by_id_is_found_by_the_index_too_and_the_other_way_round() throws Exception {
        var c = connected.collection("{_id:1, version:0, filler:1}");
        c.createIndex(Indexes.ascending("version"));
        for (int i = 2; i < 300; i++) {
            c.insertOne(new Document("_id", i).append("version", -i));
        }
        AtomicBoolean done = new AtomicBoolean();
        List<String> wrong = Together.run(3, thread -> () -> {
            if (thread == 0) {
                for (int i = 0; i < 2500; i++) {
                    c.updateOne(eq("_id", 1), inc("version", 1));
                }
                done.set(true);
                return "";
            }
            return compare(c, done);
        });
        assertThat(wrong).containsOnly("");
    }

    private static String compare(MongoCollection<Document> c, AtomicBoolean done) {
        while (!done.get()) {
            int before = version(c);
            Document found = c.find(eq("version", before)).first();
            int after = version(c);
            if (found == null && before == after) {
                return before + " was there all the time and the index did not find it";
            }
            if (found != null && found.getInteger("version") > after) {
                return "the index is ahead";
            }
        }
        return "";
    }

    private static int version(MongoCollection<Document> c) {
        return c.find(eq("_id", 1)).first().getInteger("version");
    }
}
