package io.niaga.system.operations;

import static io.niaga.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.events.Topics;
import io.niaga.events.audit.AuditRecordedV1;
import io.niaga.events.behaviour.ProductViewedV1;
import io.niaga.events.catalog.ProductStateV1;
import io.niaga.events.fulfillment.AvailabilityStateV1;
import io.niaga.events.fulfillment.HandedOverV1;
import io.niaga.events.fulfillment.ParcelDeliveredV1;
import io.niaga.events.orders.OrderCancelledV1;
import io.niaga.events.orders.OrderConfirmedV1;
import io.niaga.events.orders.OrderPlacedV1;
import io.niaga.events.orders.ReturnSettledV1;
import io.niaga.events.payments.PaymentAssuredV1;
import io.niaga.events.payments.RefundSucceededV1;
import io.niaga.events.users.AccountRegisteredV1;
import io.niaga.events.users.StoreStateV1;
import io.niaga.system.harness.SystemStack;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/**
 * A group of consumers.
 *
 * @param type one of those it knows
 * @param inOrder whether it keeps later events of a key behind one that it could not receive
 */
public record Hearing(String group, String topic, String type, boolean inOrder) {
    /** All there are. */
    static final List<Hearing> ALL = List.of(
            of("catalog-stores", Topics.USER, StoreStateV1.TYPE),
            of("catalog-availability", Topics.AVAILABILITY, AvailabilityStateV1.TYPE),
            of("user-refund-letters", Topics.PAYMENT, RefundSucceededV1.TYPE),
            of("user-order-letters", Topics.ORDER, OrderPlacedV1.TYPE),
            of("user-order-ends", Topics.ORDER, OrderCancelledV1.TYPE),
            of("user-return-letters", Topics.ORDER, ReturnSettledV1.TYPE),
            of("user-shipment-letters", Topics.SHIPMENT, HandedOverV1.TYPE),
            of("user-audit", Topics.AUDIT, AuditRecordedV1.TYPE),
            inOrder("order-payments", Topics.PAYMENT, PaymentAssuredV1.TYPE),
            inOrder("order-shipments", Topics.SHIPMENT, ParcelDeliveredV1.TYPE),
            of("order-prices", Topics.PRODUCT, ProductStateV1.TYPE),
            of("order-availability", Topics.AVAILABILITY, AvailabilityStateV1.TYPE),
            of("payment-shipments", Topics.SHIPMENT, ParcelDeliveredV1.TYPE),
            of("payment-stores", Topics.USER, StoreStateV1.TYPE),
            inOrder("fulfillment-orders", Topics.ORDER, OrderConfirmedV1.TYPE),
            of("loyalty-accounts", Topics.USER, AccountRegisteredV1.TYPE),
            of("loyalty-refunds", Topics.PAYMENT, RefundSucceededV1.TYPE),
            of("loyalty-points", Topics.ORDER, OrderConfirmedV1.TYPE),
            of("loyalty-coupons", Topics.ORDER, OrderConfirmedV1.TYPE),
            of("reporting-orders", Topics.ORDER, OrderConfirmedV1.TYPE),
            of("reporting-payments", Topics.PAYMENT, RefundSucceededV1.TYPE),
            of("reporting-behaviour", Topics.BEHAVIOUR, ProductViewedV1.TYPE),
            of("reporting-placed", Topics.ORDER, OrderPlacedV1.TYPE),
            of("reporting-stores", Topics.USER, StoreStateV1.TYPE));

    /** Waits until every group has received what is on its topic by now; some let events gather before they look. */
    public static void awaitAll(SystemStack system) {
        String broker = "127.0.0.1:" + system.stack().ports().kafka();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker))) {
            Map<TopicPartition, Long> ends = ends(admin);
            ALL.forEach(hearing -> eventually(() -> ends.forEach((partition, end) -> {
                if (partition.topic().equals(hearing.topic()) && end > 0) {
                    assertThat(hearing.received(admin).get(partition))
                            .as("%s at %s", hearing.group(), partition)
                            .isNotNull()
                            .satisfies(received -> assertThat(received.offset()).isGreaterThanOrEqualTo(end));
                }
            })));
        }
    }

    private static Map<TopicPartition, Long> ends(Admin admin) {
        Set<String> topics = ALL.stream().map(Hearing::topic).collect(Collectors.toSet());
        Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
        told(admin.describeTopics(topics).allTopicNames())
                .forEach((topic, description) -> description
                        .partitions()
                        .forEach(p -> wanted.put(new TopicPartition(topic, p.partition()), OffsetSpec.latest())));
        Map<TopicPartition, Long> ends = new HashMap<>();
        told(admin.listOffsets(wanted).all()).forEach((partition, end) -> ends.put(partition, end.offset()));
        return ends;
    }

    private Map<TopicPartition, OffsetAndMetadata> received(Admin admin) {
        return told(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
    }

    private static <T> T told(KafkaFuture<T> answer) {
        return answer.toCompletionStage().toCompletableFuture().join();
    }

    private static Hearing of(String group, String topic, String type) {
        return new Hearing(group, topic, type, false);
    }

    private static Hearing inOrder(String group, String topic, String type) {
        return new Hearing(group, topic, type, true);
    }

    /** What becomes of something malformed and then something of an unknown version, of the same key. */
    List<String> poisoned() {
        return List.of("MALFORMED", inOrder ? "PARKED" : "UNKNOWN_VERSION");
    }
}
