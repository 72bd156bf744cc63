package io.niaga.system.tour;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whether what was seen is what a page says: nothing that is shown may be missing or different, ids and times aside. Answers
 * may carry more fields and more elements than shown, as the contract says.
 */
final class Agreement {
    private static final Pattern BLOCK = Pattern.compile("```http\n(.*?)\n```", Pattern.DOTALL);

    private Agreement() {}

    /** What disagrees, for people; empty when nothing does. */
    static List<String> differences(String page, String seen) {
        if (!BLOCK.matcher(page).replaceAll("").equals(BLOCK.matcher(seen).replaceAll(""))) {
            return List.of("the text beside the calls");
        }
        List<String> shown = blocks(page);
        List<String> now = blocks(seen);
        if (shown.size() != now.size()) {
            return List.of("shows " + shown.size() + " requests and answers, made were " + now.size());
        }
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < shown.size(); i++) {
            compare(shown.get(i), now.get(i), differences);
        }
        return differences;
    }

    private static List<String> blocks(String page) {
        return BLOCK.matcher(Normal.of(page))
                .results()
                .map(MatchResult::group)
                .map(Agreement::inner)
                .toList();
    }

    private static String inner(String block) {
        return block.substring(block.indexOf('\n') + 1, block.lastIndexOf('\n'));
    }

    private static void compare(String shown, String now, List<String> differences) {
        String[] expected = shown.split("\n\n", 2);
        String[] actual = now.split("\n\n", 2);
        if (!expected[0].equals(actual[0]) || expected.length != actual.length) {
            differences.add("shown:\n" + shown + "\nseen:\n" + now);
        } else if (expected.length == 2 && !covers(expected[1], actual[1])) {
            differences.add("in the body of\n" + expected[0] + "\nshown:\n" + expected[1] + "\nseen:\n" + actual[1]);
        }
    }

    private static boolean covers(String shown, String now) {
        if (shown.equals(now)) {
            return true;
        }
        try {
            return covers(
                    JsonMapper.shared().readTree(shown), JsonMapper.shared().readTree(now));
        } catch (JacksonException noJson) {
            return false;
        }
    }

    private static boolean covers(JsonNode shown, JsonNode now) {
        if (shown.isObject() && now.isObject()) {
            for (Map.Entry<String, JsonNode> field : shown.properties()) {
                if (!now.has(field.getKey()) || !covers(field.getValue(), now.get(field.getKey()))) {
                    return false;
                }
            }
            return true;
        }
        return shown.isArray() && now.isArray() ? inOrder(shown, now) : shown.equals(now);
    }

    private static boolean inOrder(JsonNode shown, JsonNode now) {
        if (shown.isEmpty()) {
            return now.isEmpty();
        }
        Iterator<JsonNode> candidates = now.iterator();
        for (JsonNode element : shown) {
            boolean found = false;
            while (!found && candidates.hasNext()) {
                found = covers(element, candidates.next());
            }
            if (!found) {
                return false;
            }
        }
        return true;
    }
}
