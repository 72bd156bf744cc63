package io.niaga.search.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the judged shop answers to judged questions, measured: nDCG@10 (Järvelin and Kekäläinen 2002, gain 2^grade − 1) and
 * the share of what is shown on the first places that has to do with the question. A change may not lower them.
 */
class JudgedQueriesTest {
    private static final int DEPTH = 10;

    @TempDir
    Path folder;

    private record Judged(String question, Map<String, Integer> grades) {}

    private static List<Judged> judged() throws IOException {
        try (InputStream csv = JudgedQueriesTest.class.getResourceAsStream("judged.csv")) {
            String text = new String(Objects.requireNonNull(csv).readAllBytes(), StandardCharsets.UTF_8);
            return text.lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(line -> {
                        String[] parts = line.split(";", 2);
                        Map<String, Integer> grades = new LinkedHashMap<>();
                        for (String each : parts[1].split(",")) {
                            grades.put(each.split("=")[0], Integer.parseInt(each.split("=")[1]));
                        }
                        return new Judged(parts[0], grades);
                    })
                    .toList();
        }
    }

    private static double gain(List<Integer> grades) {
        double sum = 0;
        for (int i = 0; i < Math.min(DEPTH, grades.size()); i++) {
            sum += ((1 << grades.get(i)) - 1) * Math.log(2) / Math.log(i + 2);
        }
        return sum;
    }

    @Test
    void relevance_is_not_lowered() throws IOException {
        double ndcg = 0;
        double precision = 0;
        List<String> poor = new ArrayList<>();
        List<Judged> all = judged();
        try (Shop shop = new Shop(folder)) {
            JudgedShop.fill(shop);
            shop.index.refresh();
            for (Judged judged : all) {
                List<String> found = shop.find(judged.question());
                List<Integer> grades = found.stream()
                        .map(id -> judged.grades().getOrDefault(id, 0))
                        .toList();
                List<Integer> ideal = judged.grades().values().stream()
                        .sorted(Comparator.reverseOrder())
                        .toList();
                double quality = gain(grades) / gain(ideal);
                int first = Math.min(judged.grades().size(), DEPTH);
                long fitting =
                        grades.stream().limit(first).filter(grade -> grade > 0).count();
                ndcg += quality;
                precision += (double) fitting / first;
                if (quality < 0.9) {
                    poor.add("%s: %.2f, %s".formatted(judged.question(), quality, found));
                }
            }
        }
        ndcg /= all.size();
        precision /= all.size();
        System.out.printf(
                "%d judged questions: nDCG@10 %.3f, precision at the number that fits %.3f; poor: %s%n",
                all.size(), ndcg, precision, poor);
        assertThat(ndcg).as("nDCG@10; poor: %s", poor).isGreaterThan(0.95);
        assertThat(precision).as("precision; poor: %s", poor).isGreaterThan(0.93);
    }
}
