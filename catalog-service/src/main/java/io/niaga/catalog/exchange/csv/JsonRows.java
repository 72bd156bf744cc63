package io.niaga.catalog.exchange.csv;

import io.niaga.catalog.exchange.FileMapping;
import io.niaga.catalog.exchange.FileRow;
import io.niaga.catalog.exchange.FileRows;
import io.niaga.types.FieldError;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The rows of newline-delimited JSON: an object per line, blank lines skipped. */
final class JsonRows implements FileRows {
    private static final int LONGEST_LINE = 1 << 19;
    private static final int MOST_REMEMBERED = 10_000;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final FileMapping mapping;
    private final BoundedLines lines;
    private final Map<String, List<String>> filled = new HashMap<>();
    private final Set<String> ignored = new LinkedHashSet<>();
    private @Nullable String next;

    JsonRows(FileMapping mapping, InputStream file) {
        this.mapping = mapping;
        this.lines = new BoundedLines(Utf8.reader(file), LONGEST_LINE);
        advance();
    }

    private void advance() {
        String line = lines.next().orElse(null);
        while (line != null && line.isBlank()) {
            line = lines.next().orElse(null);
        }
        next = line;
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public FileRow next() {
        String line = next;
        if (line == null) {
            throw new NoSuchElementException();
        }
        int number = lines.number();
        boolean tooLong = lines.tooLong();
        advance();
        return tooLong
                ? FileRow.unreadable(number, new FieldError("", "ROW_TOO_LARGE", "A line has at most half a mebibyte."))
                : row(number, line);
    }

    private FileRow row(int number, String line) {
        try {
            if (JSON.readTree(line) instanceof ObjectNode object) {
                JsonCells cells = new JsonCells(new RowFields(number));
                object.properties().forEach(property -> put(cells, property.getKey(), property.getValue()));
                return cells.row();
            }
        } catch (JacksonException malformed) {
            return FileRow.unreadable(number, new FieldError("", "MALFORMED_JSON", "The line is not valid JSON."));
        }
        return FileRow.unreadable(number, new FieldError("", "MALFORMED_JSON", "The line is not a JSON object."));
    }

    private void put(JsonCells cells, String key, JsonNode value) {
        if (value.isNull()) {
            return;
        }
        filledBy(key).forEach(field -> cells.put(field, key, value));
        if (mapping.packed().containsKey(key) && value.isString()) {
            mapping.unpacked(key, value.stringValue()).forEach(cells::put);
        }
    }

    private List<String> filledBy(String key) {
        List<String> known = filled.get(key);
        if (known != null) {
            return known;
        }
        List<String> fields = mapping.filledBy(key);
        if (filled.size() < MOST_REMEMBERED) {
            filled.put(key, fields);
        }
        if (!mapping.isUsed(key) && ignored.size() < ProductFiles.MOST_IGNORED) {
            ignored.add(key);
        }
        return fields;
    }

    @Override
    public List<String> ignored() {
        return new ArrayList<>(ignored);
    }
}
