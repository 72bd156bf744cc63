package io.niaga.catalog.product.http;

import io.niaga.types.CommonProblem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lists and maps as a request gave them: absent is empty, and null is not an element. */
final class Given {
    private Given() {}

    static <T> List<T> list(@Nullable List<? extends @Nullable T> given, String pointer) {
        if (given == null) {
            return List.of();
        }
        List<T> all = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            T each = given.get(i);
            if (each == null) {
                throw CommonProblem.INVALID_REQUEST.now().at(pointer + "/" + i, "REQUIRED", "This may not be null.");
            }
            all.add(each);
        }
        return all;
    }

    /** A value that is null is one that is not there, as in a merge patch. */
    static Map<String, String> map(@Nullable Map<String, @Nullable String> given) {
        Map<String, String> all = new LinkedHashMap<>();
        if (given != null) {
            given.forEach((name, value) -> {
                if (value != null) {
                    all.put(name, value);
                }
            });
        }
        return all;
    }
}
