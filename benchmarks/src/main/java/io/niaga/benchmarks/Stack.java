package io.niaga.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A stack of its own, started by the launcher everybody uses, with quotas out of the way. */
final class Stack {
    private static final int PORT = Integer.parseInt(System.getenv().getOrDefault("NIAGA_BENCHMARK_PORT", "31000"));
    private final Path root;
    private final Path home;

    Stack(Path root) {
        this.root = root;
        this.home = root.resolve("benchmarks/target/stack");
    }

    String gateway() {
        return "http://127.0.0.1:" + PORT;
    }

    /** A service's own port, to see what the gateway adds. */
    String service(int number) {
        return "http://127.0.0.1:" + (PORT + number);
    }

    /** A port that the stack leaves free, as are the two after it. */
    int spare() {
        return PORT + 500;
    }

    String identity() {
        return "http://localhost:" + (PORT + 100);
    }

    /** With the caches that {@code ./niaga up} makes after its first start, as everybody's second start has them. */
    void up() {
        launcher("up", "--timings", "--no-training");
        List<String> services = processes().keySet().stream()
                .filter(name -> name.equals("gateway") || name.endsWith("-service"))
                .toList();
        if (!services.stream().allMatch(this::isTrained)) {
            launcher(Stream.concat(Stream.of("train"), services.stream()).toArray(String[]::new));
            launcher("down");
            launcher("up", "--timings", "--no-training");
        }
    }

    private boolean isTrained(String service) {
        try {
            return Files.readString(home.resolve("run/" + service + ".args")).contains("-XX:AOTCache=");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How the JVM of a service runs, without what is of this machine alone. */
    String flags(String service) {
        try (Stream<String> lines = Files.lines(home.resolve("run/" + service + ".args"))) {
            return lines.map(line -> line.replace("\"", ""))
                    .takeWhile(flag -> flag.startsWith("-"))
                    .filter(flag -> !flag.startsWith("-D") && !flag.equals("-jar"))
                    .map(flag -> flag.replaceAll("=/.*/", "="))
                    .collect(Collectors.joining(" "));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void down() {
        launcher("down");
    }

    void forget() {
        launcher("reset", "--yes");
    }

    /** Name → process number of everything that runs; the database and the broker too. */
    Map<String, Long> processes() {
        return read("pid");
    }

    /** Name → resident bytes. */
    Map<String, Long> memory() {
        return read("residentBytes");
    }

    /** What one process holds. */
    long megabytes(String process) {
        return memory().getOrDefault(process, 0L) >> 20;
    }

    private Map<String, Long> read(String field) {
        try {
            Process process = builder("status", "--json").start();
            JsonNode status = JsonMapper.shared().readTree(process.getInputStream());
            Map<String, Long> values = new TreeMap<>();
            for (JsonNode one : status.path("processes")) {
                values.put(one.path("name").asString(), one.path(field).asLong());
            }
            return values;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void launcher(String... words) {
        try {
            int outcome = builder(words).inheritIO().start().waitFor();
            if (outcome != 0) {
                throw new IllegalStateException("./niaga " + List.of(words) + " ended with " + outcome);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private ProcessBuilder builder(String... words) {
        ProcessBuilder builder = new ProcessBuilder();
        builder.command().add(root.resolve("niaga").toString());
        builder.command().addAll(List.of(words));
        builder.redirectError(ProcessBuilder.Redirect.INHERIT);
        Map<String, String> variables = builder.environment();
        variables.put("NIAGA_PORT_BASE", String.valueOf(PORT));
        variables.put("NIAGA_HOME", home.toString());
        for (String quota : List.of("READ", "WRITE", "CHECKOUT", "IMPORT", "REGISTRATION", "WEBHOOK")) {
            variables.put("NIAGA_QUOTA_" + quota, "100000000");
        }
        return builder;
    }
}
