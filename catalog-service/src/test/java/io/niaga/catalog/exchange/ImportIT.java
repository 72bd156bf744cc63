package io.niaga.catalog.exchange;

import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static io.niaga.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.catalog.Shop;
import io.niaga.catalog.store.Stores;
import io.niaga.events.Topics;
import io.niaga.testsupport.Answer;
import io.niaga.testsupport.Api;
import io.niaga.testsupport.Neighbours;
import io.niaga.testsupport.NiagaIT;
import io.niaga.testsupport.TestEvents;
import io.niaga.types.Actor;
import io.niaga.types.IdSource;
import io.niaga.types.Permissions;
import io.niaga.types.Role;
import io.niaga.types.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@NiagaIT
class ImportIT {
    private static final String TOUR = """
            {"product":"kemeja-parang","name":{"id":"Kemeja Parang","en":"Parang shirt"},"description":{"id":"Katun"},\
            "category":["Pakaian","Pria","Kemeja"],"brand":"Nusantara","specification":{"material":"katun"},\
            "sku":"KMJ-PRG-CKL-M","options":{"colour":"cokelat","motif":"parang","size":"M"},\
            "price":{"amount":"249000.00","currency":"IDR"},"onHand":25,\
            "media":[{"type":"IMAGE","url":"https://img.example/a.jpg","alt":{"id":"Kemeja"}}],\
            "function":{"id":"f"},"howToUse":{"id":"h"},"contents":{"id":"c"},"quality":{"id":"q"}}
            {"product":"kemeja-parang","name":{"id":"Kemeja Parang","en":"Parang shirt"},"sku":"KMJ-PRG-CKL-L",\
            "options":{"colour":"cokelat","motif":"parang","size":"L"},"price":{"amount":"249000.00","currency":"IDR"},"onHand":5}
            """;

    private static final Actor.Person ADMIN =
            new Actor.Person(UserId.of("usr_01kavf8g00e4ttm0nbdjqsmn0n"), Set.of(Role.OPERATOR), Map.of());

    @Autowired
    Api api;

    @Autowired
    ApplyPiece apply;

    @Autowired
    Stores stores;

    @Autowired
    Permissions permissions;

    @Autowired
    IdSource ids;

    Shop shop;

    @BeforeEach
    void a_store_of_its_own() {
        shop = Shop.opened(api);
        Fulfillment.counts("CHANGED", null);
    }

    @Test
    void the_tours_lines_become_a_published_product_with_stock() {
        Answer job = Job.start(shop.admin(), "store=" + shop.id() + "&publish=true", Job.NDJSON, TOUR)
                .ends("DONE");
        Job.assertRows(job, 2, 0, 0, 0);

        Answer page =
                api.get("/v1/products/by-slug/kemeja-parang?store=" + shop.id()).expect(200);
        assertThat(page.json("/variants")).hasSize(2);
        assertThat(page.text("/categories/0/name")).isEqualTo("Kemeja");
        assertThat(page.json("/categories/0/slugPath").toString()).isEqualTo("[\"pakaian\",\"pria\",\"kemeja\"]");
        assertThat(page.text("/specification/material")).isEqualTo("katun");
        assertThat(page.text("/media/0/alt")).isEqualTo("Kemeja");
        assertThat(page.text("/quality")).isEqualTo("q");
        Neighbours.server()
                .verify(postRequestedFor(urlEqualTo(Fulfillment.COUNTS))
                        .withRequestBody(matchingJsonPath("$.items[?(@.sku == 'KMJ-PRG-CKL-M' && @.onHand == 25)]")));
        eventually(() -> assertThat(TestEvents.told(Topics.PRODUCT, page.text("/id")))
                .singleElement()
                .satisfies(told -> assertThat(told.text("/published")).isEqualTo("true")));
    }

    @Test
    void the_same_file_again_changes_nothing() {
        Job.start(shop.admin(), "store=" + shop.id() + "&publish=true", Job.NDJSON, TOUR)
                .ends("DONE");
        Fulfillment.counts("UNCHANGED", null);
        Answer again = Job.start(shop.admin(), "store=" + shop.id() + "&publish=true", Job.NDJSON, TOUR)
                .ends("DONE");
        Job.assertRows(again, 0, 0, 2, 0);
    }

