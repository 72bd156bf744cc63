package io.niaga.catalog.exchange;

import io.niaga.catalog.product.Media;
import io.niaga.types.FieldError;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One row as it was read: texts by field, nothing judged yet.
 *
 * @param line in the file, from 1; where the row begins
 * @param categories the names from the root down, once per category
 * @param unreadable why nothing else could be read of it, or null
 */
public record FileRow(
        int line,
        Map<String, String> fields,
        List<List<String>> categories,
        List<Media> media,
        @Nullable FieldError unreadable) {
    public FileRow {
        fields = Map.copyOf(fields);
        categories = List.copyOf(categories);
        media = List.copyOf(media);
    }

    public static FileRow unreadable(int line, FieldError why) {
        return new FileRow(line, Map.of(), List.of(), List.of(), why);
    }

    /** A rough measure of how much memory it takes. */
    int size() {
        return fields.values().stream().mapToInt(String::length).sum()
                + media.stream().mapToInt(each -> each.url().length()).sum();
    }
}
