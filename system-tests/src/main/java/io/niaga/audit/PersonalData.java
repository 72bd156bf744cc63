package io.niaga.audit;

import io.niaga.events.Topics;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/**
 * Finds personal data in events: names of fields that hold such things, texts of such a shape, and texts that some customer
 * gave us. What merchants write about their goods is not looked at for the latter two.
 */
final class PersonalData {
    private static final Set<String> FIELDS = Set.of(
            "email",
            "mail",
            "phone",
            "recipient",
            "contact",
            "address",
            "firstname",
            "lastname",
            "username",
            "password");
    private static final Set<String> MERCHANTS = Set.of(Topics.PRODUCT, Topics.CATEGORY, Topics.CATALOG);
    private static final Pattern SHAPES = Pattern.compile("[^@\\s/]+@[^@\\s]+\\.[^@\\s]+|\\+[0-9][0-9 ()-]{7,}");
    private static final int SHORTEST = 8;
    private long[] known = {};

    /** What customers gave us, as hashes: any text of some length in an event is compared with them. */
    static long hash(String text) {
        long hash = 1125899906842597L;
        for (int i = 0; i < text.length(); i++) {
            hash = 31 * hash + text.charAt(i);
        }
        return hash;
    }

    /** Whether a text is long enough to be told from a common word. */
    static boolean isTelling(String text) {
        return text.length() >= SHORTEST;
    }

    /** Takes the hashes of all that is known, in any order. */
    void learn(long[] hashes) {
        known = hashes.clone();
        Arrays.sort(known);
    }

    /** Where an event holds personal data: the path and why, never the text itself. */
    Optional<String> find(Told told) {
        byte[] value = told.value();
        if (value == null) {
            return Optional.empty();
        }
        boolean free = MERCHANTS.contains(told.topic());
        try (JsonParser json = JsonMapper.shared().createParser(value)) {
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                String why = why(json, token, free);
                if (why != null) {
                    return Optional.of(json.streamReadContext().pathAsPointer() + " " + why);
                }
            }
        } catch (JacksonException malformed) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    private @Nullable String why(JsonParser json, JsonToken token, boolean free) {
        if (token == JsonToken.PROPERTY_NAME) {
            boolean named = FIELDS.contains(json.currentName().toLowerCase(Locale.ROOT));
            return named ? "is a field for personal data" : null;
        }
        if (token != JsonToken.VALUE_STRING || free) {
            return null;
        }
        String text = json.getString();
        if (SHAPES.matcher(text).matches()) {
            return "looks like a mail address or a phone number";
        }
        boolean given = isTelling(text) && Arrays.binarySearch(known, hash(text)) >= 0;
        return given ? "is something a customer gave us" : null;
    }
}
