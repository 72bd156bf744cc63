package io.niaga.loyalty;

import io.niaga.testsupport.Api;
import io.niaga.testsupport.BadInput;
import io.niaga.testsupport.NiagaIT;
import io.niaga.testsupport.OpenApiGolden;
import io.niaga.testsupport.TestTokens;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;

@NiagaIT
class ApiIT {
    @Autowired
    Api api;

    @Test
    void the_api_document_is_what_the_code_says() {
        OpenApiGolden.check(api, "loyalty");
    }

    @TestFactory
    Stream<DynamicTest> bad_input_is_refused() {
        return BadInput.of(api, "loyalty").as(TestTokens.operator()).tests();
    }
}
