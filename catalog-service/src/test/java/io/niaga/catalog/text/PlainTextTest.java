package io.niaga.catalog.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {
    @Test
    void markup_becomes_lines_and_bullets() {
        assertThat(PlainText.of("<p>Ideal for <b>cold</b> weather.</p>\n<ul><li>One</li><li>Two &amp; three</li></ul>"))
                .isEqualTo("Ideal for cold weather.\n• One\n• Two & three");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<br>",
                "<br> ",
                "&nbsp;<br>",
                "\n",
                " \n\t",
                "<p></p>",
                "<li>",
                "<script>",
                "</script ",
                "<!--",
                "&"
            })
    void markup_that_repeats_for_ever_is_read_to_its_end(String markup) {
        assertThat(PlainText.of("a<p>" + markup.repeat(100_000) + "</p>")).startsWith("a");
    }

    @ParameterizedTest
    @CsvSource({"a<br>b,a|b", "a<br><br>b,a|b", "a <br> <br> <br> b,a|b", "a<br>\u00a0 <br>b,a|b", "a <br> b,a|b"})
    void lines_with_nothing_in_them_go(String html, String text) {
        assertThat(PlainText.of(html)).isEqualTo(text.replace('|', '\n'));
    }

    @Test
    void text_without_markup_stays() {
        assertThat(PlainText.of("  a < b, 3 > 2 & x; 50% \n ok ")).isEqualTo("a < b, 3 > 2 & x; 50% \n ok");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<script>alert(1)</script>ok|ok",
                "ok<scr<script>ipt>alert(1)</script>|ok",
                "<<b>script>x|x",
                "<img src=x onerror=alert(1)>ok|ok",
                "<!-- secret -->ok|ok",
                "<style>p{}</style>ok|ok",
                "ok<script>never closed|ok",
                "&#65;&#x42;&eacute;&#xD800;|ABé",
                "&nosuch;|&nosuch;"
            })
    void nothing_that_a_browser_would_run_is_left(String html, String text) {
        assertThat(PlainText.of(html)).isEqualTo(text);
    }
}
