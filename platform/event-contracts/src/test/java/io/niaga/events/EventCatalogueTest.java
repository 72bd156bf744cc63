package io.niaga.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** {@code docs/events.md} says what the contracts say; {@code -Dniaga.golden.update=true} writes it. */
class EventCatalogueTest {
    private static final Path PAGE = Path.of("../../docs/events.md");
    private static final String HEAD = """
            # Events

            Generated from `platform/event-contracts`; the build fails when it is stale. How they are told and heard:
            [messaging-starter](../platform/messaging-starter/README.md). Every record carries CloudEvents attributes as Kafka headers
            (`ce_id`, `ce_source`, `ce_type`, `ce_subject`, `ce_time`) and `sequence`, `correlationid`, `causationid`, `traceparent`. No
            event holds a name, a mail address, a phone number or an address.
            """;

    /** What the records of a topic are about, which is their key. */
    private static final Map<String, String> KEYS = Map.ofEntries(
            Map.entry(Topics.PRODUCT, "product id"),
            Map.entry(Topics.CATEGORY, "category id"),
            Map.entry(Topics.AVAILABILITY, "`storeId/sku/warehouseId`"),
            Map.entry(Topics.CATALOG, "product id"),
            Map.entry(Topics.STOCK, "stock id"),
            Map.entry(Topics.ORDER, "order id"),
            Map.entry(Topics.PAYMENT, "payment id"),
            Map.entry(Topics.SHIPMENT, "fulfillment id"),
            Map.entry(Topics.USER, "id of the account or the store"),
            Map.entry(Topics.SUPPORT, "case id"),
            Map.entry(Topics.LOYALTY, "member or coupon id"),
            Map.entry(Topics.BEHAVIOUR, "visitor's session"),
            Map.entry(Topics.AUDIT, "id of what was changed"));

    @Test
    void the_page_is_what_the_contracts_say() throws Exception {
        String page = page();
        if (Boolean.getBoolean("niaga.golden.update")) {
            Files.writeString(PAGE, page);
        }
        assertThat(Files.exists(PAGE) ? Files.readString(PAGE) : "")
                .as("events.md; -Dniaga.golden.update=true writes it")
                .isEqualTo(page);
    }

    @Test
    void every_topic_has_a_key_and_a_lifetime() {
        List<String> all = new ArrayList<>(Topics.STATE);
        all.addAll(Topics.PERMANENT);
        all.addAll(Topics.RECENT);
        assertThat(KEYS.keySet()).containsExactlyInAnyOrderElementsOf(all);
    }

    private static String page() throws Exception {
        Map<String, List<EventRecord>> events = new LinkedHashMap<>();
        KEYS.keySet().stream().sorted().forEach(topic -> events.put(topic, new ArrayList<>()));
        Map<String, EventRecord> parts = new TreeMap<>();
        for (Class<?> type : Samples.events()) {
            EventRecord event = EventRecord.of(type);
            events.get(topic(type)).add(event);
            collect(event, parts);
        }
        StringBuilder page = new StringBuilder(HEAD);
        events.forEach((topic, told) -> {
            page.append("\n## ")
                    .append(topic)
                    .append("\n\nKey: ")
                    .append(KEYS.get(topic))
                    .append("; ");
            page.append(lifetime(topic)).append('\n');
            told.forEach(event ->
                    page.append("\n### `").append(event.name()).append("`\n\n").append(event.table()));
        });
        page.append("\n## Parts\n");
        parts.values()
                .forEach(part ->
                        page.append("\n### ").append(part.name()).append("\n\n").append(part.table()));
        return page.toString();
    }

    private static void collect(EventRecord record, Map<String, EventRecord> parts) throws Exception {
        for (Class<?> part : record.parts()) {
            EventRecord found = EventRecord.of(part);
            if (parts.put(found.name(), found) == null) {
                collect(found, parts);
            }
        }
    }

    private static String lifetime(String topic) {
        return Topics.STATE.contains(topic)
                ? "state: compacted, the last record of a key is kept."
                : Topics.PERMANENT.contains(topic) ? "kept for ever." : "kept for thirty days.";
    }

    /** The topic is named by the event's first word, or by the package of its owner. */
    private static String topic(Class<?> type) throws ReflectiveOperationException {
        String area = type.getField("TYPE").get(null).toString().split("[.-]")[0];
        String owner =
                type.getPackageName().substring(Topics.class.getPackageName().length() + 1);
        for (String name :
                List.of(area, owner, owner.replaceAll("s$", ""), "fulfillment".equals(owner) ? "shipment" : "")) {
            for (var field : Topics.class.getFields()) {
                if (field.getType() == String.class
                        && Modifier.isStatic(field.getModifiers())
                        && field.get(null).equals("niaga." + name + ".v1")) {
                    return (String) field.get(null);
                }
            }
        }
        throw new AssertionError(type + " belongs to no topic");
    }
}
