package io.niaga.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The store as a process of its own, with the class path of the tests and the heap it is meant to have. */
final class StoreProcess implements AutoCloseable {
    private static final Duration DEADLINE = Duration.ofSeconds(30);
    private static final Pattern READY = Pattern.compile("READY port=(\\d+) pid=(\\d+) ms=\\d+");

    private final Process process;
    private final List<String> output = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Integer> port = new CompletableFuture<>();

    private StoreProcess(Process process) {
        this.process = process;
        Thread.ofPlatform().daemon().start(() -> follow(process.inputReader()));
    }

    /** Starts it on a free port; does not wait until it is ready. */
    static StoreProcess launch(String... arguments) {
        return withHeap("128m", arguments);
    }

    static StoreProcess withHeap(String heap, String... arguments) {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap,
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath,
                EmbeddedStoreMain.class.getName()));
        command.addAll(List.of(arguments));
        try {
            return new StoreProcess(
                    new ProcessBuilder(command).redirectErrorStream(true).start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static StoreProcess onFile(Path file, String... arguments) {
        List<String> all = new ArrayList<>(List.of("--file=" + file, "--port=0"));
        all.addAll(List.of(arguments));
        return launch(all.toArray(String[]::new));
    }

    private void follow(BufferedReader lines) {
        lines.lines().forEach(line -> {
            output.add(line);
            Matcher ready = READY.matcher(line);
            if (ready.matches()) {
                port.complete(Integer.parseInt(ready.group(1)));
            }
        });
        port.completeExceptionally(new IllegalStateException("ended: " + output));
    }

    String uri() {
        try {
            return "mongodb://127.0.0.1:" + port.get(DEADLINE.toSeconds(), TimeUnit.SECONDS)
                    + "/?retryReads=false&retryWrites=false";
        } catch (Exception e) {
            throw new IllegalStateException("not ready: " + output + threads(), e);
        }
    }

    private String threads() {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        try {
            Process dump = new ProcessBuilder(jcmd, String.valueOf(process.pid()), "Thread.print").start();
            return new String(dump.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return e.toString();
        }
    }

    List<String> output() {
        return output;
    }

    /** SIGKILL, whatever it is doing. */
    void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** SIGTERM. */
    void stop() {
        process.destroy();
        awaitEnd();
    }

    int awaitEnd() {
        try {
            if (!process.waitFor(DEADLINE.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("does not end: " + output);
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            kill();
        }
    }
}
