package io.niaga.system.operations;

import static io.niaga.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.localstack.topology.Service;
import io.niaga.localstack.topology.Topology;
import io.niaga.system.harness.SystemIT;
import io.niaga.system.harness.SystemStack;
import io.niaga.system.shop.Purchase;
import io.niaga.system.shop.Shop;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** One purchase is one trace: over HTTP, from write to write, and over Kafka. Restarts everything: only with {@code -Pproofs}. */
@SystemIT
@EnabledIfSystemProperty(named = "niaga.proofs.full", matches = "true")
class TracesIT {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String ROOT = "00f067aa0ba902b7";
    private static final int CONSUMER = 5;

    @Test
    void one_purchase_is_one_trace(SystemStack stack) {
        try (Collector collector = new Collector()) {
            for (Service service : Topology.services()) {
                stack.start(service.name(), Map.of("NIAGA_OTLP_ENDPOINT", collector.endpoint()));
            }
            String sku = new Shop(stack).goods(Shop.newSku("TRACE"), 30_000, 5);
            Purchase.through(() -> stack.api().with("traceparent", "00-" + TRACE + "-" + ROOT + "-01"))
                    .put(sku, 1)
                    .place("CARD")
                    .pay("tok_success")
                    .await("CONFIRMED");
            eventually(Duration.ofSeconds(30), () -> {
                List<Collector.Arrived> spans = collector.of(TRACE);
                assertThat(names(spans))
                        .contains(
                                "gateway: POST /v1/orders",
                                "order-service: POST /v1/orders",
                                "fulfillment-service: PUT /internal/v1/reservations/{id}",
                                "payment-service: PUT /internal/v1/payments/{id}",
                                "order-service: publish order.placed.v1",
                                "payment-service: publish payment.assured.v1",
                                "order-service: receive payment.assured.v1",
                                "order-service: publish order.confirmed.v1",
                                "fulfillment-service: receive order.confirmed.v1",
                                "reporting-service: receive order.confirmed.v1",
                                "user-service: receive order.confirmed.v1");
                hangTogether(spans);
            });
            List<Collector.Arrived> spans = collector.of(TRACE);
            System.out.println(spans.size() + " spans in the trace of one purchase, of "
                    + spans.stream().map(Collector.Arrived::service).distinct().count() + " processes");
        }
    }

    /** Every span but those that the buyer's own calls began hangs below another one of the trace. */
    private static void hangTogether(List<Collector.Arrived> spans) {
        Set<String> ids = spans.stream().map(Collector.Arrived::id).collect(Collectors.toSet());
        assertThat(spans)
                .allSatisfy(span -> assertThat(span.parent())
                        .as(span.toString())
                        .matches(parent ->
                                parent.equals(ROOT) ? span.service().equals("gateway") : ids.contains(parent)));
        assertThat(ids).hasSameSizeAs(spans);
        assertThat(spans.stream().filter(span -> span.kind() == CONSUMER).count())
                .isGreaterThan(5);
    }

    private static Set<String> names(List<Collector.Arrived> spans) {
        return spans.stream().map(span -> span.service() + ": " + span.name()).collect(Collectors.toSet());
    }
}
