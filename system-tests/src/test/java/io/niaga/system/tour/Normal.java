package io.niaga.system.tour;

import java.util.LinkedHashMap;
import java.util.Map;

/** Text without what is different in every run. */
final class Normal {
    private static final Map<String, String> PATTERNS = new LinkedHashMap<>();

    static {
        PATTERNS.put("v1\\.([a-z]{3}_)[0-9a-z]{26}\\.\\d+\\.[A-Za-z0-9_-]+", "v1.$1");
        PATTERNS.put("\\b([a-z]{3}_)[0-9a-z]{26}\\b", "$1");
        PATTERNS.put("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z", "<instant>");
        PATTERNS.put("\\d{4}-\\d\\d-\\d\\d", "<day>");
        PATTERNS.put("\\d{6}-[0-9A-Z]{4}-[0-9A-Z]{4}", "<order number>");
        PATTERNS.put("SBX[0-9A-Z]+", "<tracking>");
        PATTERNS.put("\\b[0-9a-f]{32}\\b", "<trace>");
        PATTERNS.put("\"nextCursor\": \"[^\"]*\"", "\"nextCursor\": \"…\"");
    }

    private Normal() {}

    static String of(String text) {
        String normal = text;
        for (Map.Entry<String, String> pattern : PATTERNS.entrySet()) {
            normal = normal.replaceAll(pattern.getKey(), pattern.getValue());
        }
        return normal;
    }
}
