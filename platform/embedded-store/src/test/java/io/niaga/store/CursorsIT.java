package io.niaga.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoCursorNotFoundException;
import com.mongodb.client.MongoCursor;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class CursorsIT {
    @Test
    void a_cursor_in_use_stays_and_a_forgotten_one_goes() {
        StoreSettings settings = StoreSettings.inMemory().withCursorIdle(Duration.ofSeconds(3));
        try (Connected connected = Connected.to(settings)) {
            var c = connected.collection();
            c.insertMany(IntStream.range(0, 500)
                    .mapToObj(i -> new Document("_id", i))
                    .toList());
            try (MongoCursor<Document> used = c.find().batchSize(50).iterator();
                    MongoCursor<Document> forgotten = c.find().batchSize(50).iterator()) {
                forgotten.next();
                int[] read = {0};
                Awaitility.await("the forgotten cursor ends")
                        .pollInterval(Duration.ofMillis(400))
                        .atMost(Duration.ofSeconds(60))
                        .until(() -> {
                            for (int i = 0; i < 50 && used.hasNext(); i++) {
                                used.next();
                                read[0]++;
                            }
                            return read[0] == 500;
                        });
                assertThat(openCursors(connected)).isZero();
                assertThatThrownBy(() -> forgotten.forEachRemaining(document -> {}))
                        .isInstanceOf(MongoCursorNotFoundException.class);
            }
        }
    }

    private static long openCursors(Connected connected) {
        Document status = connected.database().runCommand(new Document("serverStatus", 1));
        return status.getEmbedded(List.of("metrics", "cursor", "open", "total"), Number.class)
                .longValue();
    }
}
