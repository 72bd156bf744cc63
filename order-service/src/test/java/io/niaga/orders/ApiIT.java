package io.niaga.orders;

import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.testsupport.Api;
import io.niaga.testsupport.BadInput;
import io.niaga.testsupport.NiagaIT;
import io.niaga.testsupport.OpenApiGolden;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import tools.jackson.databind.JsonNode;

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

    @Test
    void what_is_passed_on_of_a_payment_is_described_as_by_its_own_service() {
        JsonNode ours = api.get("/v1/openapi/order").json("/components/schemas");
        JsonNode theirs = OpenApiGolden.committed("payment").at("/components/schemas");
        assertThat(names(theirs.at("/Payment/properties/state/enum")))
                .isSubsetOf(names(ours.at("/OrderPayment/properties/state/enum")));
        assertThat(ours.at("/OrderNextAction/properties")).isEqualTo(theirs.at("/NextAction/properties"));
        assertThat(names(ours.at("/OrderNextAction/required"))).isEqualTo(names(theirs.at("/NextAction/required")));
    }

    private static List<String> names(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).sorted().toList();
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
