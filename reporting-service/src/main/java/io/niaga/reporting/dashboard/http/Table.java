package io.niaga.reporting.dashboard.http;

import io.niaga.reporting.dashboard.Grain;
import io.niaga.reporting.dashboard.http.Wording.Word;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The figures behind a chart, to be read by eye, by ear and on paper. */
final class Table {
    private final Wording wording;
    private final Grain grain;
    private final Word about;
    private final StringBuilder head = new StringBuilder();
    private final StringBuilder body = new StringBuilder();

    Table(Wording wording, Grain grain, Word about) {
        this.wording = wording;
        this.grain = grain;
        this.about = about;
    }

    void head(Word... columns) {
        head.append("<th scope=\"col\">%s</th>".formatted(Html.of(wording.step(grain))));
        for (Word column : columns) {
            head.append("<th scope=\"col\" class=\"number\">%s</th>".formatted(Html.of(wording.of(column))));
        }
    }

    void row(LocalDate start, List<String> cells) {
        body.append(cells("<th scope=\"row\">%s</th>".formatted(Html.of(wording.fullStep(start, grain))), cells));
    }

    private static String cells(String first, List<String> cells) {
        StringBuilder row = new StringBuilder("<tr>").append(first);
        cells.forEach(cell -> row.append("<td class=\"number\">%s</td>".formatted(Html.of(cell))));
        return row.append("</tr>").toString();
    }

    String html(List<String> sums, @Nullable Word note) {
        String name = wording.of(Word.FIGURES).formatted(wording.of(about));
        String sum = "<th scope=\"row\">%s</th>".formatted(Html.of(wording.of(Word.SUM)));
        String said = note == null ? "" : "<p class=\"quiet\">%s</p>".formatted(Html.of(wording.of(note)));
        return "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"%s\"><table><caption>%s</caption>"
                        .formatted(Html.of(name), Html.of(name))
                + "<thead><tr>%s</tr></thead><tbody>%s</tbody><tfoot>%s</tfoot></table></div>%s"
                        .formatted(head, body, cells(sum, sums), said);
    }
}
