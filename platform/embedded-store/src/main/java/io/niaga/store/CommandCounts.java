package io.niaga.store;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How often each command on documents was asked for, as MongoDB's {@code serverStatus} tells it. Thread-safe. */
final class CommandCounts {
    private static final Map<String, String> NAMES = Stream.of(
                    "aggregate", "count", "delete", "distinct", "find", "findAndModify", "getMore", "insert", "update")
            .collect(Collectors.toUnmodifiableMap(Commands::key, name -> name));

    private final Map<String, LongAdder> counts =
            NAMES.keySet().stream().collect(Collectors.toUnmodifiableMap(key -> key, key -> new LongAdder()));

    /** @param command in lower case */
    void add(String command) {
        LongAdder count = counts.get(command);
        if (count != null) {
            count.increment();
        }
    }

    /** Puts {@code metrics.commands.<name>.total} into the answer. */
    void tell(Document serverStatus) {
        Document commands = new Document();
        counts.forEach((key, count) -> commands.put(NAMES.get(key), new Document("total", count.sum())));
        if (serverStatus.get("metrics") instanceof Document metrics) {
            metrics.put("commands", commands);
        } else {
            serverStatus.put("metrics", new Document("commands", commands));
        }
    }
}
