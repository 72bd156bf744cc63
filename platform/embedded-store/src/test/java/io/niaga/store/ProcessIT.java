package io.niaga.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Filters;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessIT {
    @TempDir
    Path directory;

    @Test
    void it_says_when_it_is_ready_and_packs_its_file_at_the_end() throws IOException {
        Path file = directory.resolve("made").resolve("niaga.store");
        try (StoreProcess process = StoreProcess.onFile(file)) {
            try (MongoClient client = MongoClients.create(process.uri())) {
                client.getDatabase("t").getCollection("c").insertOne(new Document("_id", 1));
            }
            process.stop();
            assertThat(process.output()).as("nothing but").hasSize(1);
        }
        try (var files = Files.list(file.getParent())) {
            assertThat(files).as("no log is left").containsExactly(file);
        }
        try (StoreProcess process = StoreProcess.onFile(file);
                MongoClient client = MongoClients.create(process.uri())) {
            assertThat(client.getDatabase("t").getCollection("c").countDocuments())
                    .isEqualTo(1);
        }
    }

    /** No checkpoint is due by time or by the log's size, and what is changed takes more memory than there is. */
    @Test
    void what_is_changed_and_not_in_the_file_fits_into_the_heap_and_so_does_its_replay() {
        String[] rarely = {
            "--file=" + directory.resolve("niaga.store"),
            "--port=0",
            "--log-checkpoint-every=1h",
            "--log-checkpoint-size=1GB",
            "--log-limit=1GB"
        };
        int half = 70_000;
        try (StoreProcess roomy = StoreProcess.withHeap("1536m", rarely);
                MongoClient client = MongoClients.create(roomy.uri())) {
            insert(client, 0, half);
            roomy.kill();
        }
        try (StoreProcess small = StoreProcess.launch(rarely);
                MongoClient client = MongoClients.create(small.uri())) {
            assertThat(client.getDatabase("t").getCollection("c").estimatedDocumentCount())
                    .isEqualTo(half);
            insert(client, half, 2 * half);
            assertThat(client.getDatabase("t").getCollection("c").estimatedDocumentCount())
                    .isEqualTo(2 * half);
            // Nor need what is counted fit, where no index alone can tell.
            assertThat(client.getDatabase("t").getCollection("c").countDocuments(Filters.gt("field0", "n")))
                    .isEqualTo(2 * half);
        }
    }

    /** Documents of a dozen short texts, as services have them: in memory several times as large as written. */
    private static void insert(MongoClient client, int from, int to) {
        String text = "nyaman dipakai seharian, dicap dengan ";
        for (int begin = from; begin < to; begin += 1000) {
            List<Document> batch = new ArrayList<>();
            for (int id = begin; id < begin + 1000; id++) {
                Document document = new Document("_id", id);
                for (int field = 0; field < 12; field++) {
                    document.append("field" + field, text + id);
                }
                batch.add(document);
            }
            client.getDatabase("t").getCollection("c").insertMany(batch);
        }
    }

    @Test
    void without_a_file_it_runs_in_memory() {
        try (StoreProcess process = StoreProcess.launch("--port=0");
                MongoClient client = MongoClients.create(process.uri())) {
            assertThat(client.getDatabase("t").runCommand(new Document("ping", 1)))
                    .containsEntry("ok", 1.0);
        }
    }

    @Test
    void arguments_it_does_not_know_end_it_with_its_usage() {
        try (StoreProcess process = StoreProcess.launch("--prot=1")) {
            assertThat(process.awaitEnd()).isEqualTo(2);
            assertThat(process.output()).anyMatch(line -> line.startsWith("usage:"));
        }
    }

    @Test
    void a_taken_port_and_a_taken_file_are_said_in_one_sentence() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"));
                StoreProcess process = StoreProcess.launch("--port=" + taken.getLocalPort())) {
            assertThat(process.awaitEnd()).isEqualTo(1);
            assertThat(process.output())
                    .singleElement()
                    .asString()
                    .contains("cannot start", "port " + taken.getLocalPort());
        }
        Path file = directory.resolve("shared.store");
        try (StoreProcess first = StoreProcess.onFile(file)) {
            assertThat(first.uri()).isNotEmpty();
            try (StoreProcess second = StoreProcess.onFile(file)) {
                assertThat(second.awaitEnd()).isEqualTo(1);
                assertThat(second.output()).singleElement().asString().contains("cannot start", "shared.store");
            }
        }
    }
}
