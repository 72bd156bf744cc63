package io.niaga.benchmarks;

import static io.niaga.benchmarks.Shop.STORE;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.HdrHistogram.Histogram;

/** How soon an event has its effect at a consumer, on a system that does nothing else. */
final class Promptness {
    private static final int TIMES = 200;
    private static final int CHANGES = 30;
    private final Stack stack;
    private final Profiles profiles;
    private final List<String> products;

    Promptness(Stack stack, Profiles profiles, List<String> products) {
        this.stack = stack;
        this.profiles = profiles;
        this.products = products;
    }

    Map<String, String> facts() throws InterruptedException {
        Map<String, String> facts = new LinkedHashMap<>();
        try (Web web = new Web(stack.gateway())) {
            facts.put("money noted by payment-service until the order is CONFIRMED (goal 50 ms)", text(confirmed(web)));
            facts.put("name changed in the catalog until a search finds it (goal 2,000 ms)", text(found(web)));
        }
        return facts;
    }

    private Histogram confirmed(Web web) throws InterruptedException {
        Histogram micros = new Histogram(60_000_000, 3);
        for (int i = 0; i < TIMES; i++) {
            Profiles.Placed order = profiles.place(web, i, new Steps.Watch());
            Profiles.pay(web, order);
            long noted = System.nanoTime();
            Profiles.awaitConfirmed(web, order, 2);
            micros.recordValue((System.nanoTime() - noted) / 1000);
        }
        return micros;
    }

    private Histogram found(Web web) throws InterruptedException {
        Histogram micros = new Histogram(60_000_000, 3);
        String bearer = "Bearer " + Web.token(stack.identity(), "admin");
        for (int i = 0; i < CHANGES; i++) {
            String path = "/v1/products/" + products.get(i);
            String word = "kabar" + Long.toString(System.nanoTime(), 36);
            String version = web.get(path, "Authorization", bearer).expect(200).header("ETag");
            web.send(
                            "PATCH",
                            path,
                            ("{\"name\":{\"id\":\"" + word + "\"}}").getBytes(StandardCharsets.UTF_8),
                            "Authorization",
                            bearer,
                            "If-Match",
                            version,
                            "Content-Type",
                            "application/merge-patch+json")
                    .expect(200);
            long changed = System.nanoTime();
            String search = "/v1/search?limit=1&store=" + STORE + "&q=" + word;
            while (web.get(search).expect(200).json().path("items").isEmpty()) {
                Thread.sleep(5);
            }
            micros.recordValue((System.nanoTime() - changed) / 1000);
        }
        return micros;
    }

    private static String text(Histogram micros) {
        return String.format(
                Locale.ROOT,
                "median %.0f ms, p99 %.0f ms of %d",
                micros.getValueAtPercentile(50) / 1000.0,
                micros.getValueAtPercentile(99) / 1000.0,
                micros.getTotalCount());
    }
}
