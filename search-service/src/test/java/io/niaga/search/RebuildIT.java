package io.niaga.search;

import static io.niaga.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.events.Topics;
import io.niaga.events.catalog.ProductStateV1;
import io.niaga.events.fulfillment.AvailabilityStateV1;
import io.niaga.search.index.Change;
import io.niaga.search.index.lucene.LuceneIndex;
import io.niaga.testsupport.Answer;
import io.niaga.testsupport.Api;
import io.niaga.testsupport.NiagaIT;
import io.niaga.testsupport.TestEvents;
import io.niaga.types.TypeId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** Products told in many versions, late and twice, some withdrawn: a second index from the topics is the same. */
@NiagaIT
class RebuildIT {
    private static final long SEED = Long.getLong("niaga.seed", 20261128);

    @Autowired
    Api api;

    @Autowired
    Environment environment;

    @Autowired
    LuceneIndex index;

    private Answer rebuild(String projection) {
        return Api.at("http://127.0.0.1:" + environment.getProperty("local.management.port"))
                .with("Content-Type", "application/json")
                .post("/actuator/rebuild/" + projection);
    }

    private static void told(Random random, String store) {
        List<Runnable> tellings = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            String id = Told.productId();
            String sku = "SKU-" + i;
            for (int version = 1; version <= 3; version++) {
                Told product = Told.product(id, "Kemeja Versi " + version)
                        .store(store)
                        .in("pakaian/v" + version)
                        .variant(sku, "10" + version + "000");
                boolean gone = version == 3 && i % 5 == 0;
                ProductStateV1 state = gone ? product.unpublished().state() : product.state();
                long sequence = version;
                tellings.add(() -> TestEvents.tell(Topics.PRODUCT, id, ProductStateV1.TYPE, sequence, state));
                String availability = List.of("OUT", "LOW", "IN_STOCK").get(random.nextInt(3));
                tellings.add(() -> TestEvents.tell(
                        Topics.AVAILABILITY,
                        store + "/" + sku + "/whs_1",
                        AvailabilityStateV1.TYPE,
                        sequence,
                        new AvailabilityStateV1(store, sku, "whs_1", availability)));
            }
        }
        tellings.addAll(List.copyOf(tellings.subList(0, 40)));
        Collections.shuffle(tellings, random);
        tellings.forEach(Runnable::run);
    }

    @Test
    void a_second_index_from_the_topics_is_the_same_and_damage_shows() {
        String store = new TypeId("sto", UUID.randomUUID()).toString();
        told(new Random(SEED), store);
        eventually(Duration.ofSeconds(20), () -> {
            assertThat(api.get("/v1/products?limit=100&store=" + store)
                            .expect(200)
                            .json("/items")
                            .size())
                    .isEqualTo(24);
            Answer same = rebuild("index").expect(200);
            assertThat(same.json("/examples").toString()).as("seed %s", SEED).isEqualTo("[]");
            assertThat(same.json("/entries").asInt()).isGreaterThanOrEqualTo(24);
        });
        String lost = api.get("/v1/products?limit=1&store=" + store).text("/items/0/id");
        index.apply(new Change.ProductGone(lost, 99));
        index.refresh();
        Answer damaged = rebuild("index").expect(200);
        assertThat(damaged.text("/differing")).isEqualTo("1");
        assertThat(damaged.text("/examples/0")).isEqualTo(lost);
        rebuild("dreams").expect(404);
    }
}
