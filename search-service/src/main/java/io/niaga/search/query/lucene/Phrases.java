package io.niaga.search.query.lucene;

import io.niaga.search.text.Word;
import io.niaga.search.text.lucene.Words;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What may be typed next, as the names of fitting products go on: the word finished, and one word more. */
final class Phrases {
    private static final int SHORTEST_NEXT = 2;

    private final Words words;
    private final List<Beginning> typed;
    private final List<Beginning.Fit> fits;
    private final Map<String, Integer> products = new HashMap<>();

    /** @param misspelt by word, whether it was taken for misspelt */
    Phrases(Words words, List<Beginning> typed, List<Boolean> misspelt) {
        this.words = words;
        this.typed = typed;
        this.fits = java.util.stream.IntStream.range(0, typed.size())
                .mapToObj(i -> typed.get(i).fit(misspelt.get(i)))
                .toList();
    }

    /** Takes in a product's names; whether any of them fits is said by language. */
    Map<String, String> add(Map<String, String> names) {
        Map<String, String> fitting = new HashMap<>();
        Set<String> said = new LinkedHashSet<>();
        names.forEach((language, name) -> {
            List<Word> in = words.of(name);
            int last = last(in);
            if (last >= 0) {
                fitting.put(language, name);
                String begun = meant(in) + in.get(last).text();
                said.add(begun);
                if (last + 1 < in.size() && isTelling(in.get(last + 1))) {
                    said.add(begun + " " + in.get(last + 1).text());
                }
            }
        });
        said.forEach(phrase -> products.merge(phrase, 1, Integer::sum));
        return fitting;
    }

    private static boolean isTelling(Word word) {
        return !word.common()
                && word.text().length() >= SHORTEST_NEXT
                && word.text().chars().anyMatch(Character::isLetter);
    }

    /** Where the word is that the last one typed may become, when all before it are there too; −1 when it is not. */
    private int last(List<Word> in) {
        for (int i = 0; i < fits.size() - 1; i++) {
            int at = i;
            boolean there = in.stream()
                    .anyMatch(word -> fits.get(at).with(word.text())
                            || word.stems().stream()
                                    .anyMatch(typed.get(at).word().stems()::contains));
            if (!there) {
                return -1;
            }
        }
        for (int i = 0; i < in.size(); i++) {
            if (fits.getLast().with(in.get(i).text())) {
                return i;
            }
        }
        return -1;
    }

    /** The words before the last as they are meant, each with a space behind it. */
    private String meant(List<Word> in) {
        return java.util.stream.IntStream.range(0, typed.size() - 1)
                .mapToObj(i -> in.stream()
                        .map(Word::text)
                        .filter(fits.get(i)::with)
                        .findFirst()
                        .orElse(typed.get(i).word().text()))
                .map(word -> word + " ")
                .collect(Collectors.joining());
    }

    /** Those that most products go on with; longer ones only when several do. */
    List<String> best(String text, int most) {
        int words = typed.size();
        return products.entrySet().stream()
                .filter(e -> !e.getKey().equals(text.strip()))
                .filter(e -> e.getValue() > 1 || e.getKey().split(" ").length <= words)
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(e -> e.getKey().length())
                        .thenComparing(Map.Entry.comparingByKey(Comparator.naturalOrder())))
                .limit(most)
                .map(Map.Entry::getKey)
                .toList();
    }
}
