package io.niaga.system.operations;

import static io.niaga.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.events.Topics;
import io.niaga.events.orders.OrderConfirmedV1;
import io.niaga.localstack.topology.Service;
import io.niaga.localstack.topology.Topology;
import io.niaga.system.harness.SystemIT;
import io.niaga.system.harness.SystemStack;
import io.niaga.system.shop.Purchase;
import io.niaga.system.shop.Shop;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/**
 * What one purchase costs the whole system, counted: a cart with two lines, read once, its quote, its order, paid by the sandbox, until
 * everybody has heard of it. What the processes do anyway is measured beforehand and taken off.
 */
@SystemIT
class CheckoutBudgetIT {
    /** See {@code docs/decisions/0019-what-a-purchase-costs.md}. */
    private static final Map<String, Integer> BUDGET =
            Map.of("database commands", 62, "calls between services", 7, "events", 6, "effects of events", 10);

    private static final List<String> COMMANDS =
            List.of("aggregate", "count", "delete", "distinct", "find", "findAndModify", "getMore", "insert", "update");
    private static final int PURCHASES = 12;

    @Test
    void a_purchase_stays_within_its_budget(SystemStack stack) throws InterruptedException {
        Shop shop = new Shop(stack);
        String shirt = shop.goods(Shop.newSku("BUDGET"), 90_000, 1_000);
        String sarong = shop.goods(Shop.newSku("BUDGET"), 60_000, 1_000);
        buys(stack, shirt, sarong);
        Counted start = settled(stack);
        Thread.sleep(Duration.ofSeconds(15));
        Counted idle = Counted.of(stack);
        for (int i = 0; i < PURCHASES; i++) {
            buys(stack, shirt, sarong);
        }
        Counted end = settled(stack);
        Counted.per(start, idle, end, PURCHASES).forEach((what, each) -> {
            System.out.printf("a purchase: %.1f %s%n", each, what);
            assertThat(each).as(what).isPositive().isLessThanOrEqualTo(BUDGET.get(what) + 0.5);
        });
    }

    private static void buys(SystemStack stack, String shirt, String sarong) {
        Purchase purchase = Purchase.byGuest(stack).put(shirt, 1).put(sarong, 1);
        purchase.cart();
        purchase.place("VIRTUAL_ACCOUNT").provider("PAID");
        // Asking would be counted, so the topic is looked at; a page that waits asks once.
        eventually(() -> assertThat(stack.told(Topics.ORDER, purchase.id()))
                .anyMatch(event -> event.type().equals(OrderConfirmedV1.TYPE)));
        purchase.await("CONFIRMED");
    }

    /** When nothing of a purchase is on its way any more. */
    private static Counted settled(SystemStack stack) throws InterruptedException {
        Hearing.awaitAll(stack);
        // What was received may set something off yet: letters, acknowledgements.
        Thread.sleep(Duration.ofSeconds(4));
        return Counted.of(stack);
    }

    /** Sums over all services since they were started. */
    private record Counted(long at, long commands, double calls, double events, double effects) {
        static Counted of(SystemStack stack) {
            double calls = 0;
            double events = 0;
            double effects = 0;
            for (Service service : Topology.services()) {
                String exposed = stack.management(service.name())
                        .get("/actuator/prometheus")
                        .expect(200)
                        .body();
                calls += sum(exposed, "niaga_client_requests_seconds_count");
                events += sum(exposed, "niaga_outbox_published_total");
                effects += sum(exposed, "niaga_events_delay_seconds_count");
            }
            return new Counted(System.nanoTime(), commands(stack), calls, events, effects);
        }

        private static double sum(String exposed, String metric) {
            return Pattern.compile("^" + metric + "(?:\\{.*})? (\\S+)", Pattern.MULTILINE)
                    .matcher(exposed)
                    .results()
                    .mapToDouble(sample -> Double.parseDouble(sample.group(1)))
                    .sum();
        }

        private static long commands(SystemStack stack) {
            Document status = stack.database("order-service").runCommand(new Document("serverStatus", 1));
            return COMMANDS.stream()
                    .mapToLong(command -> status.getEmbedded(
                                    List.of("metrics", "commands", command, "total"), Number.class)
                            .longValue())
                    .sum();
        }

        /** Of each purchase between {@code idle} and {@code end}, without what happened anyway between start and idle. */
        static Map<String, Double> per(Counted start, Counted idle, Counted end, int purchases) {
            double share = (double) (end.at - idle.at) / (idle.at - start.at);
            return Map.of(
                    "database commands",
                    (end.commands - idle.commands - share * (idle.commands - start.commands)) / purchases,
                    "calls between services",
                    (end.calls - idle.calls - share * (idle.calls - start.calls)) / purchases,
                    "events",
                    (end.events - idle.events) / purchases,
                    "effects of events",
                    (end.effects - idle.effects) / purchases);
        }
    }
}
