package io.niaga.orders;

import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static io.niaga.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.niaga.events.Topics;
import io.niaga.testsupport.Api;
import io.niaga.testsupport.FakeClock;
import io.niaga.testsupport.Neighbours;
import io.niaga.testsupport.NiagaIT;
import io.niaga.testsupport.TestEvents;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What one purchase may cost here: this service's share of the checkout budget. */
@NiagaIT
class BudgetIT {
    /** Writes, and the read of the quote; the seven reads of carts, availability and the order are told apart by no name. */
    private static final int OPERATIONS = 14;

    private static final int CALLS = 6;
    private static final int PURCHASES = 5;

    @Autowired
    Api api;

    @Autowired
    FakeClock clock;

    @Autowired
    MeterRegistry meters;

    @BeforeEach
    void neighbours() {
        Surrounding.everythingWorks();
    }

    /** The cheapest of some: orders of other tests, which the driver looks after meanwhile, only add to what is counted. */
    @Test
    void a_purchase_stays_within_its_share_of_the_budget() {
        purchase();
        long cheapest = Long.MAX_VALUE;
        for (int i = 0; i < PURCHASES && cheapest > OPERATIONS; i++) {
            clock.set(clock.instant().plusSeconds(10));
            Neighbours.server().resetRequests();
            long before = settledOperations();
            purchase();
            cheapest = Math.min(cheapest, settledOperations() - before);
        }

        assertThat(cheapest).isBetween(OPERATIONS - 4L, (long) OPERATIONS);
        assertThat(Neighbours.server().findAll(anyRequestedFor(anyUrl()))).hasSizeLessThanOrEqualTo(CALLS);
    }

    private void purchase() {
        Shopper.Filled buyer = Shopper.buyer(api).fill();
        Shopper.Placed order = buyer.place();
        Deliveries.assured(order, clock.instant());
        eventually(() -> assertThat(TestEvents.told(Topics.ORDER, order.id())).hasSize(2));
        eventually(() -> assertThat(buyer.api().get("/v1/carts/" + buyer.cart()).text("/state"))
                .isEqualTo("ORDERED"));
    }

    /** Counted once nothing of a purchase is on its way any more: its last events are acknowledged after it looks done. */
    private long settledOperations() {
        AtomicLong last = new AtomicLong(-1);
        await().during(Duration.ofMillis(400)).atMost(Duration.ofSeconds(20)).until(() -> {
            long now = operations();
            return last.getAndSet(now) == now;
        });
        return last.get();
    }

    /** Commands to the database, without those that only look for work, and without this test's own look at the cart. */
    private long operations() {
        return meters.find("mongodb.driver.commands").timers().stream()
                .filter(timer -> !isBackground(timer))
                .mapToLong(Timer::count)
                .sum();
    }

    private static boolean isBackground(Timer timer) {
        String collection = Objects.requireNonNullElse(timer.getId().getTag("collection"), "");
        String command = Objects.requireNonNullElse(timer.getId().getTag("command"), "");
        boolean reads = command.equals("find") || command.equals("aggregate");
        return reads && !collection.equals("quotes")
                || command.equals("hello")
                || command.equals("isMaster")
                || command.equals("ping")
                || collection.equals("deadletters");
    }
}
