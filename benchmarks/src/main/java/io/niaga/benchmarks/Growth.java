package io.niaga.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/** What the operations cost as products and orders pile up; one stack, from the smallest size to the largest. */
final class Growth {
    private static final String CHECKOUT = "checkout";
    private static final int MOST_RETURNS = 10;
    private static final List<Size> SIZES = List.of(
            new Size(1_000, List.of(1_000)),
            new Size(10_000, List.of(1_000)),
            new Size(100_000, List.of(1_000, 10_000, 100_000)));
    private final Stack stack;
    private final Settings settings;
    private final Path folder;
    private final AtomicLong orders = new AtomicLong();
    private final AtomicLong sentAway = new AtomicLong();

    Growth(Stack stack, Settings settings, Path folder) {
        this.stack = stack;
        this.settings = settings;
        this.folder = folder;
    }

    /** So many products, and then at least so many orders, one after the other. */
    private record Size(int products, List<Integer> orders) {}

    /** Writes the table after each size: a long run that is broken off has told what it knew. */
    void measure(Page page) throws IOException, InterruptedException {
        StringBuilder imports = new StringBuilder();
        StringBuilder table = new StringBuilder("""
                | products | orders | operation | CPU ms | p50 ms | p99 ms |
                | --- | --- | --- | --- | --- | --- |
                """);
        Shop shop = new Shop(stack);
        int there = 0;
        for (Size size : SIZES) {
            Assortment more = new Assortment("G" + size.products(), size.products() - there);
            imports.append(imported(more.products(), shop.fill(more, folder)));
            there = size.products();
            Profiles profiles = new Profiles(more, shop.products(10_000));
            for (int enough : size.orders()) {
                buyUntil(enough, profiles);
                // Warmed up anew: what an import leaves behind, merges and compilers above all, is not what the size
                // costs.
                Meter meter = new Meter(settings);
                for (Profile profile : profiles.all()) {
                    table.append(row(size, counted(profile), meter));
                }
                page.write("growth", table + "\n" + imports + sentAway());
            }
        }
    }

    private String imported(int products, Duration time) {
        return "- import of %,d products until the last is found: %d s; catalog-service then holds %d MB\n"
                .formatted(products, time.toSeconds(), stack.megabytes("catalog-service"));
    }

    private String row(Size size, Profile profile, Meter meter) {
        long before = orders.get();
        Measurement measured = meter.closed(profile.name(), stack.gateway(), stack.processes(), profile.operation());
        return String.format(
                Locale.ROOT,
                "| %,d | %,d | %s | %.2f | %.1f | %.1f |%n",
                size.products(),
                before,
                profile.what(),
                measured.cpu(),
                measured.p50(),
                measured.p99());
    }

    private String sentAway() {
        return "- operations that were answered 503 and begun anew, while the store filled up or was measured: %d\n"
                .formatted(sentAway.get());
    }

    private void buyUntil(int enough, Profiles profiles) {
        Profile.Operation buying = ordering(comingBack(profiles::placeSimply));
        try (Load load = new Load(stack.gateway(), settings.connections())) {
            while (orders.get() < enough) {
                load.closed(buying, Duration.ofSeconds(10));
            }
        }
    }

    private Profile counted(Profile profile) {
        Profile.Operation operation = comingBack(profile.operation());
        return new Profile(
                profile.name(),
                profile.what(),
                profile.goal(),
                profile.rate(),
                profile.name().equals(CHECKOUT) ? ordering(operation) : operation);
    }

    private Profile.Operation ordering(Profile.Operation operation) {
        return (web, number) -> {
            operation.run(web, number);
            orders.incrementAndGet();
        };
    }

    /** A run of more than an hour does not end with one 503: whoever is sent away begins anew, and how often is on the page. */
    private Profile.Operation comingBack(Profile.Operation operation) {
        return (web, number) -> {
            for (int left = MOST_RETURNS; ; left--) {
                try {
                    operation.run(web, number);
                    return;
                } catch (Web.Unavailable away) {
                    if (left == 0) {
                        throw away;
                    }
                    sentAway.incrementAndGet();
                }
            }
        };
    }
}
