package io.niaga.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/** The same changes and random queries on a store full of indexes and on the library's own, which scans: the answers are the same. */
class PlannerOracleIT {
    private static final int DOCUMENTS = 800;
    private static final int QUERIES = Integer.getInteger("niaga.oracle.queries", 1500);

    private final Random random = Seed.random("planner");
    private final RandomDocuments documents = new RandomDocuments(random, DOCUMENTS);

    @Test
    void queries_by_indexes_answer_as_scans_do() {
        MongoServer library = new MongoServer(H2Backend.inMemory());
        InetSocketAddress address = library.bind();
        try (EmbeddedStore store = EmbeddedStore.inMemory();
                MongoClient plain = MongoClients.create("mongodb://127.0.0.1:" + address.getPort());
                MongoClient indexed = MongoClients.create(store.uri())) {
            var oracle = plain.getDatabase("t").getCollection("c");
            var tested = indexed.getDatabase("t").getCollection("c");
            addIndexes(tested);
            for (int i = 0; i < DOCUMENTS; i++) {
                Document document = documents.document(i);
                oracle.insertOne(new Document(document));
                tested.insertOne(document);
            }
            for (int i = 0; i < QUERIES; i++) {
                if (i % 8 == 0) {
                    documents.change(List.of(oracle, tested));
                }
                compare(oracle, tested);
            }
        } finally {
            library.shutdownNow();
        }
    }

    private static void addIndexes(MongoCollection<Document> c) {
        c.createIndex(Indexes.ascending("s", "n"));
        c.createIndex(Indexes.compoundIndex(Indexes.ascending("s"), Indexes.descending("d")));
        c.createIndex(Indexes.descending("n"));
        c.createIndex(Indexes.ascending("tags"));
        c.createIndex(Indexes.ascending("tags", "n"));
        c.createIndex(Indexes.ascending("o.k", "n"));
        c.createIndex(Indexes.ascending("mix"), new IndexOptions().sparse(true));
        c.createIndex(
                Indexes.ascending("d"),
                new IndexOptions().name("part").partialFilterExpression(new Document("s", "b")));
        c.createIndex(
                Indexes.ascending("mix", "n"),
                new IndexOptions()
                        .name("having")
                        .partialFilterExpression(new Document("mix", new Document("$exists", true))));
        c.createIndex(Indexes.ascending("items.sku", "items.qty"));
        c.createIndex(Indexes.ascending("items.marks"));
    }

    private void compare(MongoCollection<Document> oracle, MongoCollection<Document> tested) {
        Document filter = documents.filter();
        Document order = documents.order();
        int limit = order == null || random.nextInt(3) == 0 ? 0 : 1 + random.nextInt(20);
        int skip = order == null || random.nextInt(4) > 0 ? 0 : random.nextInt(10);
        List<Integer> expected = find(oracle, filter, order, skip, limit);
        List<Integer> found = find(tested, filter, order, skip, limit);
        assertThat(found)
                .as("%s sort %s skip %d limit %d", filter.toJson(), order, skip, limit)
                .isEqualTo(expected);
        if (limit == 0 && skip == 0) {
            assertThat(tested.countDocuments(filter))
                    .as("count of %s", filter.toJson())
                    .isEqualTo(expected.size());
        }
    }

    private static List<Integer> find(
            MongoCollection<Document> c, Document filter, Document order, int skip, int limit) {
        List<Integer> found = c.find(filter)
                .sort(order)
                .skip(skip)
                .limit(limit)
                .map(document -> document.getInteger("_id"))
                .into(new ArrayList<>());
        if (order == null) {
            found.sort(Comparator.naturalOrder());
        }
        return found;
    }
}
