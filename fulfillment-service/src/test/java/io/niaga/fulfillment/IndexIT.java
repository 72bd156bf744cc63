package io.niaga.fulfillment;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import io.niaga.fulfillment.receiving.SettleRestocks;
import io.niaga.fulfillment.reservation.Reservations;
import io.niaga.fulfillment.reservation.SettleLeftovers;
import io.niaga.fulfillment.shipment.HearOrder;
import io.niaga.fulfillment.shipment.ReportShortage;
import io.niaga.fulfillment.shipment.mongo.MongoFulfillments;
import io.niaga.messaging.Outboxes;
import io.niaga.testsupport.Api;
import io.niaga.testsupport.NiagaIT;
import io.niaga.testsupport.RecordedFinds;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.bson.BsonDocument;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;

@NiagaIT
class IndexIT {
    private static final List<String> OURS =
            List.of("stock", "movements", "reservations", "restocks", "fulfillments", "warehouses", "shipping_tables");

    @Autowired
    Api api;

    @Autowired
    RecordedFinds searches;

    @Autowired
    Reservations reservations;

    @Autowired
    SettleLeftovers settle;

    @Autowired
    SettleRestocks settleRestocks;

    @Autowired
    HearOrder hear;

    @Autowired
    ReportShortage shortages;

    @Autowired
    MongoTemplate mongo;

    @Autowired
    Outboxes outboxes;

    @Test
    void every_search_runs_along_an_index() {
        Shop shop = new Shop(api).open().counted("A", 5);
        shop.reserve(Shop.order(), 1, Map.of("A", 1)).expect(200);
        for (String list : List.of(
                "/v1/stock",
                "/v1/stock?limit=1&warehouse=" + shop.warehouse,
                "/v1/stock-movements",
                "/v1/stock-movements?sku=A",
                "/v1/stock-movements?sku=A&warehouse=" + shop.warehouse,
                "/v1/fulfillments",
                "/v1/fulfillments?state=SOURCED",
                "/v1/warehouses",
                "/v1/warehouses/" + shop.warehouse)) {
            shop.admin.get(list).expect(200);
        }
        shop.operator.get("/v1/fulfillments").expect(200);
        shop.guest.get("/v1/tracking/SBX0000000000").expect(404);
        shop.guest.get("/v1/tracking/SBX0000000000?carrier=jne").expect(404);
        settle.sweep();
        settleRestocks.sweep();
        hear.sourceWaiting();
        shortages.finishLeft();
        for (String collection : OURS) {
            assertThat(searches.in(collection))
                    .as(collection)
                    .isNotEmpty()
                    .allSatisfy(search -> assertThat(indexes(collection))
                            .as("%s: %s", collection, search)
                            .anyMatch(index -> serves(index, search)));
        }
    }

    @Test
    void counting_what_holds_units_has_an_end() {
        var raw = mongo.getCollection("reservations");
        Document held = new Document("state", "HELD").append("payBy", Date.from(Instant.ofEpochSecond(1)));
        List<Document> many = IntStream.rangeClosed(0, Reservations.MOST_COUNTED)
                .mapToObj(number -> new Document(held).append("_id", "counted-" + number))
                .toList();
        try {
            raw.insertMany(many);
            assertThat(reservations.open()).isEqualTo(Reservations.MOST_COUNTED);
            assertThat(reservations.heldPast(Instant.now())).isEqualTo(Reservations.MOST_COUNTED);
        } finally {
            raw.deleteMany(held);
        }
    }

    @Test
    void however_many_parcels_have_a_number_one_is_read() {
        oneIsRead("?carrier=jne");
        oneIsRead("");
    }

    private void oneIsRead(String carrier) {
        String number = "JP" + Shop.order().toString().substring(4).toUpperCase(Locale.ROOT);
        new Shop(api).guest.get("/v1/tracking/" + number + carrier).expect(404);
        assertThat(searches.in("fulfillments").stream()
                        .filter(search -> search.toJson().contains(number)))
                .singleElement()
                .satisfies(search ->
                        assertThat(search.getNumber("limit").intValue()).isEqualTo(1));
    }

    @Test
    void a_number_was_of_one_carrier_only_and_is_no_more() {
        String name = "fulfillments_of_before";
        mongo.getCollection(name)
                .createIndex(
                        Indexes.ascending("parcels.tracking"),
                        new IndexOptions().unique(true).sparse(true));
        for (int start = 0; start < 2; start++) {
            new MongoFulfillments(outboxes.collection(name), change -> List.of());
            assertThat(indexes(name))
                    .contains(List.of("parcels.tracking", "parcels.carrier"))
                    .doesNotContain(List.of("parcels.tracking"));
        }
    }

    private List<List<String>> indexes(String collection) {
        List<List<String>> indexes = new ArrayList<>(List.of(List.of("_id")));
        for (Document index : mongo.getCollection(collection).listIndexes()) {
            indexes.add(List.copyOf(index.get("key", Document.class).keySet()));
        }
        return indexes;
    }

    /** The filter narrows it from its first field on, and what is sorted by follows; or it is already in that order. */
    private static boolean serves(List<String> index, BsonDocument search) {
        Set<String> fields = new LinkedHashSet<>();
        collect(search.getDocument("filter", new BsonDocument()), fields);
        List<String> sorted =
                List.copyOf(search.getDocument("sort", new BsonDocument()).keySet());
        int narrowed = 0;
        while (narrowed < index.size() && fields.contains(index.get(narrowed))) {
            narrowed++;
        }
        boolean ordered =
                sorted.isEmpty() || index.contains(sorted.getFirst()) && index.indexOf(sorted.getFirst()) <= narrowed;
        return ordered && (narrowed > 0 || !sorted.isEmpty() && index.getFirst().equals(sorted.getFirst()));
    }

    private static void collect(BsonDocument filter, Set<String> fields) {
        filter.forEach((field, wanted) -> {
            if (field.equals("$and") || field.equals("$or")) {
                wanted.asArray().forEach(part -> collect(part.asDocument(), fields));
            } else {
                fields.add(field);
            }
        });
    }
}
