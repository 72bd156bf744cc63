package io.niaga.catalog.exchange.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.niaga.catalog.exchange.FileFormat;
import io.niaga.catalog.exchange.FileMapping;
import io.niaga.catalog.exchange.FileRow;
import io.niaga.catalog.exchange.FileRows;
import io.niaga.catalog.exchange.UnreadableFile;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProductFilesTest {
    private static FileRows open(FileFormat format, FileMapping mapping, String text) {
        return new ProductFiles()
                .open(format, mapping, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<FileRow> all(FileRows rows) {
        List<FileRow> all = new ArrayList<>();
        rows.forEachRemaining(all::add);
        return all;
    }

    private static List<FileRow> csv(String text) {
        return all(open(FileFormat.CSV, FileMapping.NONE, text));
    }

    private static List<FileRow> json(String text) {
        return all(open(FileFormat.NDJSON, FileMapping.NONE, text));
    }

    @Test
    void lines_count_from_one_headings_and_quoted_breaks_included() {
        assertThat(csv("sku,name,price\r\nA,\"a\nb\",1\n\nB,b,2"))
                .extracting(FileRow::line)
                .containsExactly(2, 5);
        assertThat(json("{\"sku\":\"A\"}\n\n{\"sku\":\"B\"}"))
                .extracting(FileRow::line)
                .containsExactly(1, 3);
    }

    @Test
    void quotes_doubled_quotes_and_missing_cells_are_read() {
        FileRow row = csv("sku,name,price,brand\nA,\"say \"\"hi\"\", you\",1").getFirst();
        assertThat(row.fields())
                .containsOnly(Map.entry("sku", "A"), Map.entry("name", "say \"hi\", you"), Map.entry("price", "1"));
    }

    @Test
    void a_carriage_return_in_a_cell_ends_neither_the_cell_nor_the_row() {
        assertThat(csv("sku,name,price,brand\nA,a,1,\"\rb\"\nB,b,2,\"c\rd\"\n"))
                .extracting(FileRow::fields)
                .containsExactly(
                        Map.of("sku", "A", "name", "a", "price", "1", "brand", "\rb"),
                        Map.of("sku", "B", "name", "b", "price", "2", "brand", "c\rd"));
    }

    @Test
    void category_levels_are_joined_by_an_arrow_in_csv_and_listed_in_json() {
        assertThat(csv("sku,name,price,category\nA,a,1,Pakaian > Pria > Kemeja")
                        .getFirst()
                        .categories())
                .containsExactly(List.of("Pakaian", "Pria", "Kemeja"));
        assertThat(json("{\"category\":[\"A\",\"B\"]}").getFirst().categories()).containsExactly(List.of("A", "B"));
        assertThat(json("{\"category\":[[\"A\"],[\"B\",\"C\"]]}").getFirst().categories())
                .containsExactly(List.of("A"), List.of("B", "C"));
        assertThat(json("{\"category\":\"A > B\"}").getFirst().categories()).containsExactly(List.of("A", "B"));
    }

    @Test
    void a_heading_that_is_mapped_fills_its_field_and_the_heading_of_that_name_does_not() {
        FileMapping mapping = new FileMapping(Map.of("name", "title", "product", "sku"), Map.of(), false);
        FileRows rows = open(FileFormat.CSV, mapping, "sku,title,name,price,x\nA,the title,the name,1,y");
        assertThat(rows.next().fields())
                .containsEntry("name", "the title")
                .containsEntry("product", "A")
                .containsEntry("sku", "A");
        assertThat(rows.ignored()).containsExactly("name", "x");
    }

    @Test
    void packed_cells_are_unpacked() {
        FileMapping mapping = new FileMapping(
                Map.of(), Map.of("packed", Map.of("color", "option.colour", "stuff", "spec.material")), false);
        FileRow row = open(
                        FileFormat.CSV,
                        mapping,
                        "sku,name,price,packed\nA,a,1,\"has=0,color=Red,stuff=Wool=yes,broken,=x\"")
                .next();
        assertThat(row.fields())
                .containsEntry("option.colour", "Red")
                .containsEntry("spec.material", "Wool=yes")
                .doesNotContainKey("option.has");
        FileMapping everything = new FileMapping(Map.of(), Map.of("p", Map.of()), false);
        assertThat(open(FileFormat.NDJSON, everything, "{\"p\":\"a=1,b=2\"}")
                        .next()
                        .fields())
                .containsEntry("option.a", "1")
                .containsEntry("option.b", "2");
    }

    @Test
    void json_of_another_form_makes_the_row_unreadable() {
        for (String line : new String[] {"{", "[]", "1", "{\"sku\":\"A\",\"sku\":\"B\"}", "{} {}", "nonsense"}) {
            assertThat(json(line).getFirst().unreadable())
                    .as(line)
                    .isNotNull()
                    .extracting("code")
                    .isEqualTo("MALFORMED_JSON");
        }
        for (String line : new String[] {
            "{\"options\":[]}",
            "{\"sku\":{}}",
            "{\"name\":{\"id\":[]}}",
            "{\"media\":{}}",
            "{\"media\":[{\"url\":1}]}",
            "{\"price\":1e99999}",
            "{\"category\":[1]}"
        }) {
            assertThat(json(line).getFirst().unreadable())
                    .as(line)
                    .isNotNull()
                    .extracting("code")
                    .isEqualTo("TYPE_INVALID");
        }
        assertThat(json("{\"sku\":\"" + "x".repeat(600_000) + "\"}\n{\"sku\":\"A\"}"))
                .satisfiesExactly(
                        row -> assertThat(row.unreadable()).extracting("code").isEqualTo("ROW_TOO_LARGE"),
                        row -> assertThat(row.fields()).containsEntry("sku", "A"));
    }

    @Test
    void numbers_keep_their_digits() {
        assertThat(json("{\"price\":12595,\"specification\":{\"w\":0.10,\"on\":true,\"l\":[\"a\",1]},\"onHand\":null}")
                        .getFirst()
                        .fields())
                .containsEntry("price", "12595")
                .containsEntry("spec.w", "0.10")
                .containsEntry("spec.on", "true")
                .containsEntry("spec.l", "a, 1")
                .doesNotContainKey("onHand");
    }

    @Test
    void a_file_that_is_no_text_or_has_no_such_columns_is_unreadable() {
        assertUnreadable("sku,name\n", "COLUMN_MISSING");
        assertUnreadable("sku,name,price,sku\n", "HEADING_TWICE");
        assertUnreadable("", "FILE_EMPTY");
        assertUnreadable("sku,name,price\nA,\"a\"b,1\n", "FILE_MALFORMED");
        FileMapping mapping = new FileMapping(Map.of("brand", "maker"), Map.of(), false);
        assertThatThrownBy(() -> open(FileFormat.CSV, mapping, "sku,name,price\n"))
                .isInstanceOfSatisfying(
                        UnreadableFile.class, e -> assertThat(e.reason()).contains("maker"));
    }

    private static void assertUnreadable(String text, String code) {
        assertThatThrownBy(() -> csv(text))
                .isInstanceOfSatisfying(
                        UnreadableFile.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}
