package io.niaga.fulfillment;

import io.niaga.testsupport.Api;
import io.niaga.testsupport.BadInput;
import io.niaga.testsupport.NiagaIT;
import io.niaga.testsupport.OpenApiGolden;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;

@NiagaIT
class ApiIT {
    @Autowired
    Api api;

    @Autowired
    MongoTemplate mongo;

    @Test
    void the_api_is_as_documented() {
        OpenApiGolden.check(api, "fulfillment");
    }

    @TestFactory
    Stream<DynamicTest> bad_input_is_refused_and_changes_nothing() {
        Shop shop = new Shop(api).open().counted("A", 10);
        return BadInput.of(api, "fulfillment")
                .with("store", shop.store.value())
                .with("sku", "A")
                .with("tracking", "SBX0000000000")
                .with("number", "SBX0000000000")
                .unchanged(this::everything)
                .tests();
    }

    private Map<String, List<String>> everything() {
        Map<String, List<String>> all = new TreeMap<>();
        for (String name : mongo.getCollectionNames()) {
            List<String> documents = mongo.getCollection(name)
                    .find()
                    .projection(new Document("outbox", 0).append("outboxDue", 0).append("outboxLease", 0))
                    .map(Document::toJson)
                    .into(new ArrayList<>());
            // Movements follow from earlier writes in their own time.
            if (!name.equals("movements")) {
                all.put(name, documents);
            }
        }
        return all;
    }
}
