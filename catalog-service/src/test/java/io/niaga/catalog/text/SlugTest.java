package io.niaga.catalog.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlugTest {
    @ParameterizedTest
    @CsvSource({
        "Kemeja Parang, kemeja-parang",
        "Crème brûlée!, creme-brulee",
        "Hoodies & Sweatshirts, hoodies-sweatshirts",
        "--a--, a",
        "中文, product",
        "'', product",
        "STRASSE ß, strasse-ss"
    })
    void a_slug_is_what_of_a_name_can_stand_in_an_address(String name, String slug) {
        assertThat(Slug.of(name, "product")).isEqualTo(slug).matches(Slug.PATTERN);
        assertThat(Slug.isValid(Slug.of(name.repeat(50), "product"))).isTrue();
    }
}
