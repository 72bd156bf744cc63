package io.niaga.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

/** What becomes of a duplicate, late, unknown, malformed, poisoned event, and of those behind it. */
class DeliveryIT {
    private final List<String> effects = new ArrayList<>();
    private final Set<String> poisoned = new HashSet<>();
    private boolean away;
    private int tries;

    private final Heard each = new Heard(Subscription.to("facts")
            .as(Heard.GROUP)
            .on(Fact.TYPE, Fact.class, this::effect)
            .build());
    private final Heard ordered = new Heard(Subscription.to("facts")
            .as(Heard.GROUP)
            .on(Fact.TYPE, Fact.class, this::effect)
            .inOrder()
            .build());

    private void effect(Fact fact, Envelope envelope) {
        tries++;
        if (away) {
            throw new DependencyDown("away", new IllegalStateException());
        }
        if (poisoned.contains(fact.id() + fact.n())) {
            throw new IllegalStateException("a bug");
        }
        effects.add(fact.id() + fact.n());
    }

    @Test
    void types_that_nobody_asked_for_are_not_even_parsed() throws Exception {
        each.poll(each.record("a", 1, "something.else.v1", "{broken"), each.fact("a", 2));
        assertThat(effects).containsExactly("a2");
        assertThat(each.letters()).isEmpty();
    }

    @Test
    void a_malformed_event_is_a_dead_letter_at_once_and_holds_nobody_up() throws Exception {
        each.poll(
                each.record("a", 1, Fact.TYPE, "{broken"),
                each.record("b", 1, Fact.TYPE, "{\"id\":{},\"n\":1}"),
                each.record("c", 1, Fact.TYPE, "null"),
                each.bare("d", "{}"),
                each.fact("a", 2));
        assertThat(effects).containsExactly("a2");
        assertThat(each.letters())
                .extracting(DeadLetter::reason)
                .containsExactly(
                        DeadLetter.Reason.MALFORMED,
                        DeadLetter.Reason.MALFORMED,
                        DeadLetter.Reason.MALFORMED,
                        DeadLetter.Reason.MALFORMED);
    }

    @Test
    void an_unknown_version_of_a_known_type_is_a_dead_letter_and_a_new_field_is_not() throws Exception {
        each.poll(
                each.record("a", 1, "test.happened.v9", "{}"),
                each.record("a", 2, Fact.TYPE, "{\"id\":\"a\",\"n\":2,\"fromTheFuture\":[1]}"));
        assertThat(effects).containsExactly("a2");
        assertThat(each.letters()).singleElement().satisfies(letter -> {
            assertThat(letter.reason()).isEqualTo(DeadLetter.Reason.UNKNOWN_VERSION);
            assertThat(letter.type()).isEqualTo("test.happened.v9");
        });
    }

    @Test
    void a_bug_is_tried_three_times_and_then_set_aside_with_its_kind_only() throws Exception {
        poisoned.add("a1");
        each.poll(each.fact("a", 1), each.fact("a", 2));
        assertThat(tries).isEqualTo(4);
        assertThat(effects).containsExactly("a2");
        assertThat(each.letters()).singleElement().satisfies(letter -> {
            assertThat(letter.reason()).isEqualTo(DeadLetter.Reason.FAILED);
            assertThat(letter.error()).isEqualTo("IllegalStateException");
            assertThat(letter.key()).isEqualTo("a");
        });
    }

    @Test
    void the_same_dead_letter_delivered_again_is_kept_once() throws Exception {
        poisoned.add("a1");
        ConsumerRecord<String, byte[]> poison = each.fact("a", 1);
        each.poll(poison);
        each.poll(poison);
        assertThat(each.letters()).hasSize(1);
    }

    @Test
    void what_is_away_is_waited_for_from_the_first_event_without_its_effect() {
        ConsumerRecord<String, byte[]> first = each.fact("a", 1);
        ConsumerRecord<String, byte[]> second = each.fact("b", 1);
        away = true;
        assertThatThrownBy(() -> each.poll(each.record("x", 1, "other.v1", "{}"), first, second))
                .isInstanceOfSatisfying(
                        BackOff.class, back -> assertThat(back.from()).isEqualTo(1));
        assertThat(tries).as("not tried in vain").isEqualTo(1);
        assertThat(each.letters()).isEmpty();
    }

