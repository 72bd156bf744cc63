package io.niaga.service.health;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.core.MongoTemplate;

/** The part {@code database} of readiness. */
@AutoConfiguration(after = DataMongoAutoConfiguration.class)
public class HealthAutoConfiguration {
    @Bean
    HealthIndicator databaseHealthIndicator(MongoTemplate mongo) {
        return new DatabaseHealth(mongo);
    }
}
