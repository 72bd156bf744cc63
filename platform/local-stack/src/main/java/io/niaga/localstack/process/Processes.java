package io.niaga.localstack.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/**
 * Starts processes that live in a session of their own and outlast the launcher, and stops exactly those.
 *
 * <p>Nothing is ever signalled that does not match its record in number, start time and command.
 */
public final class Processes {
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final int LOG_END = 25;
    private static final boolean SETSID = onPath("setsid");

    private final ProcessTable table;
    private final Path logs;

    public Processes(ProcessTable table, Path logs) {
        this.table = table;
        this.logs = logs;
    }

    public ProcessTable table() {
        return table;
    }

    public LogFile log(String name) {
        return new LogFile(logs.resolve(name + ".log"));
    }

    /** Starts and records a process; returns at once. */
    public Running start(Launch launch) {
        ProcessBuilder builder = new ProcessBuilder(detached(launch.command()));
        // Options for some other Java program would change the flags that figures are taken with.
        builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "JAVA_OPTS"));
        builder.environment().putAll(launch.environment());
        builder.redirectErrorStream(true);
        builder.redirectOutput(log(launch.name()).rotated().path().toFile());
        builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        try {
            Process process = builder.start();
            Running running = record(launch, process);
            table.put(running);
            return running;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Running record(Launch launch, Process process) {
        Instant startedAt = process.info().startInstant().orElseGet(Instant::now);
        return new Running(
                launch.name(),
                new Pid(process.pid()),
                startedAt,
                launch.port(),
                launch.version(),
                launch.marker(),
                launch.fingerprint());
    }

    /** Waits until the process serves; it dies or takes too long → {@link StartFailed}. */
    public void awaitReady(Launch launch, Running running) {
        Instant deadline = Instant.now().plus(launch.patience());
        while (!launch.probe().ready()) {
            if (!running.pid().runs()) {
                throw failed(launch.name(), "ended while starting");
            }
            if (Instant.now().isAfter(deadline)) {
                throw failed(
                        launch.name(),
                        "was not ready after " + launch.patience().toSeconds() + " s");
            }
            pause();
        }
        if (!running.pid().runs()) {
            throw failed(launch.name(), "ended, and something else answers on port " + launch.port());
        }
    }

    /** A failure that names a process, says what happened, and shows the end of its log. */
    public StartFailed failed(String name, String what) {
        LogFile log = log(name);
        return new StartFailed(name + " " + what + "; its log is " + log.path() + " and ends:", log.tail(LOG_END));
    }

    /** Asks all to end, waits, kills what is left, and forgets them. */
    public void stop(List<Running> group, Duration grace) {
        List<Running> alive =
                new ArrayList<>(group.stream().filter(Running::isAlive).toList());
        alive.forEach(running -> running.pid().handle().ifPresent(ProcessHandle::destroy));
        Instant deadline = Instant.now().plus(grace);
        while (!alive.isEmpty() && Instant.now().isBefore(deadline)) {
            alive.removeIf(running -> !running.isAlive());
            pause();
        }
        alive.forEach(Processes::kill);
        group.forEach(running -> table.remove(running.name()));
    }

    private static void kill(Running running) {
        running.pid().handle().ifPresent(handle -> {
            handle.descendants().forEach(ProcessHandle::destroyForcibly);
            handle.destroyForcibly();
        });
        Instant deadline = Instant.now().plusSeconds(5);
        while (running.isAlive() && Instant.now().isBefore(deadline)) {
            pause();
        }
    }

    private static void pause() {
        LockSupport.parkNanos(PAUSE.toNanos());
    }

    /** A session of its own keeps Ctrl-C and a closed terminal away from what runs on. */
    private static List<String> detached(List<String> command) {
        if (!SETSID) {
            return command;
        }
        List<String> detached = new ArrayList<>(List.of("setsid"));
        detached.addAll(command);
        return detached;
    }

    private static boolean onPath(String program) {
        Map<String, String> environment = System.getenv();
        for (String directory : environment.getOrDefault("PATH", "").split(":", -1)) {
            if (!directory.isEmpty() && Files.isExecutable(Path.of(directory, program))) {
                return true;
            }
        }
        return false;
    }
}
