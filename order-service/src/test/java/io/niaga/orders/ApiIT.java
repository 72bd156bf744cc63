package io.niaga.orders;

import io.niaga.testsupport.Api;
import io.niaga.testsupport.BadInput;
import io.niaga.testsupport.NiagaIT;
import io.niaga.testsupport.OpenApiGolden;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.MongoDatabaseFactory;

@NiagaIT
class ApiIT {
    @Autowired
    Api api;

    @Autowired
    MongoDatabaseFactory databases;

    @BeforeEach
    void neighbours() {
        Surrounding.everythingWorks();
    }

    @Test
    void the_api_document_is_what_the_code_says() {
        OpenApiGolden.check(api, "order");
    }

    @TestFactory
    Stream<DynamicTest> bad_input_is_refused_and_changes_nothing() {
        return BadInput.of(api, "order").unchanged(this::everything).tests();
    }

    private Map<String, Long> everything() {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (String name : new String[] {"orders", "quotes"}) {
            counts.put(name, databases.getMongoDatabase().getCollection(name).countDocuments(new Document()));
        }
        return counts;
    }
}
