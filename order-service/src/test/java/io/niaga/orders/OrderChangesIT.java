package io.niaga.orders;

import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.messaging.OutboxCollection;
import io.niaga.orders.offer.PriceMemory;
import io.niaga.orders.order.Moment;
import io.niaga.orders.order.Order;
import io.niaga.orders.order.OrderId;
import io.niaga.orders.order.OrderLists;
import io.niaga.orders.order.Orders;
import io.niaga.orders.order.mongo.MongoOrders;
import io.niaga.testsupport.Answer;
import io.niaga.testsupport.Api;
import io.niaga.testsupport.FakeClock;
import io.niaga.testsupport.NiagaIT;
import io.niaga.testsupport.TestTokens;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.data.mongodb.core.convert.MappingMongoConverter;

/** What a partner's program sees that follows the changes of a store's orders. */
@NiagaIT
class OrderChangesIT {
    private static final String LIST = "/v1/orders?store=" + Surrounding.STORE;

    @Autowired
    Api api;

    @Autowired
    FakeClock clock;

    @Autowired
    PriceMemory prices;

    @Autowired
    Orders orders;

    @Autowired
    MongoDatabaseFactory databases;

    @Autowired
    OutboxCollection collection;

    @Autowired
    MappingMongoConverter converter;

    private Api partner;

    @BeforeEach
    void neighbours() {
        Surrounding.everythingWorks();
        prices.forgetAll();
        clock.advance(OrderLists.SETTLED.plusSeconds(1));
        partner = api.as(TestTokens.partner(Surrounding.STORE, "orders:read"));
    }

    @Test
    void a_change_is_told_once_it_has_settled_and_again_where_somebody_goes_on_from_it() {
        String start = clock.instant().toString();
        Shopper.Placed first = Shopper.buyer(api).fill().place();
        Shopper.Placed second = Shopper.buyer(api).fill().place();
        List<String> both = List.of(first.id(), second.id());
        assertThat(changed(start)).as("not settled yet").doesNotContainAnyElementsOf(both);
        settle();
        assertThat(changed(start)).filteredOn(both::contains).containsExactlyElementsOf(both);

        String last = second.show().text("/changedAt");
        first.cancel().expect(200);
        assertThat(Instant.parse(first.show().text("/changedAt"))).isAfter(Instant.parse(last));
        settle();
        assertThat(changed(last)).filteredOn(both::contains).containsExactly(second.id(), first.id());
        assertThat(changed(start)).as("each once").filteredOn(both::contains).containsExactly(second.id(), first.id());
    }

    @Test
    void pages_go_on_where_they_ended_even_among_changes_of_one_instant() {
        Instant at = Instant.parse("2026-01-02T03:04:05.678Z");
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            ids.add(Shopper.buyer(api).fill().place().id());
        }
        set(ids, new Document("changedAt", Date.from(at)));
        String page = LIST + "&limit=1&changed=" + at + "..";
        Answer first = partner.get(page);
        Answer second = partner.get(page + "&after=" + first.text("/nextCursor"));
        Answer third = partner.get(page + "&after=" + second.text("/nextCursor"));
        assertThat(List.of(ids(first), ids(second), ids(third)))
                .isEqualTo(ids.stream().sorted().map(List::of).toList());
        partner.get(LIST + "&after=" + first.text("/nextCursor")).expectProblem(400, "INVALID_PARAMETER");
        String newest = partner.get(LIST + "&limit=1").text("/nextCursor");
        partner.get(page + "&after=" + newest).expectProblem(400, "INVALID_PARAMETER");
    }

    @Test
    void an_order_of_an_older_version_is_told_with_what_last_happened_to_it() {
        String start = clock.instant().toString();
        String id = Shopper.buyer(api).fill().place().id();
        databases
                .getMongoDatabase()
                .getCollection("orders")
                .updateOne(
                        new Document("_id", id),
                        new Document("$unset", new Document("changedAt", ""))
                                .append("$set", new Document("schemaVersion", 2)));
        settle();
        Answer told = partner.get(LIST + "&limit=100&changed=" + start + "..");
        assertThat(told.json("/items")
                        .valueStream()
                        .filter(item -> item.path("id").asString().equals(id)))
                .singleElement()
                .satisfies(item -> assertThat(item.path("changedAt")).isEqualTo(item.path("placedAt")));
    }

    @Test
    void what_nobody_is_shown_is_no_change() {
        OrderId id = OrderId.of(Shopper.buyer(api).fill().place().id());
        Order order = orders.byId(id).orElseThrow();
        Instant before = order.changedAt();
        clock.advance(Duration.ofSeconds(1));
        order.hear("somebody", 1);
        assertThat(orders.save(order, null).orElseThrow().changedAt()).isEqualTo(before);
        assertThat(orders.byId(id).orElseThrow().changedAt()).isEqualTo(before);
    }

    @Test
    void a_change_that_slept_on_its_way_is_told_when_it_is_done() {
        OrderId id = OrderId.of(Shopper.buyer(api).fill().place().id());
        Instant asleep = clock.instant().truncatedTo(ChronoUnit.MILLIS).plusSeconds(1);
        Instant awake = asleep.plus(OrderLists.SETTLED);
        InstantSource times = List.of(asleep, awake).iterator()::next;
        Orders sleepy = new MongoOrders(collection, converter, _ -> List.of(), times.withZone(ZoneOffset.UTC));
        Order order = orders.byId(id).orElseThrow();
        order.note(asleep, Moment.Type.PAYMENT_FAILED, Map.of());
        assertThat(sleepy.save(order, null).orElseThrow().changedAt()).isEqualTo(awake);
        assertThat(orders.byId(id).orElseThrow().changedAt()).isEqualTo(awake);
    }

    @Test
    void what_is_asked_for_wrongly_is_said() {
        String since = "changed=2026-11-24T10:00:00Z..";
        for (String bad : List.of(
                LIST + "&" + since + "&state=CONFIRMED",
                LIST + "&" + since + "&number=261124-7K3M-9QXD",
                LIST + "&" + since + "&placedAt=2026-11-24T10:00:00Z..",
                LIST + "&" + since + "2026-11-25T10:00:00Z",
                LIST + "&changed=..2026-11-25T10:00:00Z",
                LIST + "&changed=",
                LIST + "&changed=2026-11-24",
                "/v1/orders?" + since)) {
            Answer refused = (bad.startsWith(LIST) ? partner : api.as(TestTokens.customer()))
                    .get(bad)
                    .expectProblem(400, "INVALID_PARAMETER");
            assertThat(refused.text("/params/parameter")).isEqualTo("changed");
        }
        api.as(TestTokens.partner(Surrounding.OTHER, "orders:read"))
                .get(LIST + "&" + since)
                .expectProblem(404, "NOT_FOUND");
    }

    private void settle() {
        clock.advance(OrderLists.SETTLED);
    }

    private List<String> changed(String since) {
        return ids(partner.get(LIST + "&limit=100&changed=" + since + ".."));
    }

    private void set(List<String> ids, Document values) {
        databases
                .getMongoDatabase()
                .getCollection("orders")
                .updateMany(new Document("_id", new Document("$in", ids)), new Document("$set", values));
    }

    private static List<String> ids(Answer page) {
        return page.expect(200)
                .json("/items")
                .valueStream()
                .map(item -> item.path("id").asString())
                .toList();
    }
}
