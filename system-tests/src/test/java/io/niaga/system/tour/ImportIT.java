package io.niaga.system.tour;

import static io.niaga.system.shop.Amounts.minor;
import static io.niaga.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.system.harness.SystemIT;
import io.niaga.system.harness.SystemStack;
import io.niaga.system.shop.Shop;
import io.niaga.testsupport.Answer;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Product files as shops have them: what of them ends in the catalog, on the shelf and in the index. */
@SystemIT
class ImportIT {
    private static final String CSV = "text/csv";
    private static final String NDJSON = "application/x-ndjson";

    private final SystemStack stack;
    private final Shop shop;
    private final String run = Shop.newSku("R").toUpperCase(Locale.ROOT);

    ImportIT(SystemStack stack) {
        this.stack = stack;
        this.shop = new Shop(stack);
    }

    @Test
    void a_csv_file_with_the_columns_of_the_contract() {
        String file = """
                product,sku,name,name.en,description,category,brand,price,currency,onHand,option.colour,option.motif,option.size,image,spec.material
                %1$s,%1$s-M,Kebaya %1$s,%1$s kebaya,"Kebaya halus, ""asli\""",Pakaian > Wanita > Kebaya,Nusantara,350000.00,IDR,7,merah,kembang,M,https://media.niaga.example/k.jpg,sutra
                %1$s,%1$s-L,Kebaya %1$s,%1$s kebaya,,Pakaian > Wanita > Kebaya,Nusantara,360000,,0,merah,kembang,L,,sutra
                """.formatted(run);
        Answer job = shop.importProducts(CSV, "", file);
        assertRows(job, 2, 0, 0, 0);
        assertThat(job.json("/ignored")).isEmpty();
        JsonNode item = awaitFound("/v1/search?q=" + run + "&filter.category=pakaian/wanita&filter.material=sutra");
        assertThat(item.path("sku").asString()).isEqualTo(run + "-M");
        assertThat(minor(item.path("price"))).isEqualTo(350_000_00);
        assertThat(shop.stock(run + "-M").onHand()).isEqualTo(7);
        assertThat(shop.stock(run + "-L").onHand()).isZero();
        Answer page = stack.api()
                .with("Accept-Language", "en")
                .get("/v1/products/" + item.path("id").asString());
        assertThat(page.text("/name")).isEqualTo(run + " kebaya");
        assertThat(page.text("/description")).isEqualTo("Kebaya halus, \"asli\"");
        assertThat(page.text("/variants/1/options/size")).isEqualTo("L");
        assertThat(page.text("/media/0/url")).isEqualTo("https://media.niaga.example/k.jpg");

        assertRows(shop.importProducts(CSV, "", file), 0, 0, 2, 0);
        assertRows(shop.importProducts(CSV, "", file.replace("350000.00", "345000.00")), 0, 1, 1, 0);
        eventually(() ->
                assertThat(minor(found("/v1/search?q=" + run).path("price"))).isEqualTo(345_000_00));
    }

    @Test
    void other_headings_are_mapped_unpacked_and_counted_in_minor_units() {
        String file = """
                code,title,cents,extra,remark
                %1$s-1,Topi %1$s,4999900,"color=biru,size=M,weight=9",x
                """.formatted(run);
        Answer job = shop.importProducts(
                CSV,
                "&map.sku=code&map.name=title&map.price=cents&price=minor&expand.extra=colour=color,size=size",
                file);
        assertRows(job, 1, 0, 0, 0);
        assertThat(job.json("/ignored").toString()).isEqualTo("[\"remark\"]");
        JsonNode item = awaitFound("/v1/search?q=" + run + "&filter.colour=biru&filter.size=M");
        assertThat(minor(item.path("price"))).isEqualTo(49_999_00);

        String lines = """
                {"code":"%1$s-1","title":"Topi %1$s","cents":4999900,"maker":{"name":"x"}}
                {"code":"%1$s-2","title":"Syal %1$s","cents":1500000,"extra":"color=hijau"}
                """.formatted(run);
        Answer mapped = shop.importProducts(
                NDJSON, "&map.sku=code&map.name=title&map.price=cents&price=minor&expand.extra=colour=color", lines);
        assertThat(mapped.json("/rows/rejected").asInt()).isZero();
        assertThat(mapped.json("/ignored").toString()).contains("maker");
        eventually(() ->
                assertThat(Found.items(stack.api().get("/v1/search?q=" + run))).hasSize(2));
    }

