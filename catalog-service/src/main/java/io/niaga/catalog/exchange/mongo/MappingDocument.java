package io.niaga.catalog.exchange.mongo;

import io.niaga.catalog.exchange.FileMapping;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;

/** A mapping as it is kept: pairs, since headings are anything. */
record MappingDocument(Document fields) {
    static Document of(FileMapping mapping) {
        List<Document> packed = mapping.packed().entrySet().stream()
                .map(each -> new Document("column", each.getKey()).append("keys", pairs(each.getValue())))
                .toList();
        return new Document("fields", pairs(mapping.fields()))
                .append("packed", packed)
                .append("minorUnits", mapping.minorUnits());
    }

    private static List<Document> pairs(Map<String, String> map) {
        return map.entrySet().stream()
                .map(each -> new Document("k", each.getKey()).append("v", each.getValue()))
                .toList();
    }

    FileMapping mapping() {
        Map<String, Map<String, String>> packed = new LinkedHashMap<>();
        fields.getList("packed", Document.class)
                .forEach(each -> packed.put(each.getString("column"), map(each.getList("keys", Document.class))));
        return new FileMapping(map(fields.getList("fields", Document.class)), packed, fields.getBoolean("minorUnits"));
    }

    private static Map<String, String> map(List<Document> pairs) {
        Map<String, String> map = new LinkedHashMap<>();
        pairs.forEach(each -> map.put(each.getString("k"), each.getString("v")));
        return map;
    }
}