    @Test
    void behind_a_dead_letter_its_key_waits_and_others_go_on() throws Exception {
        poisoned.add("a1");
        ordered.poll(ordered.fact("a", 1), ordered.fact("a", 2), ordered.fact("b", 1));
        ordered.poll(ordered.fact("a", 3), ordered.fact("b", 2));
        assertThat(effects).containsExactly("b1", "b2");
        assertThat(ordered.letters())
                .extracting(DeadLetter::reason)
                .containsExactly(DeadLetter.Reason.FAILED, DeadLetter.Reason.PARKED, DeadLetter.Reason.PARKED);
    }

    @Test
    void a_redrive_brings_them_back_in_order_and_the_key_flows_again() throws Exception {
        poisoned.add("a1");
        ordered.poll(ordered.fact("a", 1), ordered.fact("a", 2), ordered.fact("a", 3));
        assertThat(ordered.dead.redrive(Heard.GROUP))
                .as("the bug is still there")
                .isZero();
        assertThat(effects).isEmpty();
        poisoned.clear();
        assertThat(ordered.dead.redrive(Heard.GROUP)).isEqualTo(3);
        ordered.poll(ordered.fact("a", 4));
        assertThat(effects).containsExactly("a1", "a2", "a3", "a4");
        assertThat(ordered.letters()).isEmpty();
        assertThat(ordered.dead.count(Heard.GROUP)).isZero();
    }

    @Test
    void a_redrive_of_one_key_leaves_the_others_and_a_failing_key_does_not_stop_the_rest() throws Exception {
        poisoned.addAll(Set.of("a1", "b1", "c1"));
        ordered.poll(ordered.fact("a", 1), ordered.fact("b", 1), ordered.fact("c", 1));
        poisoned.remove("a1");
        poisoned.remove("c1");
        assertThat(ordered.dead.redrive(Heard.GROUP, "a")).isEqualTo(1);
        assertThat(ordered.dead.redrive(Heard.GROUP)).isEqualTo(1);
        assertThat(effects).containsExactly("a1", "c1");
        assertThat(ordered.letters()).extracting(DeadLetter::key).containsExactly("b");
    }

    @Test
    void what_is_given_up_frees_those_behind_it() throws Exception {
        poisoned.add("a1");
        ordered.poll(ordered.fact("a", 1), ordered.fact("a", 2));
        String poison = ordered.letters().getFirst().id();
        assertThat(ordered.dead.discard(poison)).isTrue();
        assertThat(ordered.dead.discard(poison)).as("once").isFalse();
        assertThat(ordered.dead.redrive(Heard.GROUP)).isEqualTo(1);
        assertThat(effects).containsExactly("a2");
    }

    @Test
    void a_redrive_stops_when_something_needed_is_away() throws Exception {
        poisoned.add("a1");
        ordered.poll(ordered.fact("a", 1));
        away = true;
        assertThatThrownBy(() -> ordered.dead.redrive(Heard.GROUP)).isInstanceOf(DependencyDown.class);
        assertThat(ordered.letters()).hasSize(1);
    }

    @Test
    void a_process_that_takes_a_partition_over_knows_what_is_parked() throws Exception {
        poisoned.add("a1");
        ordered.poll(ordered.fact("z", 1));
        ConsumerRecord<String, byte[]> poison = ordered.fact("a", 1);
        ordered.store.add(Heard.GROUP, poison, DeadLetter.Reason.FAILED, "ByAnother");
        ordered.delivery.partitionsChanged();
        ordered.poll(ordered.fact("a", 2));
        assertThat(effects).containsExactly("z1");
        assertThat(ordered.letters()).hasSize(2);
    }

