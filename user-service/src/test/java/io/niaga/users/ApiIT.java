package io.niaga.users;

import io.niaga.testsupport.Api;
import io.niaga.testsupport.BadInput;
import io.niaga.testsupport.NiagaIT;
import io.niaga.testsupport.OpenApiGolden;
import io.niaga.testsupport.TestTokens;
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
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@NiagaIT
class ApiIT {
    @Autowired
    Api api;

    @Autowired
    MongoTemplate mongo;

    @DynamicPropertySource
    static void keycloak(DynamicPropertyRegistry registry) {
        registry.add("niaga.user.directory-url", Keycloak::url);
    }

    @Test
    void the_api_document_is_what_the_code_says() {
        OpenApiGolden.check(api, "user");
    }

    @TestFactory
    Stream<DynamicTest> bad_input_is_refused() {
        return BadInput.of(api, "user")
                .as(TestTokens.operator())
                .unchanged(this::everything)
                .tests();
    }

    /** What is asked of Keycloak by mistake would be refused by it: nothing is stubbed. */
    private Map<String, List<String>> everything() {
        Map<String, List<String>> all = new TreeMap<>();
        for (String name : mongo.getCollectionNames()) {
            List<String> documents = mongo.getCollection(name)
                    .find()
                    .projection(new Document("outbox", 0).append("outboxDue", 0).append("outboxLease", 0))
                    .map(Document::toJson)
                    .into(new ArrayList<>());
            // Entries follow from earlier writes in their own time.
            if (!name.equals("audit_entries")) {
                all.put(name, documents);
            }
        }
        return all;
    }
}
