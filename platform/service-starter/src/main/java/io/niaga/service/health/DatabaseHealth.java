package io.niaga.service.health;

import com.mongodb.MongoException;
import org.bson.Document;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.dao.DataAccessException;
import org.springframework.data.mongodb.core.MongoTemplate;

/** One {@code ping} to the service's own database; any server that speaks the protocol answers it cheaply. */
final class DatabaseHealth implements HealthIndicator {
    private static final Document PING = new Document("ping", 1);

    private final MongoTemplate mongo;

    DatabaseHealth(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    @Override
    public Health health() {
        try {
            mongo.executeCommand(PING);
            return Health.up().build();
        } catch (MongoException | DataAccessException unreachable) {
            return Health.down(unreachable).build();
        }
    }
}
