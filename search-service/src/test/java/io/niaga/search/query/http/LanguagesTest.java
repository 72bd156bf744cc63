package io.niaga.search.query.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LanguagesTest {
    private static String best(@Nullable String header, Map<String, String> texts) {
        return Languages.of(header).best(texts);
    }

    @Test
    void the_very_tag_is_best_whatever_its_case() {
        Map<String, String> texts = Map.of("en", "colour", "en-US", "color", "zh-Hant", "顏色", "zh-Hans", "颜色");
        assertThat(best("en-us,en;q=0.5", texts)).isEqualTo("color");
        assertThat(best("zh-Hant", texts)).isEqualTo("顏色");
        assertThat(best("zh-hans, en", texts)).isEqualTo("颜色");
    }

    @Test
    void a_kin_of_a_language_comes_before_the_next_language() {
        assertThat(best("en", Map.of("en-GB", "trousers", "id", "celana"))).isEqualTo("trousers");
        assertThat(best("en-AU,id;q=0.5", Map.of("en-GB", "trousers", "id", "celana")))
                .isEqualTo("trousers");
        assertThat(best("en-AU", Map.of("en-GB", "jumper", "en", "sweater"))).isEqualTo("sweater");
        assertThat(best("fr,id-ID;q=0.5", Map.of("en", "trousers", "id", "celana")))
                .isEqualTo("celana");
    }

    @Test
    void without_a_language_that_is_wanted_there_is_still_a_text() {
        assertThat(best(null, Map.of("en", "trousers", "id", "celana"))).isEqualTo("celana");
        assertThat(best("*", Map.of("de", "Hose", "en-GB", "trousers"))).isEqualTo("trousers");
        assertThat(best("fr", Map.of("nl", "broek", "de", "Hose"))).isEqualTo("Hose");
        assertThat(best("fr", Map.of())).isEmpty();
    }
}
