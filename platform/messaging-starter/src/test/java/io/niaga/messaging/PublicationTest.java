package io.niaga.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PublicationTest {
    private final FakeAggregate aggregate = new FakeAggregate();
    private final FakeTime time = new FakeTime();
    private final List<Long> told = new ArrayList<>();
    private final MessagingProperties.OutboxKnobs knobs = new MessagingProperties.OutboxKnobs(
            Duration.ofSeconds(30), Duration.ofSeconds(10), Duration.ofSeconds(5), 4, 8);

    private final Courier courier = (source, key, event) -> told.add(event.seq());

    private Publication publication(Lease lease, Courier by) {
        return new Publication(aggregate, lease, by, time, knobs);
    }

    private Lease fresh() {
        return aggregate.lease(time.instant().plus(knobs.lease()));
    }

    @Test
    void events_are_told_in_order_with_one_statement_to_end() throws Exception {
        Backlog backlog = aggregate.push(3);
        publication(fresh(), courier).run(backlog);
        assertThat(told).containsExactly(1L, 2L, 3L);
        assertThat(aggregate.statements).containsExactly("finish 3");
        assertThat(aggregate.waiting).isEmpty();
        assertThat(aggregate.held).isNull();
    }

    @Test
    void what_was_written_meanwhile_is_told_under_the_same_lease() throws Exception {
        Backlog backlog = aggregate.push(1);
        publication(fresh(), (source, key, event) -> {
                    told.add(event.seq());
                    if (event.seq() == 1) {
                        aggregate.push(2);
                    }
                })
                .run(backlog);
        assertThat(told).containsExactly(1L, 2L, 3L);
        assertThat(aggregate.statements).containsExactly("finish 1", "advance 1", "finish 3");
    }

    @Test
    void a_long_backlog_is_removed_piece_by_piece() throws Exception {
        Backlog backlog = aggregate.push(40);
        publication(fresh(), courier).run(backlog);
        assertThat(told).hasSize(40).isSorted();
        assertThat(aggregate.statements).containsExactly("advance 16", "advance 32", "finish 40");
    }

    @Test
    void a_publisher_whose_claim_is_gone_stops_and_has_the_state_told_again() throws Exception {
        Backlog backlog = aggregate.push(2);
        publication(fresh(), (source, key, event) -> {
                    told.add(event.seq());
                    aggregate.takenByAnother();
                })
                .run(backlog);
        assertThat(aggregate.waiting).as("left to the new holder").hasSize(2);
        assertThat(aggregate.overtaken).isEqualTo(1);
    }

    @Test
    void a_publisher_woken_after_its_lease_tells_nothing_when_it_was_taken_over() throws Exception {
        Backlog backlog = aggregate.push(2);
        Lease mine = fresh();
        time.pass(Duration.ofMinutes(5));
        aggregate.takenByAnother();
        publication(mine, courier).run(backlog);
        assertThat(told).isEmpty();
        assertThat(aggregate.overtaken).isZero();
    }

    @Test
    void a_lease_that_would_not_outlast_a_delivery_is_renewed_first() throws Exception {
        Backlog backlog = aggregate.push(2);
        Lease mine = fresh();
        time.pass(Duration.ofSeconds(21));
        publication(mine, courier).run(backlog);
        assertThat(told).containsExactly(1L, 2L);
        assertThat(aggregate.statements).containsExactly("renew", "finish 2");
    }

    @Test
    void a_failed_delivery_keeps_what_did_not_arrive_and_lets_it_be_claimed_after_a_pause() {
        Backlog backlog = aggregate.push(3);
        assertThatThrownBy(() -> publication(fresh(), (source, key, event) -> {
                            if (event.seq() == 2) {
                                throw new DeliveryFailed("broker", null, true);
                            }
                        })
                        .run(backlog))
                .isInstanceOf(DeliveryFailed.class);
        assertThat(aggregate.waiting).extracting(Pending::seq).containsExactly(2L, 3L);
        Instant now = time.instant();
        assertThat(aggregate.due(1, now)).isEmpty();
        assertThat(aggregate.due(1, now.plusSeconds(1))).isNotEmpty();
        assertThat(aggregate.overtaken).isZero();
    }

    @Test
    void a_delivery_that_failed_after_the_claim_was_gone_may_arrive_late_so_the_state_is_told_again() {
        Backlog backlog = aggregate.push(1);
        assertThatThrownBy(() -> publication(fresh(), (source, key, event) -> {
                            aggregate.takenByAnother();
                            throw new DeliveryFailed("no answer", null, true);
                        })
                        .run(backlog))
                .isInstanceOf(DeliveryFailed.class);
        assertThat(aggregate.overtaken).isEqualTo(1);
    }

    @Test
    void a_claim_on_an_empty_outbox_is_given_back() throws Exception {
        aggregate.seq = 7;
        publication(fresh(), courier).run(new Backlog(List.of(), 7));
        assertThat(aggregate.statements).containsExactly("finish 7");
        assertThat(aggregate.held).isNull();
    }
}
