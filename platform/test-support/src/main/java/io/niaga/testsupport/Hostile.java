package io.niaga.testsupport;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Values that have broken things elsewhere. */
final class Hostile {
    static final List<String> TEXTS = List.of(
            "",
            " ",
            "\u0000",
            "a\u0000b",
            "\u202Etxet",
            "👩‍👩‍👧‍👦",
            "\uD800",
            "İıſ",
            "' OR '1'='1",
            "\"; DROP TABLE orders; --",
            "{\"$gt\":\"\"}",
            "$where",
            "<script>alert(1)</script>",
            "${jndi:ldap://localhost/x}",
            "#{7*7}",
            "../../../../etc/passwd",
            "%s%n%x",
            "=cmd|'/c calc'!A0",
            "null",
            "NaN",
            "-1",
            "9".repeat(400),
            "a".repeat(20_000));

    /** As segments of a path, already encoded. */
    static final List<String> SEGMENTS = List.of(
            "x",
            "0",
            "-1",
            "null",
            "%20",
            "%00",
            "%0d%0aX-Injected:1",
            "%2e%2e%2fadmin",
            "..;",
            "%27%20OR%20%271%27=%271",
            "%7B%22$gt%22:%22%22%7D",
            "%F0%9F%91%A9",
            "%ff%fe",
            "ord_zzzzzzzzzzzzzzzzzzzzzzzzzz",
            "ord_00000000000000000000000000",
            "a".repeat(2000));

    /** As values in a query, already encoded. */
    static final List<String> QUERY_VALUES = List.of(
            "",
            "%20",
            "%00",
            "%ff",
            "-1",
            "0",
            "1.5",
            "99999999999999999999999",
            "1e400",
            "NaN",
            "null",
            "%27%20OR%20%271%27=%271",
            "%7B%22$gt%22:%22%22%7D",
            "%F0%9F%91%A9",
            "..",
            "a,b,,c",
            "a".repeat(3000));

    private Hostile() {}

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