    @Test
    void behind_more_letters_than_are_looked_at_every_key_is_asked_for() {
        // Two letters of one key are as many as are looked at, and hide that another key has one.
        for (String key : List.of("a", "a", "b")) {
            ordered.store.add(Heard.GROUP, ordered.fact(key, 1), DeadLetter.Reason.FAILED, "ByAnother");
        }
        ParkedKeys parked = new ParkedKeys(ordered.store, Heard.GROUP, 2);
        assertThat(parked.block(ordered.fact("a", 2))).isTrue();
        assertThat(parked.block(ordered.fact("b", 2))).isTrue();
        assertThat(parked.block(ordered.fact("c", 1))).isFalse();
    }

    @Test
    void a_batch_is_received_together_and_a_bad_event_is_found_one_by_one() throws Exception {
        List<Integer> sizes = new ArrayList<>();
        Heard batch = new Heard(Subscription.to("facts")
                .as(Heard.GROUP)
                .on(Fact.TYPE, Fact.class)
                .batch(events -> {
                    sizes.add(events.size());
                    for (Received event : events) {
                        effect((Fact) event.body(), event.envelope());
                    }
                })
                .build());
        batch.poll(batch.fact("a", 1), batch.record("x", 1, "other.v1", "{}"), batch.fact("b", 1));
        assertThat(sizes).containsExactly(2);
        poisoned.add("a2");
        batch.poll(batch.fact("a", 2), batch.fact("b", 2));
        assertThat(effects).containsExactly("a1", "b1", "b2");
        assertThat(batch.letters()).extracting(DeadLetter::key).containsExactly("a");
        away = true;
        assertThatThrownBy(() -> batch.poll(batch.fact("c", 1))).isInstanceOf(BackOff.class);
    }

    @Test
    void a_tombstone_reaches_who_asked_for_it() throws Exception {
        Heard state = new Heard(Subscription.to("facts")
                .as(Heard.GROUP)
                .on(Fact.TYPE, Fact.class, this::effect, gone -> effects.add("gone " + gone.key()))
                .build());
        state.poll(state.fact("a", 1), state.record("a", 2, Fact.TYPE, null));
        each.poll(each.record("b", 1, Fact.TYPE, null));
        assertThat(effects).containsExactly("a1", "gone a");
    }

    @Test
    void the_trace_of_a_write_goes_through_the_outbox_to_its_receivers() throws Exception {
        String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        List<String> seen = new ArrayList<>();
        Heard chain = new Heard(Subscription.to("facts")
                .as(Heard.GROUP)
                .on(Fact.TYPE, Fact.class, (fact, envelope) -> {
                    seen.add(envelope.traceparent());
                    seen.add(MDC.get("traceId"));
                })
                .build());
        try (Replica replica = new Replica();
                var traceId = MDC.putCloseable("traceId", trace);
                var spanId = MDC.putCloseable("spanId", "00f067aa0ba902b7")) {
            replica.outboxes
                    .collection("things")
                    .insert(new Document("_id", "a"), List.of(Outgoing.to("facts", Fact.TYPE, new Fact("a", 1))));
            await().until(() -> !replica.told.isEmpty());
            MDC.clear();
            chain.poll(chain.sent("a", replica.told.getFirst()));
        }
        assertThat(seen).containsExactly("00-" + trace + "-00f067aa0ba902b7-01", trace);
        assertThat(MDC.get("traceId")).isNull();
    }

    @Test
    void what_is_told_while_receiving_continues_the_conversation() throws Exception {
        List<String> seen = new ArrayList<>();
        Heard chain = new Heard(Subscription.to("facts")
                .as(Heard.GROUP)
                .on(Fact.TYPE, Fact.class, (fact, envelope) -> {
                    seen.add(CurrentMessage.correlation());
                    seen.add(CurrentMessage.causation());
                })
                .build());
        ConsumerRecord<String, byte[]> record = chain.fact("a", 1);
        chain.poll(record);
        Envelope envelope = EnvelopeCodec.decode(record);
        assertThat(seen).containsExactly(envelope.correlationId(), envelope.id());
        assertThat(CurrentMessage.causation()).isNull();
    }
}
