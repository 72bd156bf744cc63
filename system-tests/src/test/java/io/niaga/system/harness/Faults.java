package io.niaga.system.harness;

import io.niaga.localstack.process.Running;
import io.niaga.localstack.stack.Stack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Ends, stops and starts single processes of the stack. A name nobody has is the caller's mistake. */
final class Faults {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int LOG_END = 40;
    private final StackHome home;
    private final Stack stack;
    private final Set<String> frozen = new HashSet<>();
    private final Set<String> different = new HashSet<>();

    Faults(StackHome home) {
        this.home = home;
        this.stack = home.stack();
    }

    /** SIGKILL; returns when the process is gone. */
    synchronized void kill(String name) {
        Running running = running(name);
        running.pid().handle().ifPresent(ProcessHandle::destroyForcibly);
        Waiting.until(PATIENCE, "the end of " + name, () -> !running.isAlive());
        frozen.remove(name);
    }

    /** SIGTERM, as a deployment does; SIGKILL when it takes longer than twenty seconds. */
    synchronized void stop(String name) {
        stack.processes().stop(List.of(running(name)), Duration.ofSeconds(20));
        frozen.remove(name);
    }

    /** Starts it with these variables on top of its own, and waits until it serves; one that runs otherwise is replaced. */
    synchronized void start(String name, Map<String, String> more) {
        known(name);
        home.niaga(more, "up", "--only", name, "--no-training");
        if (more.isEmpty()) {
            different.remove(name);
        } else {
            different.add(name);
        }
    }

    /** SIGSTOP: it keeps its connections and says nothing. */
    synchronized void freeze(String name) {
        signal("-STOP", name);
        frozen.add(name);
    }

    /** SIGCONT. */
    synchronized void thaw(String name) {
        signal("-CONT", name);
        frozen.remove(name);
    }

    boolean isReady(String name) {
        return stack.probe(known(name)).ready();
    }

    void awaitReady(String name) {
        Waiting.until(PATIENCE, name + " to be ready", () -> isReady(name));
    }

    /** As after the start: all runs, with its own variables. Cheap when nothing was broken. */
    synchronized void heal() {
        List.copyOf(frozen).forEach(this::thaw);
        if (!different.isEmpty() || !dead().isEmpty()) {
            home.niaga(Map.of(), "up", "--no-seed", "--no-training");
            different.clear();
        }
    }

    /** The same, one by one, but for that one: it keeps the variables it was started with. */
    synchronized void healBut(String kept) {
        List.copyOf(frozen).forEach(this::thaw);
        Set<String> broken = new TreeSet<>(different);
        broken.addAll(dead());
        broken.remove(kept);
        broken.forEach(name -> start(name, Map.of()));
    }

    /** Names of those that should run and do not. */
    List<String> dead() {
        return stack.names().stream()
                .filter(name -> found(name).filter(Running::isAlive).isEmpty())
                .toList();
    }

    /** Which of them are dead, each with the end of its log, and what others logged as errors last; for people. */
    List<String> report() {
        List<String> lines = new ArrayList<>();
        for (String name : dead()) {
            lines.add(name + " does not run; its log ends:");
            stack.processes().log(name).tail(LOG_END).forEach(line -> lines.add("  | " + line));
        }
        for (String name : stack.names()) {
            List<String> errors = stack.processes().log(name).tail(LOG_END * 10).stream()
                    .filter(line -> line.contains(" ERROR "))
                    .toList();
            errors.stream().skip(Math.max(0, errors.size() - 3)).forEach(line -> lines.add("  " + name + " | " + line));
        }
        return lines;
    }

    long pid(String name) {
        return running(name).pid().value();
    }

    private void signal(String signal, String name) {
        String pid = String.valueOf(running(name).pid().value());
        try {
            int outcome = new ProcessBuilder("kill", signal, pid).start().waitFor();
            if (outcome != 0) {
                throw new IllegalStateException("kill " + signal + " " + pid + " (" + name + "): " + outcome);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Running running(String name) {
        return found(known(name))
                .filter(Running::isAlive)
                .orElseThrow(() -> new IllegalStateException(name + " does not run"));
    }

    private Optional<Running> found(String name) {
        return stack.processes().table().find(name);
    }

    private String known(String name) {
        if (!stack.names().contains(name)) {
            throw new IllegalArgumentException(name + " is none of " + stack.names());
        }
        return name;
    }
}
