package io.niaga.catalog.exchange.csv;

import io.niaga.catalog.exchange.FileField;
import io.niaga.catalog.exchange.FileRow;
import io.niaga.catalog.product.Media;
import io.niaga.catalog.text.LocalText;
import io.niaga.types.FieldError;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects what the cells of one row say. */
final class RowFields {
    private static final String LEVELS = " > ";

    private final int line;
    private final Map<String, String> fields = new HashMap<>();
    private final List<List<String>> categories = new ArrayList<>();
    private final List<Media> media = new ArrayList<>();
    private @Nullable FieldError flaw;

    RowFields(int line) {
        this.line = line;
    }

    void put(String field, String text) {
        if (text.isBlank()) {
            return;
        }
        switch (field) {
            case FileField.CATEGORY -> category(List.of(text.split(LEVELS, -1)));
            case FileField.IMAGE -> media(new Media(Media.Type.IMAGE, text.strip(), LocalText.EMPTY));
            case FileField.VIDEO -> media(new Media(Media.Type.VIDEO, text.strip(), LocalText.EMPTY));
            default -> fields.put(field, text);
        }
    }

    void category(List<String> levels) {
        categories.add(levels.stream().map(String::strip).toList());
    }

    void media(Media one) {
        media.add(one);
    }

    /** The first flaw counts. */
    void flaw(String pointer, String code, String message) {
        if (flaw == null) {
            flaw = new FieldError(pointer, code, message);
        }
    }

    FileRow row() {
        return flaw == null ? new FileRow(line, fields, categories, media, null) : FileRow.unreadable(line, flaw);
    }

    /** Where a field is at fault, as rows' pointers say it. */
    static String pointer(String field) {
        return "/" + String.join("/", Arrays.asList(field.split("\\.", 2)));
    }
}
