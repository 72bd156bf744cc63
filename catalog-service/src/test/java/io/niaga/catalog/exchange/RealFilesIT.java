package io.niaga.catalog.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.catalog.Shop;
import io.niaga.testsupport.Answer;
import io.niaga.testsupport.Api;
import io.niaga.testsupport.NiagaIT;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Files as they come from elsewhere, when they are there: in {@code NIAGA_DATA}, or beside the repository. */
@NiagaIT
class RealFilesIT {
    @Autowired
    Api api;

    @BeforeEach
    void fulfillment_takes_every_count() {
        Fulfillment.counts("CHANGED", null);
    }

    @Test
    void configurable_products_go_in_with_their_variants() throws IOException {
        byte[] file = file("catalog-luma/configurable__products.csv.gz");
        Shop shop = Shop.opened(api, "USD");
        String query = "store=" + shop.id()
                + "&publish=true&map.product=description&map.onHand=qty&expand.additional_attributes=colour=color,size=size";
        Answer job = Job.start(shop.admin(), query, Job.CSV, file).ends("DONE");
        // Two of the products have the same description, so their lines meet in one, where options must differ.
        Job.assertRows(job, 1989, 0, 0, 5);
        assertThat(job.json("/ignored").toString())
                .contains("\"tax_class_name\"")
                .doesNotContain("\"qty\"");

        Answer hoodie = api.get("/v1/products/by-slug/chaz-kangeroo-hoodie?store=" + shop.id())
                .expect(200);
        assertThat(hoodie.json("/variants")).hasSize(16);
        assertThat(hoodie.text("/variants/0/options/colour")).isEqualTo("Black");
        assertThat(hoodie.text("/variants/0/price/amount")).isEqualTo("52.00");
        assertThat(hoodie.text("/description"))
                .startsWith("Ideal for cold-weather")
                .doesNotContain("<p>", "&bull;");
    }

    @Test
    void a_mapped_catalog_of_five_thousand_products_goes_in() throws IOException {
        byte[] file = file("catalog-icecat-5000.jsonl.gz");
        Shop shop = Shop.opened(api, "EUR");
        String query = "store=" + shop.id()
                + "&publish=true&price=minor&map.sku=id&map.name=title&map.description=short_description&map.brand=supplier"
                + "&map.image=img_high&map.spec.country=attr_t_country_of_origin";
        long start = System.nanoTime();
        Answer job = Job.start(shop.admin(), query, Job.NDJSON, file).ends("DONE");
        report("5,000 products", start);
        Job.assertRows(job, 5000, 0, 0, 0);
        assertThat(job.json("/ignored").toString())
                .contains("\"date_released\"")
                .contains("\"name\"");
        start = System.nanoTime();
        Fulfillment.counts("UNCHANGED", null);
        Answer again = Job.start(shop.admin(), query, Job.NDJSON, file).ends("DONE");
        report("the same again", start);
        Job.assertRows(again, 0, 0, 5000, 0);
        Answer ink = api.get("/v1/products/by-slug/hp-80-original-cyan?store=" + shop.id())
                .expect(200);
        assertThat(ink.text("/variants/0/price/amount")).isEqualTo("125.95");
        assertThat(ink.text("/specification/country")).isEqualTo("Singapore");
    }

    @Test
    void listings_of_a_marketplace_go_in() throws IOException {
        byte[] file = file("id-marketplace/products.csv.gz");
        Shop shop = Shop.opened(api);
        String query = "store=" + shop.id()
                + "&publish=true&map.sku=product_id&map.price=price_idr&map.spec.location=location";
        Answer job = Job.start(shop.admin(), query, Job.CSV, file).ends("DONE");
        Job.assertRows(job, 664, 0, 0, 0);
        assertThat(api.get("/v1/categories?store=" + shop.id()).json("/items")).hasSize(29);
        assertThat(job.json("/ignored").toString()).contains("overall_rating");
    }

    private static void report(String what, long start) {
        System.out.println("imported " + what + " in " + (System.nanoTime() - start) / 1_000_000 + " ms");
    }

    private static byte[] file(String name) throws IOException {
        Optional<Path> found = folder().map(folder -> folder.resolve(name)).filter(Files::exists);
        if (found.isEmpty()) {
            System.out.println(
                    "NOT RUN: " + name + " is neither in NIAGA_DATA nor in ../shared/data of the repository");
        }
        Assumptions.assumeTrue(found.isPresent(), name + " is not there");
        try (InputStream unpacked = new GZIPInputStream(Files.newInputStream(found.get()))) {
            return unpacked.readAllBytes();
        }
    }

    private static Optional<Path> folder() {
        String named = System.getenv("NIAGA_DATA");
        if (named != null && !named.isBlank()) {
            return Optional.of(Path.of(named));
        }
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.exists(at.resolve("mvnw"))) {
                return Optional.of(at.resolve("../shared/data").normalize());
            }
        }
        return Optional.empty();
    }
}
