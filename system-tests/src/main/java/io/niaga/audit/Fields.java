package io.niaga.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Reads documents of others: a path is names with dots, and what is absent is empty, nought or no time. */
final class Fields {
    private static final Document NOTHING = new Document();

    private Fields() {}

    static @Nullable Object at(@Nullable Document from, String path) {
        Object here = from;
        for (String name : path.split("\\.", -1)) {
            here = here instanceof Document document ? document.get(name) : null;
        }
        return here;
    }

    static boolean has(@Nullable Document from, String path) {
        return at(from, path) != null;
    }

    static String text(@Nullable Document from, String path) {
        Object found = at(from, path);
        return found == null ? "" : found.toString();
    }

    static long number(@Nullable Document from, String path) {
        return at(from, path) instanceof Number number ? number.longValue() : 0;
    }

    static @Nullable Instant instant(@Nullable Document from, String path) {
        return at(from, path) instanceof Date date ? date.toInstant() : null;
    }

    static Document part(@Nullable Document from, String path) {
        return at(from, path) instanceof Document document ? document : NOTHING;
    }

    static List<Document> list(@Nullable Document from, String path) {
        List<Document> parts = new ArrayList<>();
        if (at(from, path) instanceof List<?> all) {
            all.forEach(each -> {
                if (each instanceof Document document) {
                    parts.add(document);
                }
            });
        }
        return parts;
    }

    static List<String> texts(@Nullable Document from, String path) {
        return at(from, path) instanceof List<?> all
                ? all.stream().map(String::valueOf).toList()
                : List.of();
    }

    static String id(Document document) {
        return text(document, "_id");
    }

    /** The 128 bits that an id shares with the ids derived from it, as they are spelled. */
    static String bits(String id) {
        return id.substring(id.indexOf('_') + 1);
    }

    /** An amount of the form {@code {minor, currency}}, as {@code 149900 IDR}. */
    static String money(@Nullable Document from, String path) {
        return number(from, path + ".minor") + " " + text(from, path + ".currency");
    }

    static long minor(@Nullable Document from, String path) {
        return number(from, path + ".minor");
    }
}
