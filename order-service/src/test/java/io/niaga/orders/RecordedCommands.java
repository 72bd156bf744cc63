package io.niaga.orders;

import com.mongodb.MongoClientSettings;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.bson.BsonDocument;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.stereotype.Component;

/** Every search that the service asked the database for, as it was sent. */
@Component
class RecordedCommands implements CommandListener, MongoClientSettingsBuilderCustomizer {
    private final Queue<BsonDocument> searches = new ConcurrentLinkedQueue<>();

    @Override
    public void customize(MongoClientSettings.Builder settings) {
        settings.addCommandListener(this);
    }

    @Override
    public void commandStarted(CommandStartedEvent event) {
        BsonDocument command = event.getCommand();
        if (event.getCommandName().equals("find")) {
            searches.add(command.clone());
        }
    }

    List<BsonDocument> searches(String collection) {
        return searches.stream()
                .filter(s -> s.getString("find").getValue().equals(collection))
                .toList();
    }
}
