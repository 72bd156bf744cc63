package io.niaga.search.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryTextTest {
    @ParameterizedTest(name = "{0} is kept as {1}")
    @CsvSource({
        "'  Kemeja   PARANG ','kemeja parang'",
        "'kemeja budi@example.com','kemeja'",
        "'hubungi 0812-3456-7890 kemeja','hubungi kemeja'",
        "'hubungi 0812 3456 7890','hubungi'",
        "'+62 (812) 345 67890',''",
        "'3171234567890001',''",
        "'hubungi 0812 - 3456 - 7890','hubungi'",
        "'hubungi 0812, 3456, 7890 kemeja','hubungi kemeja'",
        "'hubungi 0812 / 3456 / 7890','hubungi'",
        "'hubungi 0812 – 345678','hubungi'",
        "'hubungi +62 - 812 - 345','hubungi'",
        "'3171 - 2345 - 6789 - 0001',''",
        "'hubungi ٠٨١٢ - ٣٤٥٦ - ٧٨٩٠','hubungi'",
        "'٠٨١٢٣٤٥٦٧٨٩٠',''",
        "'kemeja 100000 - 250000','kemeja 100000 - 250000'",
        "'kemeja 50.000 – 100.000','kemeja 50.000 – 100.000'",
        "'hotel 500 - 1500','hotel 500 - 1500'",
        "'iphone 15 pro 256gb','iphone 15 pro 256gb'",
        "'led 9w 220 v','led 9w 220 v'",
    })
    void what_names_a_person_is_left_out(String typed, String kept) {
        assertThat(QueryText.of(typed)).isEqualTo(kept);
    }

    @Test
    void it_is_short_and_whole_letters() {
        assertThat(QueryText.of("kemeja ".repeat(40))).hasSizeLessThanOrEqualTo(QueryText.LONGEST);
        String faces = "👕".repeat(80);
        assertThat(QueryText.of(faces)).hasSize(100).endsWith("👕");
        assertThat(QueryText.of("a" + faces).codePoints().filter(c -> c >= 0xD800 && c <= 0xDFFF))
                .isEmpty();
    }

    @Test
    void it_does_not_tire_of_figures() {
        assertThat(QueryText.of("1 - ".repeat(50_000))).isEqualTo("-");
        assertThat(QueryText.of("1".repeat(200_000))).isEmpty();
        assertThat(QueryText.of("1 - 2 - 3 - 4 - 5 - 6 a ".repeat(10_000))).startsWith("1 - 2 - 3 - 4 - 5 - 6 a 1");
    }

    @Test
    void it_can_be_folded_again() {
        String once = QueryText.of("Kemeja  0812-3456-7890  Merah");
        assertThat(QueryText.of(once)).isEqualTo(once).isEqualTo("kemeja merah");
    }
}
