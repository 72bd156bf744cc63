package io.niaga.system.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.system.harness.SystemIT;
import io.niaga.testsupport.Answer;
import io.niaga.testsupport.Api;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Addresses that people hand in are kept, not called: nothing of ours connects to where somebody else wants. */
@SystemIT
class OutboundIT {
    /** Every place of a request that an API document calls an address ({@code SamplesTest}); files have theirs besides. */
    static final Set<String> ADDRESSES =
            Set.of("POST /v1/products /media/*/url", "PATCH /v1/products/{id} /media/*/url");

    private final World world = World.shared();
    private final Api staff = world.as("administrator");

    @Test
    void no_address_in_a_product_is_called() throws InterruptedException {
        try (Canary canary = new Canary()) {
            List<String> urls = List.of(
                    canary.url("/a.jpg"),
                    "http://localhost:" + canary.port() + "/a.jpg",
                    "http://2130706433:" + canary.port() + "/a.jpg",
                    "http://0x7f000001:" + canary.port() + "/a.jpg",
                    "http://127.1:" + canary.port() + "/a.jpg",
                    "http://[::ffff:127.0.0.1]:" + canary.port() + "/a.jpg",
                    "https://127.0.0.1:" + canary.port() + "/a.jpg",
                    "http://example.com@127.0.0.1:" + canary.port() + "/a.jpg",
                    "//127.0.0.1:" + canary.port() + "/a.jpg",
                    "ftp://127.0.0.1:" + canary.port() + "/a.jpg",
                    "gopher://127.0.0.1:" + canary.port() + "/_x",
                    "jar:http://127.0.0.1:" + canary.port() + "/a.jar!/x",
                    "file:///etc/passwd");
            // An odd one may be refused; a plain one is kept, or nothing was tried.
            String plain = urls.getFirst();
            assertThat(urls.stream().filter(this::isKeptWhenCreated)).contains(plain);
            assertThat(urls.stream().filter(this::isKeptWhenEdited)).contains(plain);
            imported("application/x-ndjson", urls.stream().map(OutboundIT::line).collect(Collectors.joining()));
            imported(
                    "text/csv",
                    urls.stream()
                            .map(OutboundIT::cells)
                            .collect(Collectors.joining("", "sku,name,price,image,video\n", "")));
            Thread.sleep(2_000);
            canary.assertUnvisited();
        }
    }

    private static Map<String, Object> media(String url) {
        return Map.of("media", List.of(Map.of("type", "IMAGE", "url", url, "alt", Map.of("id", "x"))));
    }

    private boolean isKeptWhenCreated(String url) {
        Map<String, Object> product = new HashMap<>(media(url));
        product.put("name", Map.of("id", "Barang " + World.word()));
        return isKept(url, staff.once(World.word()).post("/v1/products?store=" + Site.STORE, product), 201);
    }

    private boolean isKeptWhenEdited(String url) {
        String edited = "/v1/products/" + world.value("edited");
        Answer now = staff.get(edited + "?view=management").expect(200);
        return isKept(url, staff.matching(now).patch(edited, media(url)), 200);
    }

    private static boolean isKept(String url, Answer answer, int kept) {
        assertThat(answer.status()).as("%s", answer).isIn(kept, 400);
        if (answer.status() == 400) {
            assertThat(answer.expectProblem().text("/errors/0/pointer")).isEqualTo("/media/0/url");
            return false;
        }
        assertThat(answer.text("/media/0/url")).isEqualTo(url).startsWith("http");
        return true;
    }

    private static String line(String url) {
        String sku = World.word();
        return "{\"product\":\"" + sku + "\",\"sku\":\"" + sku + "\",\"name\":{\"id\":\"Barang " + sku
                + "\"},\"price\":{\"amount\":\"1000.00\",\"currency\":\"IDR\"},\"media\":[{\"type\":\"IMAGE\",\"url\":\""
                + url
                + "\",\"alt\":{\"id\":\"x\"}}]}\n";
    }

    private static String cells(String url) {
        String sku = World.word();
        return String.join(",", sku, "Barang " + sku, "1000.00", url, url) + "\n";
    }

    /** Lines are taken, or refused for their address. */
    private void imported(String type, String file) {
        String job = "/v1/product-imports/" + world.imports.file(type, file);
        Answer rows = staff.get(job + "/rows?limit=100").expect(200);
        List<String> lines =
                file.lines().filter(line -> line.contains("1000.00")).toList();
        assertThat(rows.json("/items").size()).as(type).isEqualTo(lines.size());
        assertThat(rows.text("/items/0/outcome")).as(type).isEqualTo("CREATED");
        rows.json("/items")
                .forEach(row -> assertThat(row.path("outcome").asString()
                                + row.path("pointer").asString(""))
                        .as("%s", row)
                        .matches("CREATED|REJECTED/media/\\d+/url"));
    }
}
