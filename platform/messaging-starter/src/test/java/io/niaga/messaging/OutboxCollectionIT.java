package io.niaga.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.niaga.types.ProblemException;
import io.niaga.types.ProblemKind;
import io.niaga.types.Revision;
import java.util.Date;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;

/** The write side on a database, with a courier that only takes notes. */
class OutboxCollectionIT {
    private final Replica replica = new Replica();
    private final OutboxCollection things = replica.outboxes.collection("things");

    @AfterEach
    void close() {
        replica.close();
    }

    private static List<Outgoing> fact(int n) {
        return List.of(Outgoing.to("facts", Fact.TYPE, new Fact("a", n)));
    }

    private Document stored(String id) {
        return things.raw().find(new Document("_id", id)).first();
    }

    private Revision loaded(String id) {
        return OutboxCollection.revision(things.findById(id));
    }

    private void settled(String id) {
        await().until(() -> !stored(id).containsKey("outboxDue"));
    }

    @Test
    void a_write_and_its_events_are_one_document_write_and_the_publisher_ends_with_one_more() {
        things.insert(new Document("_id", "a").append("x", 1), fact(1));
        settled("a");
        assertThat(replica.told).extracting(Pending::seq).containsExactly(1L);
        assertThat(stored("a"))
                .containsEntry("version", 1L)
                .containsEntry("outboxSeq", 1L)
                .containsEntry("x", 1)
                .containsEntry("outbox", List.of())
                .doesNotContainKeys("outboxDue", "outboxLease");
    }

    @Test
    void creating_something_twice_is_a_duplicate_key_and_tells_nothing() {
        things.insert(new Document("_id", "a"), fact(1));
        settled("a");
        assertThatThrownBy(() -> things.insert(new Document("_id", "a"), fact(2)))
                .isInstanceOf(DuplicateKeyException.class);
        assertThat(replica.told).hasSize(1);
    }

    @Test
    void of_two_writers_with_the_same_revision_one_succeeds() {
        things.insert(new Document("_id", "a"), List.of());
        Revision both = loaded("a");
        assertThat(things.update("a", both, Updates.set("x", 1), fact(1))).isTrue();
        assertThat(things.update("a", both, Updates.set("x", 2), fact(2))).isFalse();
        settled("a");
        assertThat(stored("a")).containsEntry("x", 1).containsEntry("version", 2L);
        assertThat(replica.told).hasSize(1);
    }

    @Test
    void a_guard_must_hold_even_on_a_field_of_the_outbox_itself() {
        things.insert(new Document("_id", "a").append("left", 3), List.of());
        assertThat(things.update("a", Filters.gte("left", 4), loaded("a"), Updates.inc("left", -4), fact(1)))
                .isFalse();
        assertThat(things.update("a", Filters.gte("left", 3), loaded("a"), Updates.inc("left", -3), fact(1)))
                .isTrue();
        assertThat(things.update("a", Filters.eq("version", 99L), loaded("a"), new Document(), List.of()))
                .isFalse();
        assertThat(stored("a")).containsEntry("left", 0);
    }

    @Test
    void an_event_applied_once_is_dropped_when_it_comes_again_or_late() {
        things.insert(new Document("_id", "a").append("n", 0), List.of());
        for (long seq : new long[] {3, 3, 2, 5}) {
            things.update(
                    "a",
                    Inbox.guard("payment", seq),
                    loaded("a"),
                    Updates.combine(Updates.inc("n", 1), Inbox.mark("payment", seq)),
                    List.of());
        }
        assertThat(stored("a")).containsEntry("n", 2);
        assertThat(Inbox.seen(stored("a"), "payment", 5)).isTrue();
    }

