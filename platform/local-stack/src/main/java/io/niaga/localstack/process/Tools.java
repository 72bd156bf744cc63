package io.niaga.localstack.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Runs programs to their end on behalf of a start: an identity server's build, a training run. */
public final class Tools {
    private static final int LOG_END = 25;
    private final Set<Process> running = ConcurrentHashMap.newKeySet();

    /** Runs a program; anything but success → {@link StartFailed} with the end of its log. */
    public void run(String name, List<String> command, Map<String, String> environment, LogFile log) {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "JAVA_OPTS"));
        builder.environment().putAll(environment);
        builder.redirectErrorStream(true).redirectOutput(log.rotated().path().toFile());
        try {
            Process process = builder.start();
            running.add(process);
            int outcome = process.waitFor();
            running.remove(process);
            if (outcome != 0) {
                throw new StartFailed(
                        name + " failed with " + outcome + "; its log is " + log.path() + " and ends:",
                        log.tail(LOG_END));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailed(name + " was interrupted.", List.of());
        }
    }

    /** Kills what still runs, with the processes it started. */
    public void kill() {
        for (Process process : running) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }
}