    @Test
    void csv_columns_are_mapped_unpacked_and_otherwise_ignored() {
        String file = "\uFEFFid,title,cost,packed,notes\r\n"
                + "S-1,\"Baju, \"\"asli\"\"\nbaris dua\",125000,\"has_options=0,color=Merah,size=M\",x\r\n"
                + "S-2,Baju,99000,\"color=Biru,size=L\",y\r\n";
        Answer job = Job.start(
                        shop.admin(),
                        "store=" + shop.id()
                                + "&map.sku=id&map.name=title&map.price=cost&expand.packed=colour=color,size=size",
                        Job.CSV,
                        file)
                .ends("DONE");
        Job.assertRows(job, 2, 0, 0, 0);
        assertThat(job.json("/ignored").toString()).isEqualTo("[\"notes\"]");
        Answer list = shop.admin()
                .get("/v1/stores/" + shop.id() + "/products?state=DRAFT")
                .expect(200);
        assertThat(list.json("/items").toString())
                .contains("\"colour\":\"Merah\"")
                .contains("\"size\":\"L\"")
                .contains("Baju, \\\"asli\\\"")
                .doesNotContain("has_options");
    }

    @Test
    void rows_that_cannot_be_taken_are_rejected_with_a_reason_and_the_others_are_taken() {
        String file = """
                product,sku,name,description,category,price,currency,onHand,option.size
                p1,OK-1,Satu,<p>Baik &amp; <b>kuat</b></p><script>alert(1)</script>,A > B,1000.00,IDR,5,M
                p1,OK-1 X,Satu,,,1000,,,L
                p2,NO-PRICE,Dua,,,,,,
                p3,BAD-PRICE,Tiga,,,12.345,,,
                p4,EURO,Empat,,,10.00,EUR,,
                p5,MINUS,Lima,,,-1,,,
                p6,HALF,Enam,,,1,,0.5,
                p7,,Tujuh,,,1,,,
                p8,NO-NAME,,,,1,,,
                p1,OK-2,Satu,,,1000.00,,,M
                p9,HOSTILE,=cmd|' /C calc'!A0,,,1,,,
                p10,MANY,a,,,1,,,,too,many
                """;
        Job started = Job.start(shop.admin(), "store=" + shop.id() + "&publish=true", Job.CSV, file);
        Job.assertRows(started.ends("DONE"), 2, 0, 0, 10);
        Answer rows = started.rejected();
        assertThat(rows.json("/items").toString())
                .contains(row(3, "SKU_INVALID", "/sku"))
                .contains(row(4, "REQUIRED", "/price"))
                .contains(row(5, "PRICE_INVALID", "/price/amount"))
                .contains(row(6, "CURRENCY_MISMATCH", "/price/currency"))
                .contains(row(7, "NEGATIVE", "/price/amount"))
                .contains(row(8, "QUANTITY_INVALID", "/onHand"))
                .contains(row(9, "REQUIRED", "/sku"))
                .contains(row(10, "REQUIRED", "/name"))
                .contains(row(11, "OPTIONS_NOT_UNIQUE", "/options"))
                .contains(row(13, "TOO_MANY_CELLS", ""));
        assertThat(api.get("/v1/products/by-slug/satu?store=" + shop.id()).text("/description"))
                .isEqualTo("Baik & kuat");
    }

    private static String row(int line, String code, String pointer) {
        return "{\"line\":" + line + ",\"outcome\":\"REJECTED\",\"code\":\"" + code + "\",\"pointer\":\"" + pointer
                + "\"";
    }

    @Test
    void a_seller_imports_stock_and_nothing_else() {
        Job.start(shop.admin(), "store=" + shop.id() + "&publish=true", Job.NDJSON, TOUR)
                .ends("DONE");
        String file = """
                product,sku,name,price,onHand
                kemeja-parang,KMJ-PRG-CKL-M,Kemeja Parang,249000,7
                kemeja-parang,KMJ-PRG-CKL-L,Kemeja Parang,1,7
                kemeja-parang,NEW,Kemeja Parang,249000,7
                """;
        Job job = Job.start(shop.as(Role.SELLER), "store=" + shop.id(), Job.CSV, file);
        Job.assertRows(job.ends("DONE"), 0, 1, 0, 2);
        assertThat(job.rejected().json("/items").toString())
                .contains(row(3, "FIELDS_NOT_PERMITTED", "/price"))
                .contains(row(4, "FIELDS_NOT_PERMITTED", "/sku"));
    }

