package io.niaga.catalog.exchange;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a file's headings mean.
 *
 * @param fields heading by field, where they differ
 * @param packed by heading: the cell holds {@code k=v,k=v}, and these of its keys are wanted, under these fields; no keys: all
 *     of them, as options of their own names
 * @param minorUnits whether prices are whole minor units
 */
public record FileMapping(Map<String, String> fields, Map<String, Map<String, String>> packed, boolean minorUnits) {
    /** Headings are field names. */
    public static final FileMapping NONE = new FileMapping(Map.of(), Map.of(), false);

    public FileMapping {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        packed = Collections.unmodifiableMap(new LinkedHashMap<>(packed));
    }

    /** The fields that a heading fills: those it is mapped to, or the one it is called, unless that is filled by another. */
    public List<String> filledBy(String heading) {
        List<String> filled = new ArrayList<>();
        fields.forEach((field, from) -> {
            if (from.equals(heading)) {
                filled.add(field);
            }
        });
        if (!fields.containsKey(heading) && FileField.isKnown(heading)) {
            filled.add(heading);
        }
        return filled;
    }

    public boolean isUsed(String heading) {
        return packed.containsKey(heading) || !filledBy(heading).isEmpty();
    }

    /** What the pairs packed into a cell fill. */
    public Map<String, String> unpacked(String heading, String cell) {
        Map<String, String> wanted = packed.get(heading);
        if (wanted == null) {
            return Map.of();
        }
        Map<String, String> filled = new LinkedHashMap<>();
        for (String pair : cell.split(",", -1)) {
            int equals = pair.indexOf('=');
            String key = equals < 1 ? "" : pair.substring(0, equals).strip();
            String value = equals < 1 ? "" : pair.substring(equals + 1).strip();
            String field = wanted.isEmpty() ? FileField.OPTION + key : wanted.get(key);
            if (!key.isEmpty() && !value.isEmpty() && field != null) {
                filled.put(field, value);
            }
        }
        return filled;
    }
}
