package io.niaga.system.access;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What can be wrong with a path and a query. */
final class QueryAttacks {
    private static final List<String> VALUES = List.of(
            "",
            "%20",
            "%00",
            "%ff%fe",
            "%C3%28",
            "-1",
            "0",
            "101",
            "1e9",
            "99999999999999999999",
            "NaN",
            "null",
            "true",
            "%27%20OR%20%271%27%3D%271",
            "%7B%22%24gt%22%3A%22%22%7D",
            "%24where",
            ".*",
            "%5E(a%2B)%2B%24",
            "*",
            "%3F*%3F*",
            "%2F.*%2F",
            "a~2",
            "%22",
            "((((((",
            "%5B*%20TO%20*%5D",
            "a%20AND%20OR%20NOT",
            "..%2F..",
            "a,b,,c",
            "10000..x",
            "..",
            "9..1",
            "%F0%9F%91%A9",
            "%E2%80%AE",
            "%0d%0aX-Injected:%201",
            "a".repeat(3000));
    private static final List<String> SEGMENTS = List.of(
            "x",
            "0",
            "-1",
            "null",
            "%20",
            "%27%20OR%20%271%27%3D%271",
            "%7B%22%24gt%22%3A%22%22%7D",
            "%24where",
            "%F0%9F%91%A9",
            "%ff%fe",
            "a".repeat(2000),
            "ord_zzzzzzzzzzzzzzzzzzzzzzzzzz",
            "sto_00000000000000000000000000",
            "PRD_01KAVF8G00E4TTM0NBDJQSMN0N",
            "usr_01kavf8g00e4ttm0nbdjqsmn0",
            "%E2%80%AE");
    /** Disguises that the gateway refuses itself. */
    private static final List<String> DISGUISES = List.of(
            "%2e%2e",
            "%2e%2e%2f%2e%2e",
            "..%2f",
            "%252e%252e%252f",
            "..%5c",
            "%c0%ae%c0%ae",
            "a%2Fb",
            "a%5Cb",
            "a;b=c",
            "%00",
            "%0d%0aX-Injected:%201",
            "a%09b",
            "..;",
            "%%32%65");

    private final Row row;
    private final String path;
    private final String query;
    private final List<Attack> attacks = new ArrayList<>();

    private QueryAttacks(Row row, String to) {
        int mark = to.indexOf('?');
        this.row = row;
        this.path = mark < 0 ? to : to.substring(0, mark);
        this.query = mark < 0 ? "" : to.substring(mark + 1);
    }

    /** {@code parameters}: names of what the operation takes in its query. */
    static List<Attack> of(Row row, String to, List<String> parameters) {
        QueryAttacks all = new QueryAttacks(row, to);
        all.segments();
        if (row.method().equals("GET")) {
            all.values(parameters);
        }
        return all.attacks;
    }

    private void segments() {
        String[] template = row.call().substring(row.call().indexOf(' ') + 1).split("/");
        String[] real = path.split("/");
        for (int i = 1; i < template.length; i++) {
            if (template[i].startsWith("{")) {
                for (String odd : SEGMENTS) {
                    add(template[i] + " = " + odd, replaced(real, i, odd), false);
                }
                for (String odd : DISGUISES) {
                    add(template[i] + " = " + odd, replaced(real, i, odd), true);
                }
            }
        }
        add("a slash at the end", path + "/", true);
        add("two slashes", "/" + path, true);
        add("upper case", path.replace("/v1/", "/V1/"), true);
        add("through the top", "/v1/../internal" + path, true);
        add("through the top, disguised", "/v1/%2e%2e/internal" + path, true);
    }

    private void values(List<String> parameters) {
        for (String name : parameters) {
            String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8);
            for (String value : VALUES) {
                attacks.add(get(name + " = " + value, with(encoded + "=" + value)));
            }
            attacks.add(get(name + "[$gt]", with(encoded + "%5B%24gt%5D=")));
            attacks.add(get(name + "[$ne] without encoding", with(encoded + "[$ne]=1")));
            attacks.add(get(name + " twice", with(encoded + "=1&" + encoded + "=2")));
        }
        attacks.add(get("a thousand parameters", with("a=1&".repeat(1000) + "b=2")));
        attacks.add(get("no name", with("=x&&&=")));
        attacks.add(get("broken escape", with("a=%zz")));
    }

    private String with(String added) {
        String name = added.substring(0, Math.max(0, added.indexOf('=')));
        StringBuilder rest = new StringBuilder();
        for (String pair : query.split("&")) {
            if (!pair.isEmpty() && !pair.startsWith(name + "=")) {
                rest.append(pair).append('&');
            }
        }
        return path + "?" + rest + added;
    }

    private Attack get(String flaw, String to) {
        return new Attack("?" + flaw, row.method(), to, "", "", false);
    }

    private void add(String flaw, String to, boolean refused) {
        attacks.add(new Attack(flaw, row.method(), to + (query.isEmpty() ? "" : "?" + query), "", "", refused));
    }

    private static String replaced(String[] segments, int at, String other) {
        String[] copy = segments.clone();
        copy[at] = other;
        return String.join("/", copy);
    }
}
