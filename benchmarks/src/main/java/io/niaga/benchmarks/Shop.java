package io.niaga.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The demo store of the stack, filled with an assortment. */
final class Shop {
    static final String STORE = "sto_01kavf8g00e4ttm0nbdjqsmn0n";
    /** Products per import: a file may have 100 MB, and these have some 20. */
    private static final int PER_FILE = 20_000;

    private final Stack stack;

    Shop(Stack stack) {
        this.stack = stack;
    }

    /** Imports and publishes, one file after the other; how long until the last product was found by a search. */
    Duration fill(Assortment assortment, Path folder) throws IOException, InterruptedException {
        try (Web web = new Web(stack.gateway())) {
            long begun = System.nanoTime();
            for (int from = 0; from < assortment.products(); from += PER_FILE) {
                int to = Math.min(assortment.products(), from + PER_FILE);
                importFile(web, assortment.write(folder.resolve(assortment.prefix() + "-" + to + ".ndjson"), from, to));
            }
            String last = assortment.sku(assortment.products() - 1, 1);
            while (web.get("/v1/search?store=" + STORE + "&q=" + last)
                    .expect(200)
                    .json()
                    .path("items")
                    .isEmpty()) {
                Thread.sleep(50);
            }
            return Duration.ofNanos(System.nanoTime() - begun);
        }
    }

    private void importFile(Web web, Path file) throws IOException, InterruptedException {
        String job = web.send(
                        "POST",
                        "/v1/product-imports?publish=true&store=" + STORE,
                        Files.readAllBytes(file),
                        "Authorization",
                        "Bearer " + Web.token(stack.identity(), "admin"),
                        "Content-Type",
                        "application/x-ndjson",
                        "Idempotency-Key",
                        file.getFileName() + "-" + System.nanoTime())
                .expect(202)
                .header("Location");
        awaitJob(web, job);
    }

    private void awaitJob(Web web, String job) throws InterruptedException {
        while (true) {
            // A long import outlives a token.
            String bearer = "Bearer " + Web.token(stack.identity(), "admin");
            JsonNode state = web.get(job, "Authorization", bearer).expect(200).json();
            switch (state.path("state").asString()) {
                case "DONE" -> {
                    if (state.path("rows").path("rejected").asInt() > 0) {
                        throw new IllegalStateException("rows were rejected: " + state);
                    }
                    return;
                }
                case "FAILED", "CANCELLED" -> throw new IllegalStateException("import: " + state);
                default -> Thread.sleep(500);
            }
        }
    }

    /** Product ids, from the shop's list. */
    List<String> products(int atMost) {
        List<String> ids = new ArrayList<>();
        try (Web web = new Web(stack.gateway())) {
            Optional<String> after = Optional.of("");
            while (after.isPresent() && ids.size() < atMost) {
                JsonNode page = web.get("/v1/products?limit=100&store=" + STORE + after.get())
                        .expect(200)
                        .json();
                page.path("items").forEach(item -> ids.add(item.path("id").asString()));
                JsonNode next = page.path("nextCursor");
                after = next.isString() ? Optional.of("&after=" + Web.encoded(next.asString())) : Optional.empty();
            }
        }
        return ids;
    }
}
