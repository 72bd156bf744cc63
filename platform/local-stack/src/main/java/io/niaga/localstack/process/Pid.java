package io.niaga.localstack.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/** A process of this machine by its number, which may have ended or have been given to another since. */
public record Pid(long value) {
    private static final long KIBIBYTE = 1024;

    /** Whether something runs under this number; an ended process nobody has reaped does not run. */
    public boolean runs() {
        return handle().map(ProcessHandle::isAlive).orElse(false) && !ended();
    }

    public Optional<ProcessHandle> handle() {
        return ProcessHandle.of(value);
    }

    public Instant startedAt() {
        return handle().flatMap(handle -> handle.info().startInstant()).orElse(Instant.EPOCH);
    }

    /** The command with its arguments, empty when it cannot be told. */
    public String commandLine() {
        try {
            return Files.readString(Path.of("/proc", String.valueOf(value), "cmdline"), StandardCharsets.ISO_8859_1)
                    .replace('\0', ' ');
        } catch (IOException e) {
            return handle().flatMap(handle -> handle.info().commandLine()).orElse("");
        }
    }

    /** Resident memory in bytes, 0 when it cannot be told. */
    public long residentBytes() {
        return line("/proc/" + value + "/status", "VmRSS:").map(Pid::kibibytes).orElseGet(this::residentByPs);
    }

    /** The first thread may have ended and be waited for while others, killed with it, still hold files and ports. */
    private boolean ended() {
        String status = "/proc/" + value + "/status";
        boolean first = line(status, "State:")
                .map(state -> state.startsWith("Z") || state.startsWith("X"))
                .orElse(false);
        return first
                && line(status, "Threads:").map(threads -> threads.equals("1")).orElse(true);
    }

    private long residentByPs() {
        try {
            Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", String.valueOf(value)).start();
            String answer = new String(ps.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            return answer.isBlank() ? 0 : kibibytes(answer);
        } catch (IOException e) {
            return 0;
        }
    }

    private static long kibibytes(String text) {
        return Long.parseLong(text.replaceAll("\\D", "")) * KIBIBYTE;
    }

    private static Optional<String> line(String file, String label) {
        try {
            return Files.readAllLines(Path.of(file), StandardCharsets.ISO_8859_1).stream()
                    .filter(line -> line.startsWith(label))
                    .map(line -> line.substring(label.length()).strip())
                    .findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
