package io.niaga.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** Processor time that processes have used so far, user and system together, from {@code /proc/<pid>/stat}. */
record CpuTimes(Map<String, Duration> byProcess) {
    /** A clock tick of the kernel's accounting; 100 per second on every Linux that Niaga is measured on. */
    private static final long NANOS_PER_TICK = 10_000_000;

    static CpuTimes of(Map<String, Long> pids) {
        Map<String, Duration> times = new TreeMap<>();
        pids.forEach((name, pid) -> times.put(name, of(pid)));
        return new CpuTimes(times);
    }

    CpuTimes since(CpuTimes earlier) {
        Map<String, Duration> times = new TreeMap<>();
        byProcess.forEach(
                (name, time) -> times.put(name, time.minus(earlier.byProcess.getOrDefault(name, Duration.ZERO))));
        return new CpuTimes(times);
    }

    Duration total() {
        return byProcess.values().stream().reduce(Duration.ZERO, Duration::plus);
    }

    private static Duration of(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc", String.valueOf(pid), "stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            return Duration.ofNanos((Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * NANOS_PER_TICK);
        } catch (IOException e) {
            throw new UncheckedIOException("process " + pid + " is gone", e);
        }
    }
}
