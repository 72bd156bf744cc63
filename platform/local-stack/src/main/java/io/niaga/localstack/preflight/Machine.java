package io.niaga.localstack.preflight;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the machine has left, in megabytes. */
public record Machine(long freeMemory, long freeDisk) {
    private static final long KIBIBYTES = 1024;
    private static final long MEGABYTE = 1024 * 1024;

    /** Measures now; what cannot be told counts as plenty. */
    public static Machine at(Path folder) {
        return new Machine(Math.min(available(), leftInContainer()), disk(folder));
    }

    private static long available() {
        try {
            for (String line : Files.readAllLines(Path.of("/proc/meminfo"), StandardCharsets.US_ASCII)) {
                if (line.startsWith("MemAvailable:")) {
                    return Long.parseLong(line.replaceAll("\\D", "")) / KIBIBYTES;
                }
            }
        } catch (IOException e) {
            return Long.MAX_VALUE;
        }
        return Long.MAX_VALUE;
    }

    private static long leftInContainer() {
        try {
            String limit =
                    Files.readString(Path.of("/sys/fs/cgroup/memory.max")).strip();
            String used =
                    Files.readString(Path.of("/sys/fs/cgroup/memory.current")).strip();
            return limit.equals("max") ? Long.MAX_VALUE : (Long.parseLong(limit) - Long.parseLong(used)) / MEGABYTE;
        } catch (IOException e) {
            return Long.MAX_VALUE;
        }
    }

    private static long disk(Path folder) {
        Path existing = folder.toAbsolutePath();
        while (!Files.exists(existing) && existing.getParent() != null) {
            existing = existing.getParent();
        }
        try {
            return Files.getFileStore(existing).getUsableSpace() / MEGABYTE;
        } catch (IOException e) {
            return Long.MAX_VALUE;
        }
    }
}
