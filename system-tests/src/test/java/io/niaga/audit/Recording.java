package io.niaga.audit;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.bson.json.JsonMode;
import org.bson.json.JsonWriterSettings;
import tools.jackson.databind.JsonNode;

/**
 * Writes down a running system for the tests: documents, records and answers, one a line. Run it against a fresh local stack
 * after some purchases, with {@code NIAGA_PORT_BASE} set and the file as argument.
 */
final class Recording {
    private static final JsonWriterSettings EXACT =
            JsonWriterSettings.builder().outputMode(JsonMode.EXTENDED).build();
    private static final Set<String> UNREAD = Set.of(
            "idempotency", "carts", "skuClaims", "importPieces", "importChunks", "sandbox_charges", "notifications");

    private Recording() {}

    public static void main(String[] words) throws IOException {
        AuditSettings settings = AuditSettings.of(List.of("--settle=3"), System.getenv());
        Map<String, JsonNode> answers = new LinkedHashMap<>();
        List<Told> told = new ArrayList<>();
        try (MongoClient mongo = MongoClients.create(settings.mongo());
                KafkaRecords records = new KafkaRecords(settings.kafka());
                Gateway gateway = new Gateway(settings);
                BufferedWriter out = Files.newBufferedWriter(Path.of(words[0]))) {
            Api asked = path -> answers.computeIfAbsent(path, gateway::get);
            records.read(told::add);
            asked.get("/v1/products?store=sto_01kavf8g00e4ttm0nbdjqsmn0n&limit=100");
            Databases databases = new Databases(mongo);
            AnswerArea shown = new AnswerArea(databases, asked, Clock.systemUTC());
            shown.all(new Suspicions(shown, Suspicions.counts()));
            asked.get("/v1/ledger/trial-balance?currency=IDR");
            asked.get("/v1/ledger/reconciliation?currency=IDR");
            line(out, new Document("at", Clock.systemUTC().instant().toString()));
            for (String collection : databases.all()) {
                if (!UNREAD.contains(collection.substring(collection.indexOf('.') + 1))) {
                    databases.each(collection, d -> line(out, new Document("in", collection).append("document", d)));
                }
            }
            told.forEach(one -> line(out, document(one)));
            answers.forEach((path, body) -> line(out, new Document("path", path).append("answer", body.toString())));
        }
    }

    private static Document document(Told one) {
        byte[] value = one.value();
        return new Document("topic", one.topic())
                .append("place", one.place())
                .append("key", one.key())
                .append("type", one.type())
                .append("source", one.source())
                .append("sequence", one.sequence())
                .append("value", value == null ? null : new String(value, StandardCharsets.UTF_8));
    }

    private static void line(BufferedWriter out, Document line) {
        try {
            out.write(line.toJson(EXACT));
            out.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
