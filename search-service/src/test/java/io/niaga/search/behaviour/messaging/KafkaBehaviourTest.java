package io.niaga.search.behaviour.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.niaga.messaging.EnvelopeCodec;
import io.niaga.search.behaviour.Behaviour;
import io.niaga.search.behaviour.BehaviourType;
import io.niaga.search.behaviour.Visit;
import io.niaga.types.CommonProblem;
import io.niaga.types.ProblemException;
import io.niaga.types.StoreId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class KafkaBehaviourTest {
    private static final Visit VISIT =
            Visit.of(StoreId.of("sto_01kavf8g00e4ttm0nbdjqsmn0n"), "abcdefgh-ijklmnop", null);

    private static MockProducer<String, byte[]> producer(boolean acknowledging) {
        return new MockProducer<>(acknowledging, null, new StringSerializer(), new ByteArraySerializer());
    }

    private static Behaviour searched(String query, String at) {
        return new Behaviour(BehaviourType.SEARCHED, Instant.parse(at), null, null, query, null);
    }

    private static String header(ProducerRecord<String, byte[]> message, String name) {
        return new String(
                Objects.requireNonNull(message.headers().lastHeader(name)).value(), StandardCharsets.UTF_8);
    }

    @Test
    void the_same_told_again_is_the_same_event_and_anything_else_another() {
        MockProducer<String, byte[]> producer = producer(true);
        KafkaBehaviour stream = new KafkaBehaviour(producer, Duration.ofSeconds(1));
        stream.tell(VISIT, List.of(searched("kemeja", "2026-11-24T10:00:00Z")));
        stream.tell(
                VISIT,
                List.of(
                        searched("kemeja", "2026-11-24T10:00:00Z"),
                        searched("kemeja", "2026-11-24T10:00:00.001Z"),
                        searched("kemeja merah", "2026-11-24T10:00:00Z")));
        List<String> ids = producer.history().stream()
                .map(message -> header(message, EnvelopeCodec.ID))
                .toList();
        assertThat(ids.get(0)).isEqualTo(ids.get(1)).isNotEqualTo(ids.get(2)).isNotEqualTo(ids.get(3));
        assertThat(producer.history())
                .allSatisfy(message ->
                        assertThat(message.key()).isEqualTo(VISIT.session().toString()));
    }

    @Test
    void a_broker_that_is_silent_is_waited_for_so_long_and_no_longer() {
        KafkaBehaviour stream = new KafkaBehaviour(producer(false), Duration.ofMillis(50));
        assertThatThrownBy(() -> stream.tell(VISIT, List.of(searched("kemeja", "2026-11-24T10:00:00Z"))))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem()).isEqualTo(CommonProblem.SERVICE_UNAVAILABLE));
    }

    @Test
    void a_full_buffer_is_told_to_the_caller() {
        MockProducer<String, byte[]> producer = producer(true);
        producer.sendException = new TimeoutException("no room");
        KafkaBehaviour stream = new KafkaBehaviour(producer, Duration.ofSeconds(1));
        assertThatThrownBy(() -> stream.tell(VISIT, List.of(searched("kemeja", "2026-11-24T10:00:00Z"))))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem()).isEqualTo(CommonProblem.SERVICE_UNAVAILABLE));
    }

    /** Whatever it is told, it says no; or nothing, and takes its time for that. */
    private static final class Slow extends MockProducer<String, byte[]> {
        private final Future<RecordMetadata> answer;
        private final Duration pause;
        private int asked;

        Slow(Future<RecordMetadata> answer, Duration pause) {
            super(false, null, new StringSerializer(), new ByteArraySerializer());
            this.answer = answer;
            this.pause = pause;
        }

        @Override
        public synchronized Future<RecordMetadata> send(
                ProducerRecord<String, byte[]> message, @Nullable Callback callback) {
            asked++;
            LockSupport.parkNanos(pause.toNanos());
            return answer;
        }
    }

    private static int askedOfFifty(Slow producer) {
        KafkaBehaviour stream = new KafkaBehaviour(producer, Duration.ofMillis(50));
        List<Behaviour> fifty = Collections.nCopies(50, searched("kemeja", "2026-11-24T10:00:00Z"));
        assertThatThrownBy(() -> stream.tell(VISIT, fifty))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem()).isEqualTo(CommonProblem.SERVICE_UNAVAILABLE));
        return producer.asked;
    }

    @Test
    void a_broker_that_is_away_is_not_waited_for_once_more_for_each_of_a_batch() {
        Future<RecordMetadata> away = CompletableFuture.failedFuture(new TimeoutException("no metadata"));
        assertThat(askedOfFifty(new Slow(away, Duration.ZERO))).isEqualTo(1);
    }

    @Test
    void waiting_for_room_is_part_of_the_wait() {
        assertThat(askedOfFifty(new Slow(new CompletableFuture<>(), Duration.ofMillis(30))))
                .isBetween(1, 2);
    }
}
