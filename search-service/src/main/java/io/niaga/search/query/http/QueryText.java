package io.niaga.search.query.http;

import io.niaga.search.query.Filter;
import io.niaga.search.query.Position;
import io.niaga.search.query.PriceRange;
import io.niaga.search.query.Question;
import io.niaga.search.query.Sort;
import io.niaga.search.text.Fold;
import io.niaga.service.http.Cursor;
import io.niaga.service.http.PageRequest;
import io.niaga.types.CommonProblem;
import io.niaga.types.StoreId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a {@link Question} from the query of a URL; whatever it does not know it refuses. */
final class QueryText {
    private static final String FILTER = "filter.";
    private static final int LONGEST_WORDS = 200;
    private static final int LONGEST_FILTER = 1000;
    private static final int MOST_FILTERS = 20;
    private static final int MOST_FACETS = 10;

    private final Map<String, String[]> parameters;

    /** With the names that are known besides {@code filter.…}. */
    QueryText(Map<String, String[]> parameters, Set<String> known) {
        this.parameters = parameters;
        parameters.forEach((name, values) -> {
            if (!known.contains(name) && !isFilter(name)) {
                throw refused(name, "there is no such parameter");
            }
            if (values.length > 1) {
                throw refused(name, "it is given more than once");
            }
        });
    }

    Question question(PageRequest page) {
        String words = text("q");
        if (words.length() > LONGEST_WORDS) {
            throw refused("q", "it has at most " + LONGEST_WORDS + " characters");
        }
        String asked = Fold.plain(words);
        Sort sort = sort(!asked.isEmpty());
        return new Question(asked, store(), filters(), facets(), sort, page.limit(), after(page.after(), sort));
    }

    /** Without words everything is equally relevant, so the newest come first. */
    private Sort sort(boolean hasWords) {
        String word = text("sort");
        Sort sort = word.isEmpty()
                ? Sort.RELEVANCE
                : Sort.of(word).orElseThrow(() -> refused("sort", "it is one of relevance, price, -price, newest"));
        return sort == Sort.RELEVANCE && !hasWords ? Sort.NEWEST : sort;
    }

    private @Nullable StoreId store() {
        String text = text("store");
        try {
            return text.isEmpty() ? null : StoreId.of(text);
        } catch (IllegalArgumentException malformed) {
            throw refused("store", "it is the id of a store");
        }
    }

    private static @Nullable Position after(@Nullable String cursor, Sort sort) {
        if (cursor == null) {
            return null;
        }
        try {
            Position position = Position.of(Cursor.decode(cursor, Position.TEXTS));
            if (position.sort() == sort) {
                return position;
            }
        } catch (IllegalArgumentException malformed) {
            throw Cursor.refused();
        }
        throw Cursor.refused();
    }

    private List<String> facets() {
        List<String> names = Alternatives.split(text("facets")).stream()
                .map(Fold::of)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
        if (names.size() > MOST_FACETS) {
            throw refused("facets", "there are at most " + MOST_FACETS);
        }
        return names;
    }

    private List<Filter> filters() {
        List<Filter> filters = new ArrayList<>();
        parameters.keySet().stream().filter(QueryText::isFilter).sorted().forEach(name -> filters.add(filter(name)));
        if (filters.size() > MOST_FILTERS) {
            throw refused(FILTER, "there are at most " + MOST_FILTERS);
        }
        if (filters.stream().map(Filter::name).distinct().count() < filters.size()) {
            throw refused(FILTER, "two of them have the same name");
        }
        return filters;
    }

    private Filter filter(String parameter) {
        String text = text(parameter);
        String name = Fold.of(parameter.substring(FILTER.length()));
        List<String> values = Alternatives.split(text).stream().distinct().toList();
        if (values.isEmpty() || text.length() > LONGEST_FILTER) {
            throw refused(parameter, "it has 1 to " + LONGEST_FILTER + " characters, alternatives with commas between");
        }
        return name.equals(Filter.PRICE)
                ? new Filter.PriceIn(
                        values.stream().map(value -> range(parameter, value)).toList())
                : new Filter.OneOf(name, values);
    }

    private static PriceRange range(String parameter, String value) {
        try {
            return PriceRange.of(value);
        } catch (IllegalArgumentException malformed) {
            throw refused(parameter, String.valueOf(malformed.getMessage()));
        }
    }

    private String text(String name) {
        String[] values = parameters.get(name);
        return values == null ? "" : values[0].strip();
    }

    private static boolean isFilter(String name) {
        return name.startsWith(FILTER) && name.length() > FILTER.length();
    }

    private static RuntimeException refused(String parameter, String reason) {
        return CommonProblem.INVALID_PARAMETER.with("parameter", parameter).with("reason", reason);
    }
}
