package io.niaga.system.access;

import static io.niaga.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.system.harness.SystemIT;
import io.niaga.testsupport.Answer;
import io.niaga.testsupport.Api;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Cells that a spreadsheet would calculate: in a file that comes in they are text like any other, in ours there are none. */
@SystemIT
class FormulasIT {
    private static final List<String> FORMULAS = List.of(
            "=cmd|'/C calc'!A0", "=1+\"1\"", "+1+1", "-1+1", "@SUM(1+1)", "\t=1+1", "\r=1+1", "-" + World.word());

    /**
     * A column of a file.
     *
     * @param shown where the product has it
     * @param named how a refused row names it
     */
    private record Column(String heading, String shown, String named) {}

    private static final List<Column> COLUMNS = List.of(
            new Column("sku", "/variants/0/sku", "/sku"),
            new Column("name", "/name/id", "/name/id"),
            new Column("brand", "/brand", "/brand"),
            new Column("option.ukuran", "/variants/0/options/ukuran", "/options/ukuran"),
            new Column("spec.bahan", "/specification/bahan", "/specification/bahan"));

    private static final Duration LONG = Duration.ofSeconds(40);

    /** A row of the file, and which of its cells is the formula. */
    private record Line(Column column, String formula, Map<String, String> cells) {
        static Line of(Column column, String formula) {
            Map<String, String> cells = new LinkedHashMap<>();
            String word = World.word();
            cells.put("product", word);
            cells.put("price", "1000.00");
            COLUMNS.forEach(each -> cells.put(each.heading(), word));
            cells.put(column.heading(), formula);
            return new Line(column, formula, cells);
        }

        String sku() {
            return cells.getOrDefault("sku", "");
        }

        String csv() {
            return String.join(",", cells.values().stream().map(Cells::quoted).toList()) + "\n";
        }
    }

    private final World world = World.shared();
    private final Calls calls = new Calls(world);
    private final Api staff = world.as("administrator");

    @Test
    void a_formula_in_a_file_is_kept_as_text_or_refused_by_name() {
        List<Line> lines = new ArrayList<>();
        COLUMNS.forEach(column -> FORMULAS.forEach(formula -> lines.add(Line.of(column, formula))));
        StringBuilder file =
                new StringBuilder(String.join(",", lines.getFirst().cells().keySet()) + "\n");
        lines.forEach(line -> file.append(line.csv()));
        String job = world.imports.file("text/csv", file.toString());
        JsonNode rows = staff.get("/v1/product-imports/" + job + "/rows?limit=100")
                .expect(200)
                .json("/items");
        // In the file's order; a line of text may be more than one of the file's lines.
        assertThat(rows.size()).isEqualTo(lines.size());
        Map<String, JsonNode> products = newest();
        Set<String> kept = new TreeSet<>();
        List<String> wrong = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            JsonNode row = rows.get(i);
            JsonNode product = products.get(line.sku());
            if (row.path("outcome").asString().equals("REJECTED")) {
                if (!row.path("pointer").asString("").equals(line.column().named()) || product != null) {
                    wrong.add(Trees.quoted(line.formula()) + " is refused so: " + row);
                }
                // White space around a cell's text is not part of it.
            } else if (product == null
                    || !product.at(line.column().shown())
                            .asString("")
                            .equals(line.formula().strip())) {
                wrong.add(Trees.quoted(line.formula()) + " became " + product);
            } else {
                kept.add(line.column().heading());
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(kept)
                .as("columns that keep some")
                .containsExactlyInAnyOrderElementsOf(
                        COLUMNS.stream().map(Column::heading).toList());
    }

    /** The store's newest products, by SKU. */
    private Map<String, JsonNode> newest() {
        Map<String, JsonNode> products = new HashMap<>();
        staff.get("/v1/stores/" + Site.STORE + "/products?limit=100")
                .expect(200)
                .json("/items")
                .forEach(product -> products.put(product.at("/variants/0/sku").asString(""), product));
        return products;
    }

    @Test
    void no_cell_of_a_file_of_ours_is_a_formula() {
        // World's shoppers bought: there is a day to tell of.
        eventually(
                LONG,
                () -> assertThat(file("GET /v1/reports/sales").body().strip().lines())
                        .hasSizeGreaterThan(1));
        Set<String> given = new TreeSet<>();
        for (String service : Site.documents()) {
            JsonNode paths = world.site
                    .gateway()
                    .get("/v1/openapi/" + service)
                    .expect(200)
                    .json("/paths");
            paths.properties().forEach(path -> {
                if (path.getValue().at("/get/responses/200/content").has("text/csv")) {
                    given.add("GET " + path.getKey());
                }
            });
        }
        assertThat(given).contains("GET /v1/reports/sales", "GET /v1/reports/conversion");
        for (String call : given) {
            List<String> cells = Cells.of(file(call).body());
            assertThat(cells).as(call).hasSizeGreaterThan(1).noneMatch(Cells::calculates);
        }
    }

    /** Of the last days, as a row of access.yml asks for it. */
    private Answer file(String call) {
        Row row = AccessTable.read().stream()
                .filter(each -> each.call().equals(call))
                .findFirst()
                .orElseThrow();
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        String path = calls.describe(row)
                .path()
                .replaceAll("from=[^&]*", "from=" + today.minusDays(7))
                .replaceAll("to=[^&]*", "to=" + today.plusDays(1));
        Answer file = world.as("operator").with("Accept", "text/csv").get(path).expect(200);
        assertThat(file.header("Content-Type").orElse("")).startsWith("text/csv");
        return file;
    }
}
