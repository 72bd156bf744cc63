package io.niaga.localstack.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The command line of a Java process: short and recognisable, its long arguments in a file beside it.
 *
 * @param home the folder of this stack, which tells its processes from another stack's
 */
public record JavaCommand(Path home, String name) {
    private static final Path JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toAbsolutePath();

    public static String java() {
        return JAVA.toString();
    }

    public String marker() {
        return "-Dniaga.process=" + name + "@" + home;
    }

    /**
     * The command that runs with these options, main class and arguments.
     *
     * <p>Other arguments make another command, though they stand in the file: a changed one is not taken for the same. Only
     * an AOT cache makes none: it may be there from the next start on, and what runs without it runs well.
     */
    public List<String> of(List<String> arguments) {
        Path file = home.resolve("run").resolve(name + ".args");
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(
                    file, arguments.stream().map(JavaCommand::quoted).collect(Collectors.joining("\n", "", "\n")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.of(java(), marker(), "-Dniaga.launch=" + Integer.toHexString(identity(arguments)), "@" + file);
    }

    private static int identity(List<String> arguments) {
        return arguments.stream()
                .filter(argument -> !argument.startsWith("-XX:AOTCache="))
                .toList()
                .hashCode();
    }

    private static String quoted(String argument) {
        return '"' + argument.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
