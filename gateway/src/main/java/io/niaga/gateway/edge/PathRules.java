package io.niaga.gateway.edge;

import java.util.Locale;

/** Refuses paths that two parsers could read differently: dots, slashes or controls in disguise, and empty segments. */
final class PathRules {
    private PathRules() {}

    static boolean isPlain(String rawPath) {
        if (rawPath.contains("//") || rawPath.contains("\\") || rawPath.contains(";")) {
            return false;
        }
        if (rawPath.contains("/./") || rawPath.contains("/../") || rawPath.endsWith("/.") || rawPath.endsWith("/..")) {
            return false;
        }
        return rawPath.indexOf('%') < 0 || hasOnlyHarmlessEscapes(rawPath.toLowerCase(Locale.ROOT));
    }

    private static boolean hasOnlyHarmlessEscapes(String path) {
        for (int at = path.indexOf('%'); at >= 0; at = path.indexOf('%', at + 1)) {
            String escape = path.substring(at + 1, Math.min(at + 3, path.length()));
            if (!escape.matches("[0-9a-f]{2}") || isHarmful(Integer.parseInt(escape, 16))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isHarmful(int octet) {
        return octet < 0x20
                || octet == 0x7f
                || octet == '.'
                || octet == '/'
                || octet == '\\'
                || octet == '%'
                || octet == ';';
    }
}
