package io.niaga.testsupport;

import com.mongodb.client.MongoClient;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;

/** Leaves nothing behind in a real MongoDB. */
record DroppedDatabase(String database) implements ApplicationListener<ContextClosedEvent> {
    @Override
    public void onApplicationEvent(ContextClosedEvent event) {
        event.getApplicationContext()
                .getBeanProvider(MongoClient.class)
                .ifAvailable(client -> client.getDatabase(database).drop());
    }
}
