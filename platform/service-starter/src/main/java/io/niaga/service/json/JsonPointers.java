package io.niaga.service.json;

import tools.jackson.core.JacksonException;

/** JSON Pointers (RFC 6901) for the places at fault. */
public final class JsonPointers {
    private JsonPointers() {}

    /** Where in the document the failure happened; empty for the whole document. */
    public static String of(JacksonException failure) {
        StringBuilder pointer = new StringBuilder();
        for (JacksonException.Reference step : failure.getPath()) {
            String name = step.getPropertyName();
            pointer.append('/').append(name == null ? Integer.toString(step.getIndex()) : escaped(name));
        }
        return pointer.toString();
    }

    /** From a bean path such as {@code items[0].quantity}. */
    public static String ofPath(String path) {
        return path.isEmpty()
                ? ""
                : "/"
                        + path.replace("].", "/")
                                .replace(".", "/")
                                .replace("[", "/")
                                .replace("]", "");
    }

    /** One step of a pointer. */
    public static String escaped(String name) {
        return name.indexOf('~') < 0 && name.indexOf('/') < 0
                ? name
                : name.replace("~", "~0").replace("/", "~1");
    }
}
