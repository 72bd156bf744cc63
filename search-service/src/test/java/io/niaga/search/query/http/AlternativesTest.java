package io.niaga.search.query.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class AlternativesTest {
    @Test
    void any_values_are_read_as_they_were_written() {
        for (List<String> values : List.of(
                List.of("M"),
                List.of("M", "L"),
                List.of("1,5 kg", "Katun, Poliester"),
                List.of("a\\", "b"),
                List.of("\\", ",", "\\,", ",\\", "\\\\,,"))) {
            String text = values.stream().map(Alternatives::escape).collect(Collectors.joining(","));
            assertThat(Alternatives.split(text)).as(text).isEqualTo(values);
        }
    }

    @Test
    void values_without_comma_or_backslash_are_written_as_they_are() {
        assertThat(Alternatives.escape("Merah \"tua\" 5%")).isEqualTo("Merah \"tua\" 5%");
    }

    @Test
    void a_backslash_before_another_character_is_itself_and_blanks_are_nothing() {
        assertThat(Alternatives.split(" a\\b , ,c\\")).containsExactly("a\\b", "c\\");
        assertThat(Alternatives.split("")).isEmpty();
    }
}
