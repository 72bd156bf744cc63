package io.niaga.benchmarks;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * What is measured, and for how long.
 *
 * @param products products in the assortment, two variants each
 * @param imported products of the import that is timed, 0 for none
 * @param rounds interleaved rounds; figures are medians over them
 * @param warmUp the most that a profile is warmed up before anything is counted; it ends as soon as the cost is steady
 * @param window how long one profile is measured in one round
 * @param connections buyers at once in the closed loop
 * @param only names of the profiles; empty: all
 * @param keep whether the stack is left running
 * @param quick a first look: nothing is written into the documentation
 * @param growth measures how cost grows with products and orders, instead
 * @param profile whether it is told where the processor time goes, instead
 */
record Settings(
        int products,
        int imported,
        int rounds,
        Duration warmUp,
        Duration window,
        int connections,
        List<String> only,
        boolean keep,
        boolean quick,
        boolean growth,
        boolean profile) {
    static final String HELP = """
            benchmarks/run [options]
              --quick           a first look in three minutes: one short round, nothing written into docs/
              --growth          the same operations at 1,000, 10,000 and 100,000 products and after 1,000, 10,000 and 100,000 orders
              --products=N      products of the assortment, two variants each (10000)
              --import=N        products of the import that is timed (20000; 0: none)
              --rounds=N        interleaved rounds, medians over them (3)
              --profile         where the processor time goes, by process, library and method; --only says of what
              --seconds=N       how long each profile is measured in a round (20)
              --warm-up=N       the most seconds a profile is warmed up until its cost is steady (240)
              --connections=N   buyers at once (8)
              --only=a,b        some of: list, page, search, cart, checkout
              --keep            leave the stack running, to look at it or to measure again
            """;

    static Settings of(String... arguments) {
        List<String> words = Arrays.asList(arguments);
        boolean quick = words.contains("--quick");
        List<String> only = Arrays.stream(text(words, "--only", "").split(","))
                .filter(name -> !name.isEmpty())
                .toList();
        for (String word : words) {
            if (!word.matches(
                    "--(quick|growth|profile|keep|help|(products|import|rounds|seconds|warm-up|connections|only)=.+)")) {
                throw new IllegalArgumentException("Unknown: " + word + "\n" + HELP);
            }
        }
        return new Settings(
                number(words, "--products", quick ? 1_000 : 10_000),
                number(words, "--import", quick ? 0 : 20_000),
                number(words, "--rounds", quick ? 1 : 3),
                Duration.ofSeconds(number(words, "--warm-up", quick ? 8 : 240)),
                Duration.ofSeconds(number(words, "--seconds", quick ? 8 : 20)),
                number(words, "--connections", 8),
                only,
                words.contains("--keep"),
                quick,
                words.contains("--growth"),
                words.contains("--profile"));
    }

    private static int number(List<String> words, String name, int otherwise) {
        return Integer.parseInt(text(words, name, String.valueOf(otherwise)));
    }

    private static String text(List<String> words, String name, String otherwise) {
        return words.stream()
                .filter(word -> word.startsWith(name + "="))
                .map(word -> word.substring(name.length() + 1))
                .findFirst()
                .orElse(otherwise);
    }
}
