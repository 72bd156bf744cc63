package io.niaga.localstack.process;

import java.time.Duration;
import java.time.Instant;
import java.util.Properties;

/** A process this stack has started, as remembered between two calls of the launcher. */
public record Running(
        String name, Pid pid, Instant startedAt, int port, String version, String marker, String fingerprint) {
    /** The system tells a start time only to within its clock's drift since boot. */
    private static final Duration DRIFT = Duration.ofSeconds(3);

    /**
     * Whether the number still belongs to the process that was started: number, start time and command agree. One that was
     * killed has lost its command line and still holds its ports: it lives until the system has taken it down.
     */
    public boolean isAlive() {
        return pid.runs()
                && Duration.between(startedAt, pid.startedAt()).abs().compareTo(DRIFT) <= 0
                && isMine(pid.commandLine());
    }

    private boolean isMine(String commandLine) {
        return commandLine.isBlank() || commandLine.contains(marker);
    }

    Properties asProperties() {
        Properties properties = new Properties();
        properties.setProperty("name", name);
        properties.setProperty("pid", String.valueOf(pid.value()));
        properties.setProperty("startedAt", startedAt.toString());
        properties.setProperty("port", String.valueOf(port));
        properties.setProperty("version", version);
        properties.setProperty("marker", marker);
        properties.setProperty("fingerprint", fingerprint);
        return properties;
    }

    static Running of(Properties properties) {
        return new Running(
                properties.getProperty("name"),
                new Pid(Long.parseLong(properties.getProperty("pid"))),
                Instant.parse(properties.getProperty("startedAt")),
                Integer.parseInt(properties.getProperty("port")),
                properties.getProperty("version"),
                properties.getProperty("marker"),
                properties.getProperty("fingerprint"));
    }
}
