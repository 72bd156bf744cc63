package io.niaga.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Map.Entry;
import java.util.stream.Collectors;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordingFile;

/**
 * Where processor time goes while something is under load: by kind of thread from {@code /proc}, and by library and method from
 * the JDK's own recorder, which samples processor time (JEP 509) in every process at once.
 */
final class Profiler {
    private static final String RECORDING = "niaga-benchmark";
    private static final String SAMPLE = "jdk.CPUTimeSample";
    private static final String COLLECTION = "jdk.GarbageCollection";
    private static final int LINES = 12;
    private final Map<String, Long> pids;
    private final Path folder;

    Profiler(Map<String, Long> pids, Path folder) {
        this.pids = pids;
        this.folder = folder;
    }

    /** Runs the load and tells what each process spent per operation, the dearest first. */
    String profile(Load load, Profile.Operation operation, Duration window) throws IOException, InterruptedException {
        Path settings = Files.writeString(folder.resolve("profile.jfc"), """
                <?xml version="1.0" encoding="UTF-8"?>
                <configuration version="2.0"><event name="jdk.CPUTimeSample">
                <setting name="enabled">true</setting><setting name="throttle">500/s</setting><setting name="stackTrace">true</setting>
                </event><event name="jdk.GarbageCollection"><setting name="enabled">true</setting></event></configuration>
                """);
        for (long pid : pids.values()) {
            jcmd(pid, "JFR.start", "name=" + RECORDING, "settings=" + settings);
        }
        Map<String, Map<String, Long>> before = threads();
        long operations = load.closed(operation, window).operations();
        Map<String, Map<String, Long>> after = threads();
        List<Entry<Double, String>> told = new ArrayList<>();
        for (Entry<String, Long> process : pids.entrySet()) {
            Path recorded = folder.resolve("profile-" + process.getKey() + ".jfr");
            jcmd(process.getValue(), "JFR.stop", "name=" + RECORDING, "filename=" + recorded);
            Map<String, Double> spent = spent(
                    before.getOrDefault(process.getKey(), Map.of()),
                    after.getOrDefault(process.getKey(), Map.of()),
                    operations);
            double total =
                    spent.values().stream().mapToDouble(Double::doubleValue).sum();
            told.add(Map.entry(total, described(process.getKey(), total, spent, recorded)));
        }
        return operations + " operations; milliseconds of processor time per operation\n"
                + told.stream()
                        .sorted(Entry.<Double, String>comparingByKey().reversed())
                        .map(Entry::getValue)
                        .collect(Collectors.joining());
    }

    private static String described(String process, double total, Map<String, Double> threads, Path recorded)
            throws IOException {
        List<List<String>> samples = new ArrayList<>();
        List<Duration> pauses = new ArrayList<>();
        try (RecordingFile file = new RecordingFile(recorded)) {
            while (file.hasMoreEvents()) {
                RecordedEvent event = file.readEvent();
                RecordedStackTrace stack = event.getStackTrace();
                String type = event.getEventType().getName();
                if (type.equals(COLLECTION)) {
                    pauses.add(event.getDuration("sumOfPauses"));
                } else if (type.equals(SAMPLE)
                        && stack != null
                        && !stack.getFrames().isEmpty()) {
                    samples.add(stack.getFrames().stream().map(Profiler::name).toList());
                }
            }
        }
        Map<String, Long> libraries =
                samples.stream().collect(Collectors.groupingBy(Profiler::library, Collectors.counting()));
        Map<String, Long> methods =
                samples.stream().collect(Collectors.groupingBy(List::getFirst, Collectors.counting()));
        return String.format(Locale.ROOT, "%n%s %.3f ms; threads: %s%n", process, total, top(threads, "%.3f"))
                + "  libraries: " + shares(libraries, samples.size()) + "\n  methods: "
                + shares(methods, samples.size())
                + "\n  pauses of the collector: " + told(pauses)
                + "\n";
    }

    private static String told(List<Duration> pauses) {
        long longest = pauses.stream().mapToLong(Duration::toMillis).max().orElse(0);
        long all = pauses.stream().mapToLong(Duration::toNanos).sum() / 1_000_000;
        return "%d, the longest %d ms, together %d ms".formatted(pauses.size(), longest, all);
    }

    private static String top(Map<String, Double> figures, String format) {
        return figures.entrySet().stream()
                .sorted(Entry.<String, Double>comparingByValue().reversed())
                .map(one -> one.getKey() + " " + String.format(Locale.ROOT, format, one.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String shares(Map<String, Long> counts, int all) {
        return counts.entrySet().stream()
                .sorted(Entry.<String, Long>comparingByValue().reversed())
                .limit(LINES)
                .map(one -> one.getKey() + " " + Math.round(100.0 * one.getValue() / all) + " %")
                .collect(Collectors.joining(", "));
    }

    /** The first frame from the top that is nobody's plumbing says whose work it is. */
    private static String library(List<String> stack) {
        for (String frame : stack) {
            if (!frame.startsWith("java.") && !frame.startsWith("jdk.") && !frame.startsWith("sun.")) {
                String[] names = frame.split("\\.", -1);
                return String.join(".", List.of(names).subList(0, Math.min(3, Math.max(1, names.length - 2))));
            }
        }
        return "JDK alone";
    }

    private static String name(RecordedFrame frame) {
        return frame.getMethod().getType().getName() + "." + frame.getMethod().getName();
    }

    private static Map<String, Double> spent(Map<String, Long> before, Map<String, Long> after, long operations) {
        Map<String, Double> spent = new HashMap<>();
        after.forEach((kind, ticks) -> spent.put(kind, (ticks - before.getOrDefault(kind, 0L)) * 10.0 / operations));
        return spent;
    }

    private Map<String, Map<String, Long>> threads() throws IOException {
        Map<String, Map<String, Long>> all = new HashMap<>();
        for (Entry<String, Long> process : pids.entrySet()) {
            Map<String, Long> kinds = new HashMap<>();
            try (var tasks = Files.list(Path.of("/proc", process.getValue().toString(), "task"))) {
                for (Path task : tasks.toList()) {
                    count(task, kinds);
                }
            }
            all.put(process.getKey(), kinds);
        }
        return all;
    }

    private static void count(Path task, Map<String, Long> kinds) throws IOException {
        String stat = Files.readString(task.resolve("stat"));
        int end = stat.lastIndexOf(')');
        String name = stat.substring(stat.indexOf('(') + 1, end);
        String[] fields = stat.substring(end + 2).split(" ", -1);
        String kind = name.contains("CompilerThre") ? "compilers" : name.startsWith("VM Thread") ? "GC" : "work";
        kinds.merge(kind, Long.parseLong(fields[11]) + Long.parseLong(fields[12]), Long::sum);
    }

    private static void jcmd(long pid, String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), String.valueOf(pid)));
        command.addAll(List.of(words));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(command + ": " + said);
        }
    }
}
