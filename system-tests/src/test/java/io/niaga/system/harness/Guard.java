package io.niaga.system.harness;

import io.niaga.localstack.Niaga;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Stops the stack however the run of tests ends, {@code kill -9} included: a shell that waits for the end of a pipe which
 * this process holds open, then calls {@code niaga down}.
 */
final class Guard {
    private static final String WAIT = "cat >/dev/null; exec \"$0\" \"$@\"";
    private final Process shell;

    private Guard(Process shell) {
        this.shell = shell;
    }

    static Guard over(StackHome home) {
        List<String> command = new ArrayList<>();
        // A session of its own is not reached by Ctrl-C.
        if (Stream.of("/usr/bin/setsid", "/bin/setsid").anyMatch(file -> Files.isExecutable(Path.of(file)))) {
            command.add("setsid");
        }
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        command.addAll(List.of("sh", "-c", WAIT, java, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx64m"));
        command.addAll(List.of("-Dniaga.root=" + StackHome.root(), "-Dniaga.keycloak.zip=" + StackHome.keycloakZip()));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Niaga.class.getName(), "down"));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(home.environment());
        File log = home.folder().resolve("guard.log").toFile();
        builder.redirectErrorStream(true).redirectOutput(log);
        try {
            return new Guard(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** There is nothing left to guard. */
    void dismiss() {
        shell.destroyForcibly();
    }
}
