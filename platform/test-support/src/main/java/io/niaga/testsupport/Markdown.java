package io.niaga.testsupport;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tables for generated pages. */
final class Markdown {
    private Markdown() {}

    static String table(List<String> head, Stream<List<String>> rows) {
        String rule = head.stream().map(h -> "---").collect(Collectors.joining(" | ", "| ", " |\n"));
        return row(head) + rule + rows.map(Markdown::row).collect(Collectors.joining());
    }

    private static String row(List<String> cells) {
        return cells.stream().map(c -> c.replace("|", "\\|")).collect(Collectors.joining(" | ", "| ", " |\n"));
    }
}