    @Test
    void a_seller_who_names_some_of_what_a_product_has_takes_nothing_from_it() {
        List<String> categories = new ArrayList<>();
        for (String name : List.of("Pria", "Kemeja")) {
            categories.add(shop.admin()
                    .once(Shop.key())
                    .post("/v1/categories?store=" + shop.id(), Map.of("name", Map.of("id", name)))
                    .expect(201)
                    .text("/id"));
        }
        List<Object> media = new ArrayList<>();
        for (int i = 1; i <= 3; i++) {
            media.add(Map.of("type", "IMAGE", "url", "https://img.example/" + i, "alt", Map.of("id", "Kemeja")));
        }
        Map<String, Object> shirt = new HashMap<>(shop.shirt("KMJ-1"));
        shirt.put("categories", categories);
        shirt.put("media", media);
        Answer product = shop.create(shirt).expect(201);
        String row =
                "{\"product\":\"lain\",\"sku\":\"KMJ-1\",\"name\":\"Kemeja Parang\",\"price\":\"249000\",\"onHand\":3,";
        String file = row + "\"image\":\"https://img.example/2\",\"category\":[\"Kemeja\"]}\n"
                + row + "\"media\":[{\"url\":\"https://img.example/2\",\"alt\":{\"id\":\"Kemeja\"}}]}\n"
                + row + "\"media\":[{\"url\":\"https://img.example/2\",\"alt\":{\"id\":\"Beli di toko lain\"}}]}\n"
                + row + "\"video\":\"https://img.example/2\"}\n"
                + row + "\"category\":[\"Sepatu\"]}\n";
        Job job = Job.start(shop.as(Role.SELLER), "store=" + shop.id(), Job.NDJSON, file);
        Job.assertRows(job.ends("DONE"), 0, 2, 0, 3);
        assertThat(job.rejected().json("/items").toString())
                .contains(row(3, "FIELDS_NOT_PERMITTED", "/media"))
                .contains(row(4, "FIELDS_NOT_PERMITTED", "/media"))
                .contains(row(5, "FIELDS_NOT_PERMITTED", "/category"));
        Answer after = shop.admin().get(product.location() + "?view=management").expect(200);
        assertThat(after.etag()).isEqualTo(product.etag());
        // The seller's name for it was not taken on: another file may still call something else so.
        Job.assertRows(
                Job.start(shop.admin(), "store=" + shop.id(), Job.CSV, "product,sku,name,price\nlain,NEW,Lain,1000\n")
                        .ends("DONE"),
                1,
                0,
                0,
                0);
    }

    @Test
    void a_product_archived_between_two_pieces_of_its_rows_rejects_the_later_ones() {
        ImportJob job = ImportJob.received(
                        ImportId.of(ids.next(ImportId.PREFIX).toString()),
                        new ImportOrder(shop.id(), ADMIN, FileFormat.CSV, FileMapping.NONE, false, "upl"),
                        Instant.now())
                .validated(2, List.of())
                .running();
        assertThat(outcome(job, "P-1").kind()).isEqualTo(RowOutcome.Kind.CREATED);
        String product = shop.admin()
                .get("/v1/stores/" + shop.id() + "/products")
                .expect(200)
                .text("/items/0/id");
        shop.admin().with("If-Match", "*").delete("/v1/products/" + product).expect(204);
        RowOutcome later = outcome(job.further(RowCounts.NONE), "P-2");
        assertThat(later.kind()).isEqualTo(RowOutcome.Kind.REJECTED);
        assertThat(later.why().code()).isEqualTo("PRODUCT_ARCHIVED");
    }

    private RowOutcome outcome(ImportJob job, String sku) {
        Map<String, String> fields =
                Map.of("product", "p", "sku", sku, "option.size", sku, "name", "Baju " + sku, "price", "1");
        return apply.apply(
                        job,
                        stores.find(shop.id()).orElseThrow(),
                        new ImportRights(permissions, ADMIN, shop.id()),
                        List.of(new FileRow(1, fields, List.of(), List.of(), null)),
                        Instant.now())
                .getFirst();
    }

    @Test
    void a_count_that_fulfillment_refuses_rejects_its_row_and_frees_its_sku() {
        Fulfillment.counts("REJECTED", "STOCK_BELOW_RESERVED");
        Job job = Job.start(shop.admin(), "store=" + shop.id() + "&publish=true", Job.NDJSON, TOUR);
        Job.assertRows(job.ends("DONE"), 0, 0, 0, 2);
        assertThat(job.rejected().json("/items").toString()).contains(row(1, "STOCK_BELOW_RESERVED", "/onHand"));
        shop.create(shop.shirt("KMJ-PRG-CKL-M")).expect(201);
    }

    @Test
    void while_fulfillment_is_away_an_import_waits_and_can_be_cancelled() {
        Fulfillment.away();
        Job job = Job.start(shop.admin(), "store=" + shop.id(), Job.NDJSON, TOUR);
        eventually(() -> assertThat(job.now().text("/state")).isEqualTo("RUNNING"));
        shop.admin().delete(job.path()).expect(200);
        job.ends("CANCELLED");
        shop.admin().post(job.path() + "/cancellation").expect(200);
        Job done = Job.start(shop.admin(), "store=" + shop.id(), Job.CSV, "sku,name\nA,a\n");
        done.ends("FAILED");
        shop.admin().delete(done.path()).expectProblem(409, "IMPORT_ENDED");
    }

