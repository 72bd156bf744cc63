package io.niaga.catalog;

import static io.niaga.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import io.niaga.catalog.exchange.Fulfillment;
import io.niaga.testsupport.Api;
import io.niaga.testsupport.BadInput;
import io.niaga.testsupport.Contents;
import io.niaga.testsupport.NiagaIT;
import io.niaga.testsupport.OpenApiGolden;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;

@NiagaIT
class ApiDocumentIT {
    @Autowired
    Api api;

    @Autowired
    MongoTemplate mongo;

    @Test
    void the_api_document_is_the_committed_one() {
        OpenApiGolden.check(api, "catalog");
    }

    @TestFactory
    Stream<DynamicTest> bad_input_is_refused_and_changes_nothing() {
        Fulfillment.counts("CHANGED", null);
        Shop shop = Shop.opened(api);
        String product = shop.published("BAD-1").text("/id");
        String category = shop.admin()
                .once(Shop.key())
                .post("/v1/categories?store=" + shop.id(), Map.of("name", Map.of("id", "Kemeja")))
                .expect(201)
                .text("/id");
        Stream<DynamicTest> others =
                tests(shop, product).filter(test -> !test.getDisplayName().contains("/v1/categories/{id}"));
        Stream<DynamicTest> categories =
                tests(shop, category).filter(test -> test.getDisplayName().contains("/v1/categories/{id}"));
        return Stream.concat(others, categories);
    }

    /** All that is kept, once nothing is under way any more: an accepted file is worked on after its answer. */
    private Object everything() {
        eventually(Duration.ofSeconds(30), () -> {
            assertThat(waiting("products", "outboxDue")).isZero();
            assertThat(waiting("categories", "outboxDue")).isZero();
            assertThat(waiting("imports", "outboxDue")).isZero();
            assertThat(waiting("imports", "freeAt")).isZero();
            assertThat(waiting("importChunks", "upload")).isZero();
        });
        return Contents.of(mongo.getDb(), "idempotency");
    }

    private long waiting(String collection, String field) {
        return mongo.getCollection(collection).countDocuments(Filters.exists(field));
    }

    private Stream<DynamicTest> tests(Shop shop, String id) {
        return BadInput.of(api, "catalog")
                .with("id", id)
                .with("store", shop.id().value())
                .with("slug", "kemeja-parang")
                .unchanged(this::everything)
                .tests();
    }
}
