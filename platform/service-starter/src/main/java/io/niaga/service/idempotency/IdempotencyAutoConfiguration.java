package io.niaga.service.idempotency;

import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import tools.jackson.databind.json.JsonMapper;

/** The bean {@link Idempotency} and the parameter {@link IdempotencyKey}. */
@AutoConfiguration(after = DataMongoAutoConfiguration.class)
public class IdempotencyAutoConfiguration {
    @Bean
    Idempotency idempotency(MongoTemplate mongo, JsonMapper json, Clock clock) {
        return new Idempotency(new Claims(() -> mongo.getCollection(Claims.COLLECTION), clock), json, clock);
    }

    @Bean
    HandlerMethodArgumentResolver idempotencyKeyArgument() {
        return new IdempotencyKeyArgument();
    }
}
