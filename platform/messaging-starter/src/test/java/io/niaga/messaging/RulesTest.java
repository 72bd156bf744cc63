package io.niaga.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoTimeoutException;
import io.niaga.types.CommonProblem;
import java.net.ConnectException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.OptimisticLockingFailureException;

/** The small rules: what an event may be, what a failure means, how often something is tried. */
class RulesTest {
    private final FailureRules rules = new FailureRules(List.of("java.util.MissingResourceException", "no.such.Type"));
    private final Attempts attempts = new Attempts(3, rules);

    @Test
    void an_event_names_where_it_goes_and_its_type() {
        assertThatThrownBy(() -> Outgoing.to(" ", "t", "b")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Outgoing.to("t", "", "b")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Outgoing.local("", "t", "b")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Outgoing("local:x", "t", null)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_source_of_the_inbox_is_one_field() {
        assertThatThrownBy(() -> Inbox.guard("a.b", 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Inbox.mark("$a", 1)).isInstanceOf(IllegalArgumentException.class);
        Document seen = new Document("lastSeq", new Document("payment", 5L));
        assertThat(Inbox.seen(seen, "payment", 5)).isTrue();
        assertThat(Inbox.seen(seen, "payment", 6)).isFalse();
        assertThat(Inbox.seen(new Document(), "payment", 1)).isFalse();
    }

    @Test
    void what_is_away_is_waited_for_a_clash_is_tried_again_the_rest_is_a_defect() {
        assertThat(rules.kind(new DependencyDown("x", new IllegalStateException())))
                .isEqualTo(FailureKind.OUTAGE);
        assertThat(rules.kind(new DataAccessResourceFailureException("x"))).isEqualTo(FailureKind.OUTAGE);
        assertThat(rules.kind(new MongoTimeoutException("x"))).isEqualTo(FailureKind.OUTAGE);
        assertThat(rules.kind(new IllegalStateException(new ConnectException())))
                .isEqualTo(FailureKind.OUTAGE);
        assertThat(rules.kind(CommonProblem.SERVICE_UNAVAILABLE.now())).isEqualTo(FailureKind.OUTAGE);
        assertThat(rules.kind(new java.util.MissingResourceException("a", "b", "c")))
                .isEqualTo(FailureKind.OUTAGE);
        assertThat(rules.kind(new OptimisticLockingFailureException("x"))).isEqualTo(FailureKind.CLASH);
        assertThat(rules.kind(CommonProblem.CONCURRENT_CHANGE.now())).isEqualTo(FailureKind.CLASH);
        assertThat(rules.kind(CommonProblem.NOT_FOUND.now())).isEqualTo(FailureKind.DEFECT);
        assertThat(rules.kind(new NullPointerException())).isEqualTo(FailureKind.DEFECT);
    }

    @Test
    void a_defect_is_tried_three_times() throws Exception {
        AtomicInteger tries = new AtomicInteger();
        Throwable defect = attempts.at(() -> {
            tries.incrementAndGet();
            throw new IllegalStateException();
        });
        assertThat(defect).isInstanceOf(IllegalStateException.class);
        assertThat(tries).hasValue(3);
    }

    @Test
    void a_clash_that_ends_is_no_failure_and_one_that_does_not_is_waited_out() throws Exception {
        AtomicInteger tries = new AtomicInteger();
        assertThat(attempts.at(() -> {
                    if (tries.incrementAndGet() < 5) {
                        throw new OptimisticLockingFailureException("x");
                    }
                    return null;
                }))
                .isNull();
        assertThatThrownBy(() -> attempts.at(() -> {
                    throw new OptimisticLockingFailureException("x");
                }))
                .isInstanceOf(Attempts.Outage.class);
    }

    @Test
    void a_subscription_says_all_it_needs() {
        Receiver<Fact> none = (fact, envelope) -> {};
        assertThatThrownBy(
                        () -> Subscription.to("t").on("a.v1", Fact.class, none).build())
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Subscription.to("t").as("g").build()).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() ->
                        Subscription.to("t").as("g").on("a.v1", Fact.class).build())
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Subscription.to("t").on("a.v1", Fact.class).on("a.v1", Fact.class))
                .isInstanceOf(IllegalArgumentException.class);
        Subscription said =
                Subscription.to("t").as("g").on("a.v1", Fact.class, none).build();
        assertThat(said.topics()).containsExactly("t");
        assertThat(said.types()).containsExactly("a.v1");
    }

    @Test
    void a_lease_outlasts_three_deliveries() {
        assertThatThrownBy(() -> new MessagingProperties.OutboxKnobs(
                        Duration.ofSeconds(29), Duration.ofSeconds(10), Duration.ofSeconds(5), 1, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_back_off_never_exceeds_the_longest() {
        assertThatThrownBy(() -> new MessagingProperties.ConsumerKnobs(
                        1, Duration.ofSeconds(2), Duration.ofSeconds(1), Duration.ofSeconds(1), 3, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
