package io.niaga.users;

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
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@NiagaIT
class ApiIT {
    @Autowired
    Api api;

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
        return BadInput.of(api, "user").as(TestTokens.operator()).tests();
    }
}
