package io.niaga.system.tour;

import io.niaga.testsupport.Answer;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Reads lists, and the facets of those of products. */
final class Found {
    private Found() {}

    static List<JsonNode> items(Answer list) {
        return list.expect(200).json("/items").valueStream().toList();
    }

    /** The item of the product with that slug, which must be there once. */
    static JsonNode item(Answer list, String slug) {
        List<JsonNode> found = items(list).stream()
                .filter(item -> item.path("slug").asString().equals(slug))
                .toList();
        if (found.size() != 1) {
            throw new AssertionError(slug + " is " + found.size() + " times in " + list);
        }
        return found.getFirst();
    }

    /** What a facet counts for a value, 0 when it does not name it. */
    static long count(Answer search, String facet, String value) {
        return search.json("/facets")
                .valueStream()
                .filter(found -> found.path("name").asString().equals(facet))
                .flatMap(found -> found.path("values").valueStream())
                .filter(found -> found.path("value").asString().equals(value))
                .mapToLong(found -> found.path("count").asLong())
                .sum();
    }

    /** A list of orders as {@code ord_… STATE}. */
    static List<String> orders(Answer list) {
        return items(list).stream()
                .map(item ->
                        item.path("id").asString() + " " + item.path("state").asString())
                .toList();
    }

    /** The types of what a list tells: entries of a timeline, letters. */
    static List<String> types(Answer list) {
        return items(list).stream().map(item -> item.path("type").asString()).toList();
    }
}
