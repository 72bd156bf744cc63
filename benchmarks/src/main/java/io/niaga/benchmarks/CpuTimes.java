package io.niaga.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * Processor time that processes have used so far, user and system together, and the memory that they hold, from
 * {@code /proc/<pid>/stat}.
 */
record CpuTimes(Map<String, Duration> byProcess, double residentMegabytes) {
    /** A clock tick of the kernel's accounting; 100 per second on every Linux that Niaga is measured on. */
    private static final long NANOS_PER_TICK = 10_000_000;

    private static final double PAGES_PER_MEGABYTE = 256;

    static CpuTimes of(Map<String, Long> pids) {
        Map<String, Duration> times = new TreeMap<>();
        long pages = 0;
        for (Map.Entry<String, Long> one : pids.entrySet()) {
            String[] fields = stat(one.getValue());
            times.put(
                    one.getKey(),
                    Duration.ofNanos((Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * NANOS_PER_TICK));
            pages += Long.parseLong(fields[21]);
        }
        return new CpuTimes(times, pages / PAGES_PER_MEGABYTE);
    }

    CpuTimes since(CpuTimes earlier) {
        Map<String, Duration> times = new TreeMap<>();
        byProcess.forEach(
                (name, time) -> times.put(name, time.minus(earlier.byProcess.getOrDefault(name, Duration.ZERO))));
        return new CpuTimes(times, residentMegabytes);
    }

    Duration total() {
        return byProcess.values().stream().reduce(Duration.ZERO, Duration::plus);
    }

    /** The fields after the name, of which the first is the state. */
    private static String[] stat(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc", String.valueOf(pid), "stat"));
            return stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        } catch (IOException e) {
            throw new UncheckedIOException("process " + pid + " is gone", e);
        }
    }
}