    @Test
    void a_rejected_row_says_why_and_leaves_nothing_behind() {
        String file = """
                product,sku,name,price,currency,onHand
                %1$s,%1$s-OK,Teko %1$s,85000.00,IDR,3
                %1$s-B,%1$s-PRICE,Teko %1$s,12.345,IDR,3
                %1$s-C,%1$s-EURO,Teko %1$s,10.00,EUR,3
                %1$s-D,%1$s-NONE,Teko %1$s,,,3
                %1$s-E,%1$s-HALF,Teko %1$s,1000,,0.5
                """.formatted(run);
        Answer job = shop.importProducts(CSV, "", file);
        assertRows(job, 1, 0, 0, 4);
        Answer rows = stack.as("admin")
                .get("/v1/product-imports/" + job.text("/id") + "/rows?outcome=REJECTED")
                .expect(200);
        List<String> reasons = rows.json("/items")
                .valueStream()
                .map(row -> row.path("line").asInt() + " " + row.path("outcome").asString() + " "
                        + row.path("code").asString() + " "
                        + row.path("pointer").asString())
                .toList();
        assertThat(reasons)
                .containsExactly(
                        "3 REJECTED PRICE_INVALID /price/amount",
                        "4 REJECTED CURRENCY_MISMATCH /price/currency",
                        "5 REJECTED REQUIRED /price",
                        "6 REJECTED QUANTITY_INVALID /onHand");
        awaitFound("/v1/search?q=" + run);
        for (String sku : List.of("-PRICE", "-EURO", "-NONE", "-HALF")) {
            stack.as("admin")
                    .get("/v1/stock/" + run + sku + "?store=" + SystemStack.STORE)
                    .expect(404)
                    .expectProblem();
        }
    }

    @Test
    void a_seller_imports_counts_and_nothing_else() {
        String line = """
                {"sku":"%1$s","name":{"id":"Vas %1$s"},"price":{"amount":"%2$s","currency":"IDR"},"onHand":%3$d}
                """;
        shop.importProducts(NDJSON, "", line.formatted(run, "60000.00", 5));
        Answer counted = shop.awaitImport(shop.tryImport("seller", NDJSON, "", line.formatted(run, "60000.00", 9))
                .expect(202)
                .text("/id"));
        assertThat(counted.json("/rows/rejected").asInt()).isZero();
        assertThat(shop.stock(run).onHand()).isEqualTo(9);
        Answer cheaper = shop.awaitImport(shop.tryImport("seller", NDJSON, "", line.formatted(run, "1.00", 9))
                .expect(202)
                .text("/id"));
        assertRows(cheaper, 0, 0, 0, 1);
        Answer rows = stack.as("admin").get("/v1/product-imports/" + cheaper.text("/id") + "/rows?outcome=REJECTED");
        assertThat(rows.text("/items/0/code")).isEqualTo("FIELDS_NOT_PERMITTED");
        assertThat(minor(awaitFound("/v1/search?q=" + run).path("price"))).isEqualTo(60_000_00);
        shop.tryImport("buyer", NDJSON, "", line.formatted(run, "1.00", 9)).expectProblem(403, "FORBIDDEN");
    }

    private JsonNode awaitFound(String path) {
        eventually(() -> found(path));
        return found(path);
    }

    private JsonNode found(String path) {
        List<JsonNode> items = Found.items(stack.api().get(path));
        assertThat(items).as(path).hasSize(1);
        return items.getFirst();
    }

    private static void assertRows(Answer job, int created, int changed, int unchanged, int rejected) {
        int total = created + changed + unchanged + rejected;
        assertThat(job.json("/rows").toString())
                .isEqualTo(("{\"total\":%d,\"done\":%d,\"created\":%d,\"changed\":%d,\"unchanged\":%d,\"rejected\":%d}")
                        .formatted(total, total, created, changed, unchanged, rejected));
    }
}
