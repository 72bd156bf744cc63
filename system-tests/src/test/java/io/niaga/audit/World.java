package io.niaga.audit;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.niaga.store.EmbeddedStore;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Some real purchases, as a running system kept and told them, in a store of its own; free to be damaged. */
final class World implements AutoCloseable {
    private static final List<Document> RECORDED = recorded();
    private final EmbeddedStore store = EmbeddedStore.inMemory();
    private final MongoClient mongo = MongoClients.create(store.uri());
    private final Databases databases = new Databases(mongo);
    private final Map<String, String> answers = new HashMap<>();
    final List<Document> records = new ArrayList<>();
    private Instant now = Instant.EPOCH;
    private boolean asksApi;
    private Runnable meanwhile = () -> {};

    World() {
        for (Document line : RECORDED) {
            if (line.containsKey("in")) {
                continue;
            }
            if (line.containsKey("topic")) {
                records.add(new Document(line));
            } else if (line.containsKey("path")) {
                answers.put(line.getString("path"), line.getString("answer"));
            } else {
                now = Instant.parse(line.getString("at"));
            }
        }
        documents().forEach((name, documents) -> databases.of(name).insertMany(documents));
    }

    /** The documents that were recorded, by collection. */
    static Map<String, List<Document>> documents() {
        return RECORDED.stream()
                .filter(line -> line.containsKey("in"))
                .collect(Collectors.groupingBy(
                        line -> line.getString("in"),
                        Collectors.mapping(line -> line.get("document", Document.class), Collectors.toList())));
    }

    private static List<Document> recorded() {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(World.class.getResourceAsStream("purchases.ndjson")), StandardCharsets.UTF_8))) {
            return in.lines().map(Document::parse).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    MongoCollection<Document> in(String collection) {
        return databases.of(collection);
    }

    /** The only document that matches; one that does not match none is a mistake of the test. */
    Document one(String collection, Bson filter) {
        return Objects.requireNonNull(in(collection).find(filter).first());
    }

    Document byId(String collection, String id) {
        return one(collection, Filters.eq("_id", id));
    }

    /** The id of an order with that state and payment method; with the same bits under another prefix. */
    String order(String prefix, String state, String method) {
        Bson filter = Filters.and(Filters.eq("state.code", state), Filters.eq("terms.method", method));
        return prefix + Fields.bits(Fields.id(one("orders.orders", filter)));
    }

    void set(String collection, String id, String field, @Nullable Object value) {
        change(collection, id, Updates.set(field, value));
    }

    void add(String collection, String id, String field, Number more) {
        change(collection, id, Updates.inc(field, more));
    }

    void change(String collection, String id, Bson change) {
        long matched = in(collection).updateOne(Filters.eq("_id", id), change).getMatchedCount();
        if (matched != 1) {
            throw new AssertionError(collection + " has no " + id);
        }
    }

    void remove(String collection, String id) {
        if (in(collection).deleteOne(Filters.eq("_id", id)).getDeletedCount() != 1) {
            throw new AssertionError(collection + " has no " + id);
        }
    }

    /** The record of an aggregate's event. */
    Document record(String key, String type) {
        return records.stream()
                .filter(r -> key.equals(r.get("key")) && type.equals(r.get("type")))
                .findFirst()
                .orElseThrow();
    }

    /** Changes what the API answers from now on, and has it asked. */
    void answer(String part, String from, String to) {
        asksApi = true;
        answers.replaceAll((path, body) -> path.contains(part) ? replaced(body, from, to) : body);
    }

    private static String replaced(String body, String from, String to) {
        if (!body.contains(from)) {
            throw new AssertionError("the answer does not have " + from);
        }
        return body.replaceFirst(Pattern.quote(from), to);
    }

    /** What the shop shows. */
    List<Document> shown() {
        return answers.entrySet().stream()
                .filter(answer -> answer.getKey().contains("/v1/products"))
                .flatMap(answer -> Fields.list(Document.parse(answer.getValue()), "items").stream())
                .toList();
    }

    /** Takes a product out of what the shop shows. */
    void hide(String product) {
        asksApi = true;
        answers.replaceAll((path, body) -> {
            Document answer = Document.parse(body);
            List<Document> items = new ArrayList<>(Fields.list(answer, "items"));
            boolean removed = items.removeIf(item -> product.equals(item.getString("id")));
            return removed ? answer.append("items", items).toJson() : body;
        });
    }

    /** Nobody answers any more. */
    void silence() {
        answers.clear();
    }

    World withApi() {
        asksApi = true;
        return this;
    }

    /** What the system does between two looks. */
    void meanwhile(Runnable change) {
        meanwhile = change;
    }

    void passes(Duration time) {
        now = now.plus(time);
    }

    Instant now() {
        return now;
    }

    Report audit() {
        Audit.Patience patience = new Audit.Patience(Duration.ofMillis(60), Duration.ofMinutes(5));
        return new Audit(mongo, new Read(), asksApi ? this::answer : null, patience, Clock.fixed(now, ZoneOffset.UTC))
                .run();
    }

    private JsonNode answer(String path) {
        String body = answers.get(path);
        if (body == null) {
            throw new Api.ApiFailed("nobody asked " + path + " before");
        }
        return JsonMapper.shared().readTree(body);
    }

    @Override
    public void close() {
        mongo.close();
        store.close();
    }

    /** The records as topics. */
    private final class Read implements Records {
        private int read;

        @Override
        public void read(Consumer<Told> each) {
            if (read > 0) {
                meanwhile.run();
            }
            records.subList(read, records.size()).forEach(r -> each.accept(told(r)));
            read = records.size();
        }

        @Override
        public Set<String> forgetful() {
            return Set.of();
        }

        private static Told told(Document r) {
            String[] place = r.getString("place").split("/", -1);
            String value = r.getString("value");
            return new Told(
                    new Told.Place(place[0], Integer.parseInt(place[1]), Long.parseLong(place[2])),
                    new Told.Head(
                            r.getString("key"),
                            r.getString("type"),
                            r.getString("source"),
                            r.get("sequence", Number.class).longValue()),
                    value == null ? null : value.getBytes(StandardCharsets.UTF_8));
        }
    }
}
