package io.niaga.system.access;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What can be wrong with a JSON body. */
final class BodyAttacks {
    /** Fields that only the system sets; none of them is in any request of ours. */
    private static final List<String> SERVER_OWNED = List.of(
            "_id",
            "version",
            "schemaVersion",
            "outbox",
            "ownerId",
            "customerId",
            "actor",
            "onBehalfOf",
            "role",
            "isAdmin",
            "realmRoles",
            "createdAt",
            "updatedAt",
            "paidAt",
            "total",
            "totals",
            "unitPrice",
            "discount",
            "captured",
            "available",
            "reserved",
            "points",
            "nextAction",
            "number",
            "etag",
            "__proto__",
            "constructor",
            "class",
            "@type",
            "$set",
            "$where");
    /** The same where a request may have it: kept for the rows that do not. */
    private static final List<String> SOMETIMES =
            List.of("id", "state", "storeId", "price", "amount", "roles", "registeredAt");

    /** Their names are anybody's own words. */
    private static final List<String> OPEN = List.of("/specification", "/options");

    private static final List<String> OPERATORS = List.of(
            "{\"$gt\":\"\"}", "{\"$ne\":null}", "{\"$regex\":\".*\"}", "{\"$where\":\"sleep(5000)\"}", "{\"$in\":[]}");
    private static final List<String> NOT_JSON = List.of(
            "NaN",
            "Infinity",
            "-Infinity",
            "0x10",
            "01",
            "+1",
            ".5",
            "1.",
            "'x'",
            "undefined",
            "\"a\tb\"",
            "\"\\x41\"",
            "\"\\uD800x",
            "/*x*/1",
            "1e",
            "--1");
    private static final List<String> OTHER_TYPES = List.of("[]", "{}", "[[]]", "true", "[null]", "{\"a\":{}}");
    private static final List<String> NUMBERS = List.of(
            "1e400",
            "-1e400",
            "1E-400",
            "9".repeat(400),
            "1" + "0".repeat(5000),
            "99999999999999999999",
            "1.5",
            "-1",
            "-2147483649",
            "2147483648");

    private final String method;
    private final String path;
    private final String type;
    private final JsonNode body;
    private final List<Attack> attacks = new ArrayList<>();

    private BodyAttacks(String method, String path, String type, JsonNode body) {
        this.method = method;
        this.path = path;
        this.type = type;
        this.body = body;
    }

    static List<Attack> of(String method, String path, String type, JsonNode body) {
        BodyAttacks all = new BodyAttacks(method, path, type, body);
        all.fields();
        all.shapes();
        all.leaves();
        all.bytes();
        return all.attacks;
    }

    private void refused(String flaw, String json) {
        attacks.add(Attack.refused(flaw, method, path, type, json));
    }

    /** Of the body, and of every object in it. */
    private void fields() {
        for (String place : Trees.objects(body)) {
            JsonNode object = body.at(place);
            if (OPEN.stream().noneMatch(place::endsWith)) {
                Stream.concat(SERVER_OWNED.stream(), SOMETIMES.stream().filter(field -> !object.has(field)))
                        .forEach(field -> plus(place, "field " + field, field, "\"x\""));
            }
            object.propertyNames().stream()
                    .findFirst()
                    .ifPresent(first -> plus(place, "twice " + first, first, "\"x\""));
            plus(place, "a name of 10,000 characters", "n".repeat(10_000), "1");
        }
    }

    private void plus(String place, String flaw, String field, String json) {
        refused(place.isEmpty() ? flaw : flaw + " in " + place, Trees.plus(body, place, field, json));
    }

    private void shapes() {
        String text = JsonMapper.shared().writeValueAsString(body);
        for (String odd : List.of(
                "",
                " ",
                "null",
                "[]",
                "\"x\"",
                "1",
                "{",
                "{}}",
                text + "}",
                text + "x",
                text + text,
                text.substring(0, text.length() - 1),
                "[" + text + "]",
                "{,}",
                text.replaceFirst("}$", ",}"),
                "{\"a\":1 \"b\":2}",
                "[".repeat(5_000),
                "{\"a\":".repeat(5_000))) {
            refused("body " + (odd.length() > 40 ? odd.substring(0, 40) + "…" : odd), odd);
        }
        StringBuilder many = new StringBuilder("{\"x0\":0");
        for (int i = 1; i < 20_000; i++) {
            many.append(",\"x").append(i).append("\":0");
        }
        refused("20,000 fields", many.append('}').toString());
    }

    private void leaves() {
        for (String pointer : Trees.leaves(body)) {
            for (String odd : NOT_JSON) {
                refused(pointer + " = " + odd, Trees.with(body, pointer, odd));
            }
            for (String odd : OPERATORS) {
                refused(pointer + " = " + odd, Trees.with(body, pointer, odd));
            }
            for (String odd : OTHER_TYPES) {
                if (!odd.equals("true") || !body.at(pointer).isBoolean()) {
                    refused(pointer + " = " + odd, Trees.with(body, pointer, odd));
                }
            }
            refused(pointer + " nested deep", Trees.with(body, pointer, "[".repeat(200) + "]".repeat(200)));
            if (body.at(pointer).isString()) {
                refused(pointer + " = 1", Trees.with(body, pointer, "1"));
            } else {
                NUMBERS.forEach(n -> attacks.add(
                        Attack.calm(pointer + " = " + n, method, path, type, Trees.with(body, pointer, n))));
                refused(pointer + " = \"1\"", Trees.with(body, pointer, "\"1\""));
            }
        }
    }

    private void bytes() {
        String text = JsonMapper.shared().writeValueAsString(body);
        List<String> broken =
                List.of("\u00C3(", "\u00FF", "\u00ED\u00A0\u0080", "\u00C0\u00AF", "\u00F4\u0090\u0080\u0080");
        for (String bytes : broken) {
            attacks.add(new Attack("bytes that are not UTF-8", method, path, type, "{\"" + bytes + "\":1}", true));
        }
        attacks.add(new Attack("UTF-16", method, path, type, "\u00FE\u00FF\u0000{\u0000}", false));
        attacks.add(new Attack("BOM", method, path, type, "\u00EF\u00BB\u00BF" + "{\"x\":1}", true));
        attacks.add(new Attack("another type", method, path, "text/plain", text.length() + "", true));
        attacks.add(new Attack("XML", method, path, "application/xml", "<x/>", true));
        attacks.add(new Attack("a form", method, path, "application/x-www-form-urlencoded", "a=1&b[$gt]=", true));
        attacks.add(new Attack("multipart", method, path, "multipart/form-data; boundary=x", "--x--", true));
        attacks.add(new Attack("gzip that is none", method, path, type + "; charset=utf-7", "+AHs-", true));
        attacks.add(
                new Attack("over a megabyte", method, path, type, "{\"x\":\"" + "a".repeat(1_100_000) + "\"}", true));
    }
}