    @Test
    void a_file_that_cannot_be_read_fails_as_a_whole() {
        assertFails(Job.CSV, "sku,name\nA,a\n".getBytes(), "COLUMN_MISSING");
        assertFails(Job.CSV, "sku,name,price,price\nA,a,1,2\n".getBytes(), "HEADING_TWICE");
        assertFails(
                Job.CSV,
                "sku,name,price\nA,\u00e9,1\n".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1),
                "FILE_NOT_UTF8");
        assertFails(Job.NDJSON, "{\"sku\":\"A\"}".getBytes(java.nio.charset.StandardCharsets.UTF_16), "FILE_NOT_UTF8");
        assertFails(Job.CSV, "\n\n".getBytes(), "FILE_EMPTY");
    }

    private void assertFails(String type, byte[] file, String code) {
        Answer failed =
                Job.start(shop.admin(), "store=" + shop.id(), type, file).ends("FAILED");
        assertThat(failed.text("/failure/code")).isEqualTo(code);
    }

    @Test
    void a_repeated_request_is_the_same_import() {
        Api admin = shop.admin().once("the-same");
        String path = "/v1/product-imports?store=" + shop.id();
        Answer first = admin.send("POST", path, Job.NDJSON, TOUR.getBytes()).expect(202);
        Answer second = admin.send("POST", path, Job.NDJSON, TOUR.getBytes()).expect(202);
        assertThat(second.text("/id")).isEqualTo(first.text("/id"));
        assertThat(second.header("Idempotency-Replayed")).contains("true");
        admin.send("POST", path, Job.NDJSON, "{}".getBytes()).expectProblem(422, "IDEMPOTENCY_KEY_REUSED");
        shop.admin().send("POST", path, Job.NDJSON, TOUR.getBytes()).expectProblem(400, "IDEMPOTENCY_KEY_REQUIRED");
    }

    @Test
    void only_staff_of_the_store_import_and_look() {
        String path = "/v1/product-imports?store=" + shop.id();
        Job job = Job.start(shop.admin(), "store=" + shop.id(), Job.NDJSON, TOUR);
        Shop other = Shop.opened(api);
        api.once("a").send("POST", path, Job.NDJSON, TOUR.getBytes()).expectProblem(401, "UNAUTHENTICATED");
        shop.as(Role.ANALYST)
                .once("b")
                .send("POST", path, Job.NDJSON, TOUR.getBytes())
                .expectProblem(403, "FORBIDDEN");
        other.admin().once("c").send("POST", path, Job.NDJSON, TOUR.getBytes()).expectProblem(404, "NOT_FOUND");
        other.admin().get(job.path()).expectProblem(404, "NOT_FOUND");
        api.get(job.path()).expectProblem(401, "UNAUTHENTICATED");
    }

    @Test
    void what_a_query_asks_for_must_make_sense() {
        for (String query :
                new String[] {"map.nosuch=a", "price=float", "colour=red", "expand.x=a=b=c", "publish=maybe"}) {
            shop.admin()
                    .once(Shop.key())
                    .send("POST", "/v1/product-imports?store=" + shop.id() + "&" + query, Job.CSV, "a".getBytes())
                    .expectProblem(400, "INVALID_PARAMETER");
        }
        Api admin = shop.admin().once(Shop.key());
        String path = "/v1/product-imports?store=" + shop.id();
        admin.send("POST", path, "text/csv;charset=ISO-8859-1", "a".getBytes())
                .expectProblem(415, "UNSUPPORTED_MEDIA_TYPE");
        admin.send("POST", path, "application/json", "{}".getBytes()).expectProblem(415, "UNSUPPORTED_MEDIA_TYPE");
        admin.send("POST", path, Job.CSV, new byte[0]).expectProblem(400, "MALFORMED_REQUEST");
        shop.admin().get("/v1/product-imports/imp_x").expectProblem(404, "NOT_FOUND");
    }

    @Test
    void a_product_made_by_hand_is_found_by_its_sku() {
        Answer product = shop.published("KMJ-1");
        String file = "sku,name,price,onHand\nKMJ-1,Kemeja Parang,199000,3\n";
        Answer job =
                Job.start(shop.admin(), "store=" + shop.id(), Job.CSV, file).ends("DONE");
        Job.assertRows(job, 0, 1, 0, 0);
        assertThat(api.get("/v1/products/" + product.text("/id")).text("/variants/0/price/amount"))
                .isEqualTo("199000.00");
        Answer prices = shop.order()
                .post("/internal/v1/price-lookups", Map.of("storeId", shop.id().value(), "skus", new String[] {"KMJ-1"
                }))
                .expect(200);
        assertThat(prices.text("/items/0/unitPrice/amount")).isEqualTo("199000.00");
    }
}