    @Test
    void changes_that_use_the_same_operators_are_merged_and_our_fields_are_refused() {
        things.insert(new Document("_id", "a"), List.of());
        assertThat(things.update(
                        "a",
                        loaded("a"),
                        Updates.combine(Updates.set("s", 1), Updates.inc("i", 2), Updates.push("list", "x")),
                        fact(1)))
                .isTrue();
        settled("a");
        assertThat(stored("a")).containsEntry("s", 1).containsEntry("i", 2).containsEntry("list", List.of("x"));
        for (String ours : List.of("version", "outbox", "outbox.0", "outboxLease.claim", "outboxSeq", "outboxDue")) {
            assertThatThrownBy(() -> things.update("a", loaded("a"), Updates.set(ours, 1), List.of()))
                    .as(ours)
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> things.update("a", loaded("a"), new Document("whole", 1), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_outbox_is_not_part_of_what_is_read() {
        replica.hold();
        things.insert(new Document("_id", "a"), fact(1));
        assertThat(things.findById("a")).doesNotContainKeys("outbox", "outboxLease");
        assertThat(loaded("a")).isEqualTo(new Revision(1, 1, false));
        assertThat(things.findById("nobody")).isNull();
        replica.goOn();
        settled("a");
        assertThat(loaded("a")).isEqualTo(new Revision(1, 1, true));
    }

    @Test
    void writes_behind_waiting_events_are_told_by_the_publisher_that_is_at_it() {
        replica.hold();
        things.insert(new Document("_id", "a"), fact(1));
        for (int n = 2; n <= 5; n++) {
            assertThat(things.update("a", loaded("a"), Updates.set("n", n), fact(n)))
                    .isTrue();
        }
        replica.goOn();
        settled("a");
        assertThat(replica.told).extracting(Pending::seq).containsExactly(1L, 2L, 3L, 4L, 5L);
    }

    @Test
    void a_write_that_just_missed_the_publisher_takes_the_lease_itself() {
        replica.hold();
        things.insert(new Document("_id", "a"), fact(1));
        Revision before = loaded("a");
        replica.goOn();
        settled("a");
        assertThat(before.outboxEmpty()).isFalse();
        assertThat(things.update("a", before, Updates.set("n", 2), fact(2))).isTrue();
        settled("a");
        assertThat(replica.told).extracting(Pending::seq).containsExactly(1L, 2L);
    }

    @Test
    void a_full_outbox_refuses_the_next_write_for_now() {
        replica.hold();
        things.insert(new Document("_id", "a"), fact(1));
        for (int n = 2; n <= Backlog.MOST; n++) {
            assertThat(things.update("a", loaded("a"), new Document(), fact(n))).isTrue();
        }
        Revision full = loaded("a");
        assertThatThrownBy(() -> things.update("a", full, Updates.set("x", 1), fact(65)))
                .isInstanceOfSatisfying(ProblemException.class, refused -> {
                    assertThat(refused.problem()).isEqualTo(OutboxProblem.OUTBOX_FULL);
                    assertThat(refused.problem().kind()).isEqualTo(ProblemKind.UNAVAILABLE);
                });
        assertThat(things.update("a", full, Updates.set("x", 2), List.of()))
                .as("a write without events has room")
                .isTrue();
        assertThat(things.update("a", full, Updates.set("x", 3), fact(65)))
                .as("stale, not full")
                .isFalse();
        replica.goOn();
        settled("a");
        assertThat(replica.told).hasSize(Backlog.MOST).extracting(Pending::seq).isSorted();
        assertThat(things.update("a", loaded("a"), Updates.set("x", 4), fact(65)))
                .isTrue();
    }

    @Test
    void what_a_dead_process_left_is_told_by_the_safety_net_when_its_lease_lapsed() {
        things.insert(new Document("_id", "a"), List.of());
        Document left = new Pending(1, "facts", Fact.TYPE, "{}", new Date().toInstant(), null, null, null).toDocument();
        Document lease = Lease.of("a", replica.now().plusSeconds(1)).toDocument();
        things.raw()
                .updateOne(
                        new Document("_id", "a"),
                        Updates.combine(
                                Updates.push("outbox", left),
                                Updates.set("outboxSeq", 1L),
                                Updates.set("outboxDue", new Date()),
                                Updates.set("outboxLease", lease)));
        replica.net.sweep();
        assertThat(stored("a")).as("somebody's lease").containsKey("outboxDue");
        await().untilAsserted(() -> {
            replica.net.sweep();
            assertThat(stored("a")).doesNotContainKeys("outboxDue", "outboxLease");
        });
        assertThat(replica.told).hasSize(1);
    }

    @Test
    void after_an_outage_everything_is_told_in_order() {
        replica.away(true);
        IntStream.range(0, 150).forEach(i -> things.insert(new Document("_id", "b" + i), fact(i)));
        await().until(replica.relay::suspended);
        replica.away(false);
        replica.net.start();
        await().untilAsserted(() -> assertThat(things.raw().countDocuments(Filters.exists("outboxDue")))
                .isZero());
        assertThat(replica.told).hasSize(150);
        assertThat(replica.relay.suspended()).isFalse();
        assertThat(replica.gauge("niaga.outbox.oldest.age")).isNotNegative();
    }

    @Test
    void a_local_writer_gets_the_event_under_its_derived_id_and_a_duplicate_is_done() {
        things.insert(
                new Document("_id", "a"),
                List.of(
                        Outgoing.local("moves", "moved.v1", new Document("units", 3)),
                        Outgoing.local("moves", "moved.v1", new Fact("a", 4))));
        settled("a");
        assertThat(replica.moves.find().into(new java.util.ArrayList<>()))
                .extracting(move -> move.getString("_id"))
                .containsExactlyInAnyOrder("a/1", "a/2");
        replica.moves.insertOne(new Document("_id", "a/3"));
        things.update("a", loaded("a"), new Document(), List.of(Outgoing.local("moves", "moved.v1", new Document())));
        settled("a");
        assertThat(replica.moves.countDocuments()).isEqualTo(3);
    }

    @Test
    void what_can_never_be_told_is_refused_before_it_is_written() {
        Document thing = new Document("_id", "a");
        assertThatThrownBy(() -> things.insert(thing, List.of(Outgoing.local("nobody", "x.v1", new Document()))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> things.insert(
                        thing, List.of(Outgoing.to("facts", "x.v1", new Fact("x".repeat(EventJson.MOST_BYTES), 1)))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(things.findById("a")).isNull();
    }

    @Test
    void a_publisher_that_was_overtaken_has_the_current_state_told_under_a_new_number() {
        OutboxCollection states = replica.outboxes.collection(
                "states", state -> List.of(Outgoing.to("states", Fact.TYPE, new Fact("s", state.getInteger("x")))));
        replica.hold();
        states.insert(new Document("_id", "s").append("x", 1), fact(1));
        await().until(replica::holding);
        // Another replica took over after the lease had lapsed, told everything and a newer state, too.
        states.raw()
                .updateOne(
                        new Document("_id", "s"),
                        Updates.combine(
                                Updates.set("x", 2),
                                Updates.set("outbox", List.of()),
                                Updates.set("outboxSeq", 2L),
                                Updates.set("version", 2L),
                                Updates.unset("outboxDue"),
                                Updates.unset("outboxLease")));
        replica.goOn();
        await().untilAsserted(
                        () -> assertThat(replica.told).extracting(Pending::seq).containsExactly(1L, 3L));
        assertThat(replica.told.getLast().body()).asString().contains("\"n\":2");
    }
}
