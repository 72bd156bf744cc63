package io.niaga.system.access;

import static io.niaga.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.testsupport.Answer;
import java.time.Duration;

/** Brings files of products into the demo store. */
final class Imports {
    private static final Duration LONG = Duration.ofSeconds(40);

    private final World world;

    Imports(World world) {
        this.world = world;
    }

    /** Imports and publishes; the job, done. */
    String file(String type, String text) {
        Answer accepted = world.as("administrator")
                .once(World.word())
                .with("Content-Type", type)
                .post("/v1/product-imports?publish=true&store=" + Site.STORE, text)
                .expect(202);
        String job = accepted.text("/id");
        eventually(
                LONG,
                () -> assertThat(world.as("administrator")
                                .get("/v1/product-imports/" + job)
                                .text("/state"))
                        .isEqualTo("DONE"));
        return job;
    }

    /** Of one product. */
    String job(String sku) {
        String line = "{\"product\":\"" + sku + "\",\"sku\":\"" + sku + "\",\"name\":{\"id\":\"Barang " + sku
                + "\"},\"price\":{\"amount\":\"1000.00\",\"currency\":\"IDR\"},\"onHand\":100000}\n";
        return file("application/x-ndjson", line);
    }

    /** A product that can be bought. */
    String product(String sku) {
        job(sku);
        Answer list = world.as("administrator").get("/v1/stores/" + Site.STORE + "/products?limit=100");
        for (var product : list.json("/items")) {
            if (product.toString().contains(sku)) {
                return product.path("id").asString();
            }
        }
        throw new AssertionError("the imported product is not listed");
    }
}
