package io.niaga.catalog;

import com.mongodb.MongoClientSettings;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.stereotype.Component;

/** Every list, newest first, that the service asked the database for, as it was sent. */
@Component
public class RecordedLists implements CommandListener, MongoClientSettingsBuilderCustomizer {
    private static final BsonDocument NEWEST_FIRST = new BsonDocument("_id", new BsonInt32(-1));
    private final Queue<BsonDocument> lists = new ConcurrentLinkedQueue<>();

    @Override
    public void customize(MongoClientSettings.Builder settings) {
        settings.addCommandListener(this);
    }

    @Override
    public void commandStarted(CommandStartedEvent event) {
        BsonDocument command = event.getCommand();
        if (event.getCommandName().equals("find") && NEWEST_FIRST.equals(command.get("sort"))) {
            lists.add(command.clone());
        }
    }

    public List<BsonDocument> of(String collection) {
        return lists.stream()
                .filter(list -> list.getString("find").getValue().equals(collection))
                .toList();
    }
}
