package io.niaga.search.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.search.Told;
import io.niaga.search.index.Availability;
import io.niaga.search.text.Word;
import io.niaga.search.text.lucene.Words;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * Real products, when {@code -Dniaga.data} names the folder that has them: whoever types a few letters of a product's name,
 * or a wrong one among them, is shown that product or the word. Prints what it measured.
 */
@EnabledIfSystemProperty(named = "niaga.data", matches = ".+")
class RealCatalogsTest {
    private static final long SEED = Long.getLong("niaga.seed", 20261128);
    private static final int SAMPLES = 600;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    Path folder;

    private final Words words = new Words();
    private final Random random = new Random(SEED);
    /** Names by product. */
    private final Map<String, String> names = new LinkedHashMap<>();

    private final Map<String, Integer> frequency = new HashMap<>();

    private interface Line {
        void read(String line);
    }

    private static void lines(String file, Line each) throws IOException {
        Path path = Path.of(System.getProperty("niaga.data"), file);
        try (BufferedReader in = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(path)), StandardCharsets.UTF_8))) {
            in.lines().forEach(each::read);
        }
    }

    private void load(Shop shop, String catalog) throws IOException {
        if (catalog.equals("indonesian")) {
            lines("id-marketplace/products.csv.gz", line -> {
                // A name in quotes may hold commas.
                String[] fields = line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1);
                if (!fields[0].equals("product_id")) {
                    names.put(fields[0], fields[2].replace("\"", ""));
                }
            });
        } else {
            lines("catalog-icecat-5000.jsonl.gz", line -> {
                var product = JSON.readTree(line);
                names.put(
                        "ice" + product.path("id").asString(),
                        product.path("title").asString());
            });
        }
        int number = 0;
        for (Map.Entry<String, String> entry : names.entrySet()) {
            String sku = "SKU-" + ++number;
            shop.add(Told.product(entry.getKey(), entry.getValue()).variant(sku, "1000"));
            if (number % 5 > 0) {
                shop.stock(sku, Availability.IN_STOCK);
            }
        }
        shop.index.refresh();
        names.values()
                .forEach(name -> new HashSet<>(wordsOf(name)).forEach(word -> frequency.merge(word, 1, Integer::sum)));
    }

    private List<String> wordsOf(String name) {
        return words.of(name).stream().map(Word::text).toList();
    }

    /** A name's word that is long enough to be misspelt and typed correctly nowhere else by accident. */
    private List<String[]> samples() {
        List<String> ids = new ArrayList<>(names.keySet());
        List<String[]> samples = new ArrayList<>();
        while (samples.size() < SAMPLES) {
            String id = ids.get(random.nextInt(ids.size()));
            List<String> usable = wordsOf(names.get(id)).stream()
                    .filter(w -> w.length() >= 5 && w.chars().allMatch(c -> c >= 'a' && c <= 'z'))
                    .toList();
            if (!usable.isEmpty()) {
                samples.add(new String[] {id, usable.get(random.nextInt(usable.size()))});
            }
        }
        return samples;
    }

    private String misspelt(String word) {
        while (true) {
            StringBuilder wrong = new StringBuilder(word);
            int at = 1 + random.nextInt(word.length() - 1);
            char letter = (char) ('a' + random.nextInt(26));
            switch (random.nextInt(4)) {
                case 0 -> wrong.deleteCharAt(at);
                case 1 -> wrong.insert(at, letter);
                case 2 -> wrong.setCharAt(at, letter);
                default -> {
                    if (at + 1 < word.length()) {
                        wrong.setCharAt(at, word.charAt(at + 1));
                        wrong.setCharAt(at + 1, word.charAt(at));
                    }
                }
            }
            String text = wrong.toString();
            if (!text.equals(word) && text.length() >= 5 && !frequency.containsKey(text)) {
                return text;
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"indonesian,90,90,60", "icecat,85,85,60"})
    void a_wrong_letter_is_understood(String catalog, int meantPercent, int foundPercent, int unusedPercent)
            throws IOException {
        try (Shop shop = new Shop(folder)) {
            load(shop, catalog);
            int meant = 0;
            int found = 0;
            int asked = 0;
            for (String[] sample : samples()) {
                String wrong = misspelt(sample[1]);
                Found answer = shop.ask(wrong, Sort.RELEVANCE, 100, null);
                asked++;
                boolean right = sample[1].equals(answer.didYouMean());
                meant += right ? 1 : 0;
                found += answer.items().stream()
                                .anyMatch(item -> wordsOf(names.get(item.id())).contains(sample[1]))
                        ? 1
                        : 0;
                if (!right && Boolean.getBoolean("niaga.verbose")) {
                    System.out.println(sample[1] + " " + wrong + " -> " + answer.didYouMean() + " "
                            + answer.items().size());
                }
            }
            System.out.printf(
                    "%s, seed %d: of %d misspelt words %d %% were meant, %d %% found the word%n",
                    catalog, SEED, asked, 100 * meant / asked, 100 * found / asked);
            assertThat(100 * meant / asked).isGreaterThanOrEqualTo(meantPercent);
            assertThat(100 * found / asked).isGreaterThanOrEqualTo(foundPercent);
        }
    }

    @ParameterizedTest
    @CsvSource({"indonesian,85,75", "icecat,50,45"})
    void a_few_letters_are_enough(String catalog, int rightPercent, int wrongPercent) throws IOException {
        try (Shop shop = new Shop(folder)) {
            load(shop, catalog);
            int shown = shownOf(shop, Function.identity());
            int shownMisspelt = shownOf(shop, this::misspelt);
            long[] nanos = timed(shop);
            System.out.printf(
                    "%s, seed %d: %d %% shown after one word and two letters, %d %% with a wrong letter; p50 %d us, p99 %d us%n",
                    catalog,
                    SEED,
                    shown,
                    shownMisspelt,
                    nanos[nanos.length / 2] / 1000,
                    nanos[nanos.length * 99 / 100] / 1000);
            assertThat(shown).isGreaterThanOrEqualTo(rightPercent);
            assertThat(shownMisspelt).isGreaterThanOrEqualTo(wrongPercent);
            assertThat(nanos[nanos.length * 99 / 100]).isLessThan(10_000_000L);
        }
    }

    /** How often a product is among eight after a whole word of its name and two letters of the next. */
    private int shownOf(Shop shop, Function<String, String> typist) {
        int shown = 0;
        int asked = 0;
        for (String[] sample : samples()) {
            List<String> name = wordsOf(names.get(sample[0]));
            int at = name.indexOf(sample[1]);
            if (at + 1 < name.size() && name.get(at + 1).length() > 1) {
                String typed = typist.apply(sample[1]) + " " + name.get(at + 1).substring(0, 2);
                asked++;
                shown += shop.complete(typed, null, 8).stream()
                                .anyMatch(s -> s instanceof Suggestion.OfProduct p && p.id().equals(sample[0]))
                        ? 1
                        : 0;
            }
        }
        return 100 * shown / asked;
    }

    /** Every prefix of names, each asked once: nothing is remembered. */
    private long[] timed(Shop shop) {
        Set<String> typed = new HashSet<>();
        for (String[] sample : samples()) {
            String name = String.join(" ", wordsOf(names.get(sample[0])));
            for (int length = 1; length <= Math.min(14, name.length()); length++) {
                typed.add(name.substring(0, length));
            }
        }
        shop.index.refresh();
        List<String> all = new ArrayList<>(typed);
        java.util.Collections.sort(all);
        java.util.Collections.shuffle(all, random);
        all.subList(0, all.size() / 4).forEach(text -> shop.complete(text, null, 8));
        shop.index.refresh();
        return all.stream()
                .mapToLong(text -> {
                    // The thread's own time: what else the machine does is not the index's doing.
                    long before = THREADS.getCurrentThreadCpuTime();
                    assertThat(shop.complete(text, null, 8)).hasSizeLessThanOrEqualTo(8);
                    return THREADS.getCurrentThreadCpuTime() - before;
                })
                .sorted()
                .toArray();
    }
}
