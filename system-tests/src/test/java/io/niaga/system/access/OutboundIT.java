package io.niaga.system.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.system.harness.SystemIT;
import io.niaga.testsupport.Answer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Addresses that people hand in are kept, not called: nothing of ours connects to where somebody else wants. */
@SystemIT
class OutboundIT {
    private final World world = World.shared();

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
            for (String url : urls) {
                handIn(url);
            }
            Thread.sleep(2_000);
            assertThat(canary.visits())
                    .as("calls to an address that somebody handed in")
                    .isZero();
        }
    }

    private void handIn(String url) {
        String sku = World.word();
        world.importLines("{\"product\":\"" + sku + "\",\"sku\":\"" + sku + "\",\"name\":{\"id\":\"Barang " + sku
                + "\"},\"price\":{\"amount\":\"1000.00\",\"currency\":\"IDR\"},\"media\":[{\"type\":\"IMAGE\",\"url\":\""
                + url
                + "\",\"alt\":{\"id\":\"x\"}}]}\n");
        Answer made = world.as("administrator")
                .once(World.word())
                .post(
                        "/v1/products?store=" + Site.STORE,
                        Map.of(
                                "name", Map.of("id", "Barang " + sku),
                                "media", List.of(Map.of("type", "IMAGE", "url", url, "alt", Map.of("id", "x")))));
        assertThat(made.status()).as("%s", made).isIn(201, 400);
        if (made.status() == 201) {
            assertThat(made.text("/media/0/url")).startsWith("http");
        }
    }
}
