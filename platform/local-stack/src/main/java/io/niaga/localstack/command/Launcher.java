package io.niaga.localstack.command;

import io.niaga.localstack.stack.Stack;
import io.niaga.localstack.stack.Training;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Finds the verb that was asked for; only one that changes something runs at a time. */
public final class Launcher {
    private static final int USAGE = 2;
    private static final String[] UP = {"--only", "--without", "--timings", "--no-seed", "--no-training"};
    private final Path root;
    private final Path keycloakZip;
    private final Map<String, String> environment;
    private final PrintStream out;

    public Launcher(Path root, Path keycloakZip, Map<String, String> environment, PrintStream out) {
        this.root = root;
        this.keycloakZip = keycloakZip;
        this.environment = Map.copyOf(environment);
        this.out = out;
    }

    /** The exit code: 0 done, 1 failed with a sentence that says why, 2 asked for in the wrong way, 3 not up. */
    public int run(List<String> words) {
        String verb = words.isEmpty() ? "help" : words.getFirst();
        List<String> rest = words.isEmpty() ? List.of() : words.subList(1, words.size());
        try {
            return run(verb, rest);
        } catch (IllegalArgumentException e) {
            out.println(e.getMessage());
            return USAGE;
        } catch (IllegalStateException e) {
            out.println(e.getMessage());
            return 1;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int run(String verb, List<String> rest) throws IOException {
        return switch (verb) {
            case "up" -> alone(() -> new Up(stack(), keycloakZip, environment, out).run(Options.of(rest, UP)));
            case "train" ->
                new Training(stack(), environment).run(Options.of(rest).names());
            case "down" -> alone(() -> new Down(stack(), out).run(Options.of(rest)));
            case "seed" -> alone(() -> new SeedAgain(stack(), out).run(Options.of(rest)));
            case "reset" -> alone(() -> new Reset(stack(), out, keyboard()).run(Options.of(rest, "--yes")));
            case "backup" -> alone(() -> new Backup(stack(), out).save(Options.of(rest)));
            case "restore" -> alone(() -> new Backup(stack(), out).restore(Options.of(rest)));
            case "status" ->
                new Status(stack(), out).run(Options.of(rest, "--json").has("--json"));
            case "logs" -> new Logs(stack(), out).run(Options.of(rest, "-f"));
            case "dead-letters" -> new DeadLetters(stack(), out).list(Options.of(rest, "--json", "--group="));
            case "redrive" -> new DeadLetters(stack(), out).redrive(Options.of(rest, "--group=", "--key="));
            case "compose-env" ->
                new ComposeEnv(stack(), out).run(Options.of(rest).names());
            case "help", "--help", "-h" -> help(0);
            default -> {
                out.println("./niaga " + verb + " does not exist.");
                yield help(USAGE);
            }
        };
    }

    private Stack stack() {
        return Stack.of(root, environment);
    }

    private static BufferedReader keyboard() {
        return new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    }

    private int alone(Verb verb) throws IOException {
        Path file = Files.createDirectories(stack().home().path()).resolve("lock");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            if (lock == null) {
                throw new IllegalStateException(
                        "Another ./niaga is at work in " + file.getParent() + ": wait for it to end.");
            }
            return verb.run();
        }
    }

    private int help(int outcome) throws IOException {
        try (var text = Launcher.class.getResourceAsStream("help.txt")) {
            out.print(new String(Objects.requireNonNull(text).readAllBytes(), StandardCharsets.UTF_8));
        }
        return outcome;
    }

    /** Something that changes the stack. */
    @FunctionalInterface
    private interface Verb {
        int run() throws IOException;
    }
}
