package io.niaga.catalog.exchange.http;

import io.niaga.catalog.exchange.FileField;
import io.niaga.catalog.exchange.FileMapping;
import io.niaga.types.CommonProblem;
import io.niaga.types.ProblemException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The mapping in a query: {@code map.<field>=<heading>}, {@code price=minor}, and {@code expand.<column>=<option>=<key>,…} for
 * cells that hold {@code key=value,key=value}. An option is also named as {@code option.<name>}, a specification as {@code
 * spec.<name>}; {@code *} unpacks all keys as options.
 */
final class MappingQuery {
    private static final String MAP = "map.";
    private static final String EXPAND = "expand.";
    private static final Set<String> ALL = Set.of("", "*", "k=v");
    private static final Set<String> OTHERS = Set.of("store", "publish", "price");
    private static final int MOST = 500;

    private MappingQuery() {}

    static FileMapping of(Map<String, String> query) {
        Map<String, String> fields = new LinkedHashMap<>();
        Map<String, Map<String, String>> packed = new LinkedHashMap<>();
        query.forEach((name, value) -> {
            if (name.startsWith(MAP)) {
                fields.put(field(name), value.strip());
            } else if (name.startsWith(EXPAND) && name.length() > EXPAND.length()) {
                packed.put(name.substring(EXPAND.length()), keys(name, value));
            } else if (!OTHERS.contains(name)) {
                throw refused(name, "it is store, publish, price, map.<field> or expand.<column>");
            }
        });
        if (fields.size() > MOST || packed.size() > MOST) {
            throw refused(MAP, "a mapping has at most " + MOST + " fields");
        }
        return new FileMapping(fields, packed, minorUnits(query.get("price")));
    }

    private static boolean minorUnits(@Nullable String price) {
        if (price == null || price.equals("decimal")) {
            return false;
        }
        if (price.equals("minor")) {
            return true;
        }
        throw refused("price", "it is minor or decimal");
    }

    private static String field(String name) {
        String field = name.substring(MAP.length());
        if (!FileField.isKnown(field)) {
            throw refused(name, "there is no such field to fill");
        }
        return field;
    }

    private static Map<String, String> keys(String name, String value) {
        Map<String, String> keys = new LinkedHashMap<>();
        if (ALL.contains(value.strip())) {
            return keys;
        }
        for (String pair : value.split(",", -1)) {
            String[] sides = pair.strip().split("=", -1);
            String first = sides[0].strip();
            String second = sides[sides.length - 1].strip();
            if (sides.length > 2 || first.isEmpty() || second.isEmpty()) {
                throw refused(name, "it is a list of <option>=<key>");
            }
            // Either side may be the key that is in the cells: whichever is found there is.
            if (!isField(second)) {
                keys.put(second, optioned(first));
            }
            if (!isField(first)) {
                keys.putIfAbsent(first, optioned(second));
            }
        }
        return keys;
    }

    private static boolean isField(String side) {
        return side.startsWith(FileField.OPTION) || side.startsWith(FileField.SPEC);
    }

    private static String optioned(String side) {
        return isField(side) ? side : FileField.OPTION + side;
    }

    private static ProblemException refused(String parameter, String reason) {
        return CommonProblem.INVALID_PARAMETER.with("parameter", parameter).with("reason", reason);
    }
}
