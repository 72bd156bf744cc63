package io.niaga.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.not;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.pull;
import static com.mongodb.client.model.Updates.pullByFilter;
import static com.mongodb.client.model.Updates.push;
import static com.mongodb.client.model.Updates.pushEach;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.PushOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOneModel;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The guarded writes that the outbox, the inbox and reservations are made of. */
class OutboxProtocolIT {
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
    void a_write_pushes_its_events_and_takes_the_lease_only_on_the_version_it_read() {
        var orders = connected.collection("{_id:'o1', version:3, outboxSeq:{$numberLong:'7'}, outbox:[]}");
        Bson change = combine(
                set("state", "CONFIRMED"),
                inc("version", 1),
                inc("outboxSeq", 2L),
                pushEach("outbox", List.of(new Document("seq", 8L), new Document("seq", 9L))),
                set("outboxDue", new Date()),
                set("outboxLease", new Document("claim", "c1").append("until", new Date())));
        Bson guard = and(eq("_id", "o1"), eq("version", 3));
        assertThat(orders.updateOne(guard, change).getModifiedCount()).isEqualTo(1);
        assertThat(orders.updateOne(guard, change).getModifiedCount())
                .as("stale")
                .isZero();
        Document order = orders.find().first();
        assertThat(order.get("outboxSeq")).isEqualTo(9L);
        assertThat(order.getList("outbox", Document.class)).hasSize(2);
    }

    @Test
    void an_acknowledgement_removes_what_was_published_and_the_lease_when_nothing_came_after() {
        var orders = orderWithOutbox();
        Bson ack = combine(
                pull("outbox", new Document("seq", new Document("$lte", 3L))),
                unset("outboxDue"),
                unset("outboxLease"));
        assertThat(orders.updateOne(ack("c1", 3L), ack).getModifiedCount()).isEqualTo(1);
        assertThat(orders.find().first())
                .isEqualTo(new Document("_id", "o1").append("outboxSeq", 3L).append("outbox", List.of()));
    }

    @Test
    void an_acknowledgement_of_another_claim_or_of_an_older_sequence_changes_nothing() {
        var orders = orderWithOutbox();
        Bson ack = combine(pullByFilter(Filters.lte("outbox", new Document("seq", 3L))), unset("outboxLease"));
        Document before = orders.find().first();
        assertThat(orders.updateOne(ack("c2", 3L), ack).getMatchedCount()).isZero();
        assertThat(orders.updateOne(ack("c1", 2L), ack).getMatchedCount()).isZero();
        assertThat(orders.find().first()).isEqualTo(before);
    }

    @Test
    void an_acknowledgement_without_the_sequence_keeps_the_lease_and_the_newer_events() {
        var orders = orderWithOutbox();
        Bson partly = pull("outbox", new Document("seq", new Document("$lte", 2L)));
        assertThat(orders.updateOne(and(eq("_id", "o1"), eq("outboxLease.claim", "c1")), partly)
                        .getModifiedCount())
                .isEqualTo(1);
        Document order = orders.find().first();
        assertThat(order.getList("outbox", Document.class)).containsExactly(event(3L));
        assertThat(order).containsKeys("outboxLease", "outboxDue");
    }

    private static MongoCollection<Document> orderWithOutbox() {
        var orders = connected.collection();
        orders.insertOne(new Document("_id", "o1")
                .append("outboxSeq", 3L)
                .append("outbox", List.of(event(1L), event(2L), event(3L)))
                .append("outboxDue", new Date())
                .append("outboxLease", new Document("claim", "c1").append("until", new Date())));
        return orders;
    }

    private static Document event(long seq) {
        return new Document("seq", seq).append("to", "topic").append("body", "{}");
    }

    private static Bson ack(String claim, long last) {
        return and(eq("_id", "o1"), eq("outboxLease.claim", claim), eq("outboxSeq", last));
    }

    @Test
    void due_documents_whose_lease_lapsed_are_found_by_a_sparse_index_and_claimed_once() {
        var orders = connected.collection();
        orders.createIndex(new Document("outboxDue", 1), new IndexOptions().sparse(true));
        Instant now = Instant.now();
        for (int i = 0; i < 200; i++) {
            Document order = new Document("_id", i);
            if (i % 20 == 0) {
                order.append("outboxDue", Date.from(now.minusSeconds(60)))
                        .append("outboxLease", new Document("until", Date.from(now.plusSeconds(i < 100 ? -1 : 30))));
            }
            orders.insertOne(order);
        }
        Bson lapsed = and(Filters.lte("outboxDue", Date.from(now)), Filters.lt("outboxLease.until", Date.from(now)));
        assertThat(orders.find(lapsed).limit(100).map(d -> d.get("_id"))).containsExactly(0, 20, 40, 60, 80);
        Bson claim = set("outboxLease", new Document("claim", "c9").append("until", Date.from(now.plusSeconds(30))));
        assertThat(orders.findOneAndUpdate(and(eq("_id", 20), lapsed), claim)).isNotNull();
        assertThat(orders.findOneAndUpdate(and(eq("_id", 20), lapsed), claim)).isNull();
    }

