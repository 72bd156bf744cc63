package io.niaga.system.operations;

import static io.niaga.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.localstack.topology.Service;
import io.niaga.localstack.topology.Topology;
import io.niaga.system.harness.SystemIT;
import io.niaga.system.harness.SystemStack;
import io.niaga.system.shop.Purchase;
import io.niaga.system.shop.Shop;
import io.niaga.testsupport.Golden;
import io.niaga.testsupport.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/metrics.md} lists what running services expose after a purchase: every metric of our own, and of the libraries'
 * those that rules and dashboards name. Rules and dashboards are compared with that page where they are built.
 */
@SystemIT
class MetricsIT {
    private static final Path PAGE = Path.of("docs/metrics.md");
    private static final Pattern NAME = Pattern.compile("\\b[a-z][a-z0-9]*(?:_[a-z0-9]+)+\\b");
    /** Kafka's clients tell the same metric of a client and, from the first record on, of each partition. */
    private static final Set<String> ONLY_SOMETIMES = Set.of("partition", "topic");

    @Test
    void the_page_of_metrics_is_what_services_expose(SystemStack stack) throws IOException {
        String sku = new Shop(stack).goods(Shop.newSku("METRIC"), 30_000, 5);
        Purchase purchase = Purchase.byGuest(stack)
                .put(sku, 1)
                .place("CARD")
                .pay("tok_success")
                .await("CONFIRMED");
        assertThat(purchase.id()).isNotEmpty();
        Set<String> named = named();
        assertThat(named).as("named by rules or dashboards").hasSizeGreaterThan(10);
        eventually(Duration.ofSeconds(30), () -> {
            Map<String, Metric> metrics = exposed(stack);
            assertThat(metrics.keySet()).as("named by rules or dashboards").containsAll(named);
            assertThat(metrics.values())
                    .filteredOn(metric -> metric.name().startsWith("niaga_"))
                    .allSatisfy(metric ->
                            assertThat(metric.meaning()).as(metric.name()).isNotBlank());
            // What others provoked before shows too, so the page is compared where the run begins with nothing.
            if (Boolean.getBoolean("niaga.proofs.full")) {
                Golden.matches(PAGE, page(metrics, named));
            }
        });
    }

    private static Map<String, Metric> exposed(SystemStack stack) {
        Map<String, Metric> all = new TreeMap<>();
        for (Service service : Topology.services()) {
            String text = stack.management(service.name())
                    .get("/actuator/prometheus")
                    .expect(200)
                    .body();
            keep(service, text);
            Metric.of(text).forEach((name, metric) -> all.merge(name, metric, MetricsIT::together));
        }
        return all;
    }

    /** For whoever wonders why a metric is missing. */
    private static void keep(Service service, String text) {
        try {
            Path folder = Files.createDirectories(Path.of("target/metrics"));
            Files.writeString(folder.resolve(service.name() + ".txt"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Metric together(Metric one, Metric other) {
        one.labels().addAll(other.labels());
        return one;
    }

    private static String page(Map<String, Metric> metrics, Set<String> named) {
        StringBuilder page = new StringBuilder("""
                # Metrics

                Generated from what the running services expose at `/actuator/prometheus`; the build fails when it is stale. Every metric
                of our own is here, and of the libraries' (JVM, HTTP, MongoDB, Kafka, breakers) those that alerts and dashboards name.

                | metric | meaning | labels |
                | --- | --- | --- |
                """);
        metrics.forEach((name, metric) -> {
            boolean ours = name.startsWith("niaga_");
            if (ours || named.contains(name)) {
                String labels = metric.labels().stream()
                        .filter(label -> ours || !ONLY_SOMETIMES.contains(label))
                        .collect(Collectors.joining(", "));
                page.append(row(name, ours ? metric.meaning() : "the library's", labels));
            }
        });
        return page.toString();
    }

    private static String row(String name, String meaning, String labels) {
        return "| `" + name + "` | " + meaning.replace("|", "\\|") + " | " + labels + " |\n";
    }

    /** Metrics of libraries that rules and dashboards name; ours are listed anyway. */
    private static Set<String> named() throws IOException {
        Path folder = Repository.root().resolve("k8s/base/monitoring");
        Set<String> names = new TreeSet<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(f -> f.toString().matches(".*(rules|dashboards).*\\.(yml|json)"))
                    .collect(Collectors.toSet())) {
                Files.readString(file)
                        .lines()
                        .filter(line -> line.contains("expr"))
                        .forEach(line -> NAME.matcher(line).results().forEach(found -> names.add(found.group())));
            }
        }
        names.removeIf(name -> name.startsWith("ratio_")
                || Set.of(
                                "histogram_quantile",
                                "checkout_errors",
                                "read_errors",
                                "client_id",
                                "clamp_min",
                                "last_over_time",
                                "max_over_time")
                        .contains(name));
        return names;
    }
}
