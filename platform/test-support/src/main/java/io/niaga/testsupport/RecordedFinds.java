package io.niaga.testsupport;

import com.mongodb.MongoClientSettings;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.bson.BsonDocument;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;

/** Every search that the service under test has sent to its database, as it was sent; what indexes are compared with. Thread-safe. */
public final class RecordedFinds implements CommandListener, MongoClientSettingsBuilderCustomizer {
    private final Queue<BsonDocument> finds = new ConcurrentLinkedQueue<>();

    @Override
    public void customize(MongoClientSettings.Builder settings) {
        settings.addCommandListener(this);
    }

    @Override
    public void commandStarted(CommandStartedEvent event) {
        if (event.getCommandName().equals("find")) {
            finds.add(event.getCommand().clone());
        }
    }

    /** Those in a collection, in the order in which they were sent. */
    public List<BsonDocument> in(String collection) {
        return finds.stream()
                .filter(find -> find.getString("find").getValue().equals(collection))
                .toList();
    }
}
