package io.niaga.search.query;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where a page ended: the last item's place in the order, and what the order was made with, so that the next page continues
 * the same order whatever has changed meanwhile.
 *
 * @param key what is sorted by, smaller first
 * @param tie decides between equal keys
 * @param weights of the words, in quarters
 */
public record Position(Sort sort, long key, long tie, Strictness strictness, List<Integer> weights) {
    public static final int TEXTS = 5;
    private static final int MOST_WEIGHTS = 64;

    public Position {
        weights = List.copyOf(weights);
    }

    /** As texts without line breaks. */
    public List<String> texts() {
        return List.of(
                sort.word(),
                Long.toString(key),
                Long.toString(tie),
                strictness.name(),
                weights.stream().map(String::valueOf).collect(Collectors.joining(" ")));
    }

    /**
     * From {@link #texts()}.
     *
     * @throws IllegalArgumentException when they are not
     */
    public static Position of(List<String> texts) {
        Sort sort = Sort.of(texts.get(0)).orElseThrow(() -> new IllegalArgumentException("no such sort"));
        List<Integer> weights = Stream.of(texts.get(4).split(" "))
                .filter(w -> !w.isEmpty())
                .map(Integer::valueOf)
                .toList();
        if (weights.size() > MOST_WEIGHTS || weights.stream().anyMatch(w -> w < 1 || w > 400)) {
            throw new IllegalArgumentException("no such weights");
        }
        return new Position(
                sort,
                Long.parseLong(texts.get(1)),
                Long.parseLong(texts.get(2)),
                Arrays.stream(Strictness.values())
                        .filter(s -> s.name().equals(texts.get(3)))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("no such strictness")),
                weights);
    }

    /** Whether a place comes after this one. */
    public boolean isBefore(long otherKey, long otherTie) {
        return key < otherKey || (key == otherKey && tie < otherTie);
    }
}
