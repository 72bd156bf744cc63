package io.niaga.catalog.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LocalTextTest {
    private static final LocalText TEXT = new LocalText(Map.of("id", "Kemeja", "en-GB", "Shirt"));

    @Test
    void the_first_wanted_language_that_there_is_counts_then_any() {
        assertThat(TEXT.in(List.of("fr", "en", "id"))).contains("Shirt");
        assertThat(TEXT.in(List.of("id"))).contains("Kemeja");
        assertThat(TEXT.in(List.of("id-ID"))).contains("Kemeja");
        assertThat(TEXT.in(List.of("fr"))).isPresent();
        assertThat(LocalText.EMPTY.in(List.of("id"))).isEmpty();
    }

    @Test
    void readers_come_before_the_store() {
        assertThat(Wanted.languages("en;q=0.5, fr;q=0.9, *;q=0.1", List.of("id")))
                .startsWith("fr", "en")
                .endsWith("id");
        assertThat(Wanted.languages("!!;;", List.of("id", "en"))).containsExactly("id", "en");
        assertThat(Wanted.languages("de;q=0", List.of("id"))).containsExactly("id");
    }
}
