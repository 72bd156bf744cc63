package io.niaga.audit;

import io.niaga.events.Topics;
import io.niaga.events.audit.AuditRecordedV1;
import io.niaga.events.orders.OrderCancelledV1;
import io.niaga.events.orders.OrderConfirmedV1;
import io.niaga.events.orders.OrderPromiseFailedV1;
import io.niaga.events.payments.RefundSucceededV1;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the topics say, kept small: per aggregate which events were seen, and of a few events what a projection needs. */
final class TopicLog {
    private static final int MOST_TYPES = 64;
    private final Records records;
    private final PersonalData personal;
    /** By topic and source, then by key: aggregates of two kinds may have the same id. */
    private final Map<Stream, Map<String, Sequences>> streams = new HashMap<>();

    private final Map<String, Integer> types = new HashMap<>();
    private final Map<String, SoldOnTopic> sold = new HashMap<>();
    private final Map<String, String> availability = new HashMap<>();
    private final Map<String, ProductOnTopic> products = new HashMap<>();
    private final Set<String> returns = new HashSet<>();
    private final Map<String, String> auditEntries = new LinkedHashMap<>();
    private final Map<String, List<Violation>> wrong = new LinkedHashMap<>();
    private long read;

    private record Stream(String topic, String source) {}

    TopicLog(Records records, PersonalData personal) {
        this.records = records;
        this.personal = personal;
    }

    /** Reads what was added meanwhile. */
    void refresh() {
        records.read(this::take);
    }

    private void take(Told told) {
        read++;
        String key = told.key();
        String name = told.type();
        String source = told.source();
        if (key == null || name == null || source == null || told.sequence() < 1) {
            // A stranger's record: consumers make a dead letter of it, nobody's aggregate told it.
            return;
        }
        if (told.value() != null) {
            personal.find(told).ifPresent(where -> note(told, Check.PERSONAL_DATA, where));
        }
        if (told.topic().equals(Topics.BEHAVIOUR)) {
            // No aggregate's: it is numbered by when it happened, and comes as visitors' devices send it.
            return;
        }
        if (told.sequence() > Sequences.MOST) {
            note(told, Check.SEQUENCES, "event " + told.sequence() + " is of no aggregate that ever was");
            return;
        }
        int type = types.computeIfAbsent(name, _ -> Math.min(types.size(), MOST_TYPES - 1));
        boolean inOrder = streams.computeIfAbsent(new Stream(told.topic(), source), _ -> new HashMap<>())
                .computeIfAbsent(key, _ -> new Sequences())
                .take(told.sequence(), type);
        if (!inOrder && !Topics.STATE.contains(told.topic())) {
            note(told, Check.SEQUENCES, "event " + told.sequence() + " stands behind a later one");
        }
        keep(told, key, name);
    }

    private void note(Told told, Check check, String says) {
        wrong.put(
                told.place() + " " + check,
                List.of(new Violation(check, List.of(String.valueOf(told.key()), told.place()), says)));
    }

    private void keep(Told told, String key, String type) {
        switch (told.topic()) {
            case Topics.AVAILABILITY ->
                last(availability, key, json(told).path("availability").asString(""));
            case Topics.PRODUCT -> last(products, key, told.value() == null ? null : ProductOnTopic.of(json(told)));
            case Topics.ORDER, Topics.PAYMENT -> {
                if (type.startsWith("return.")) {
                    returns.add(json(told).path("returnId").asString("") + " " + type);
                }
                keepSale(type, told);
            }
            case Topics.AUDIT -> {
                if (type.equals(AuditRecordedV1.TYPE)) {
                    auditEntries.put(json(told).path("entryId").asString(""), told.place());
                }
            }
            default -> {}
        }
    }

    private static <T> void last(Map<String, T> states, String key, @Nullable T state) {
        if (state == null || state.equals("")) {
            states.remove(key);
        } else {
            states.put(key, state);
        }
    }

    private void keepSale(String type, Told told) {
        switch (type) {
            case OrderConfirmedV1.TYPE -> sale(json(told)).confirmed(json(told));
            case OrderCancelledV1.TYPE -> sale(json(told)).cancelled(json(told));
            case OrderPromiseFailedV1.TYPE -> sale(json(told)).failed();
            case RefundSucceededV1.TYPE -> sale(json(told)).refunded(json(told));
            default -> {}
        }
    }

    private SoldOnTopic sale(JsonNode event) {
        return sold.computeIfAbsent(event.path("orderId").asString(""), _ -> new SoldOnTopic());
    }

    private static JsonNode json(Told told) {
        try {
            byte[] value = told.value();
            return JsonMapper.shared().readTree(value == null ? new byte[] {'{', '}'} : value);
        } catch (JacksonException malformed) {
            return JsonMapper.shared().createObjectNode();
        }
    }

    /** How many records were read. */
    long read() {
        return read;
    }

    /** Whether that topic has an event of that type of that aggregate. */
    boolean has(String topic, String source, String key, String type) {
        Sequences of = streams.getOrDefault(new Stream(topic, source), Map.of()).get(key);
        Integer number = types.get(type);
        return of != null && number != null && of.hasType(number);
    }

    /** Whether an event of that type was told of a return. */
    boolean hasOfReturn(String returnId, String type) {
        return returns.contains(returnId + " " + type);
    }

    /** All sequences of an aggregate, whatever their topics. */
    BitSet sequences(String source, String key) {
        BitSet all = new BitSet();
        streams.forEach((stream, keys) -> {
            Sequences of = stream.source().equals(source) ? keys.get(key) : null;
            if (of != null) {
                of.addTo(all);
            }
        });
        return all;
    }

    /** Whether any of an aggregate's records may have been forgotten. */
    boolean mayHaveForgotten(String source, String key, Set<String> forgetful) {
        return forgetful.stream()
                .anyMatch(topic -> streams.getOrDefault(new Stream(topic, source), Map.of())
                        .containsKey(key));
    }

    Set<String> forgetful() {
        return records.forgetful();
    }

    @Nullable
    SoldOnTopic sold(String orderId) {
        return sold.get(orderId);
    }

    /** The last word about a row of stock; empty when there is none. */
    String availability(String row) {
        return availability.getOrDefault(row, "");
    }

    @Nullable
    ProductOnTopic product(String productId) {
        return products.get(productId);
    }

    /** Where each audit entry stands, by its id. */
    Map<String, String> auditEntries() {
        return auditEntries;
    }

    /** Records that are wrong by themselves, by their places. */
    Map<String, List<Violation>> wrong() {
        return wrong;
    }
}