    @Test
    void stock_is_taken_once_per_operation_and_only_while_there_is_enough() {
        var stock = stockOf(5);
        assertThat(take(stock, "r1/1/1", 3)).isTrue();
        assertThat(take(stock, "r1/1/1", 3)).as("the same operation").isFalse();
        assertThat(take(stock, "r2/1/1", 3)).as("not enough").isFalse();
        assertThat(take(stock, "r3/1/1", 2)).isTrue();
        assertThat(stock.find().first()).containsEntry("available", 0).containsEntry("reserved", 5);
    }

    @Test
    void what_an_operation_took_is_given_back_once() {
        var stock = stockOf(5);
        take(stock, "r1/1/1", 3);
        take(stock, "r2/1/1", 1);
        assertThat(undo(stock, "r1/1/1", 3)).isTrue();
        assertThat(undo(stock, "r1/1/1", 3)).as("again").isFalse();
        assertThat(stock.find().first())
                .containsEntry("available", 4)
                .containsEntry("reserved", 1)
                .containsEntry("version", 3)
                .extractingByKey("ops")
                .asInstanceOf(InstanceOfAssertFactories.list(Document.class))
                .extracting(op -> op.get("id"))
                .containsExactly("r2/1/1");
    }

    @Test
    void a_count_applies_only_to_the_stock_it_was_made_for() {
        var stock = stockOf(5);
        Bson counted = and(eq("_id", "s1"), eq("onHand", 5), gte("available", 3));
        Bson lower = combine(inc("onHand", -3), inc("available", -3));
        assertThat(stock.updateOne(counted, lower).getModifiedCount()).isEqualTo(1);
        assertThat(stock.updateOne(counted, lower).getModifiedCount()).isZero();
    }

    private static MongoCollection<Document> stockOf(int units) {
        var stock = connected.collection();
        stock.insertOne(new Document("_id", "s1")
                .append("onHand", units)
                .append("available", units)
                .append("reserved", 0)
                .append("version", 0)
                .append("ops", List.of()));
        return stock;
    }

    private static boolean take(MongoCollection<Document> stock, String op, int quantity) {
        Bson guard = and(eq("_id", "s1"), gte("available", quantity), ne("ops.id", op));
        Bson change = combine(
                inc("available", -quantity),
                inc("reserved", quantity),
                inc("version", 1),
                push("ops", new Document("id", op).append("at", new Date())));
        return stock.updateOne(guard, change).getModifiedCount() == 1;
    }

    private static boolean undo(MongoCollection<Document> stock, String op, int quantity) {
        Bson change = combine(
                inc("available", quantity),
                inc("reserved", -quantity),
                inc("version", 1),
                pull("ops", new Document("id", op)));
        return stock.updateOne(and(eq("_id", "s1"), eq("ops.id", op)), change).getModifiedCount() == 1;
    }

    @Test
    void an_inbox_takes_each_sequence_of_a_source_once_and_never_an_older_one() {
        var shipments = connected.collection("{_id:'x', total:0}");
        long[] delivered = {1, 2, 2, 5, 3, 5, 6};
        for (long seq : delivered) {
            Bson guard = and(eq("_id", "x"), not(gte("lastSeq.order", seq)));
            shipments.updateOne(guard, combine(inc("total", 1), set("lastSeq.order", seq)));
        }
        shipments.updateOne(
                and(eq("_id", "x"), not(gte("lastSeq.payment", 1L))),
                combine(inc("total", 10), set("lastSeq.payment", 1L)));
        assertThat(shipments.find().first())
                .isEqualTo(new Document("_id", "x")
                        .append("total", 14)
                        .append("lastSeq", new Document("order", 6L).append("payment", 1L)));
    }

    @Test
    void a_batch_of_guarded_effects_applies_each_on_its_own() {
        var targets = connected.collection("{_id:1}", "{_id:2, lastSeq:{src:{$numberLong:'9'}}}", "{_id:3}");
        var result = targets.bulkWrite(List.of(effect(1), effect(2), effect(3)));
        assertThat(result.getModifiedCount()).isEqualTo(2);
        assertThat(targets.find(eq("seen", true)).map(d -> d.get("_id"))).containsExactly(1, 3);
    }

    private static UpdateOneModel<Document> effect(int id) {
        return new UpdateOneModel<>(
                and(eq("_id", id), not(gte("lastSeq.src", 5L))), combine(set("seen", true), set("lastSeq.src", 5L)));
    }

    @Test
    void an_array_keeps_its_newest_entries() {
        var carts = connected.collection("{_id:1, history:[1,2,3]}");
        carts.updateOne(eq("_id", 1), pushEach("history", List.of(4, 5), new PushOptions().slice(-3)));
        assertThat(carts.find().first().getList("history", Integer.class)).containsExactly(3, 4, 5);
    }

    @Test
    void the_changed_document_comes_back_with_a_claim() {
        var due = connected.collection("{_id:1, at:5}", "{_id:2, at:3}", "{_id:3, at:9}");
        Document claimed = due.findOneAndUpdate(
                Filters.lt("at", 8),
                set("claim", "c1"),
                new FindOneAndUpdateOptions().sort(new Document("at", 1)).returnDocument(ReturnDocument.AFTER));
        assertThat(claimed).isEqualTo(Connected.json("{_id:2, at:3, claim:'c1'}"));
    }
}
