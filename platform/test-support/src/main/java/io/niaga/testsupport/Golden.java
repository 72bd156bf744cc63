package io.niaga.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.Assertions;

/**
 * Text that is generated from the code and committed: a test fails when the file is not what the code says.
 *
 * <p>With {@code -Dniaga.golden.update=true} the file is written instead. Line ends are {@code \n}, the last line has one.
 */
public final class Golden {
    private static final String UPDATE = "niaga.golden.update";

    private Golden() {}

    /** Compares a whole file, named relative to the repository's root. */
    public static void matches(Path relativeToRepoRoot, String actual) {
        matchesFile(Repository.root().resolve(relativeToRepoRoot), actual);
    }

    /**
     * Compares one section of a file that several modules write: what stands between {@code <!-- name -->} and
     * {@code <!-- /name -->}. A missing section is added at the end when updating.
     */
    public static void section(Path relativeToRepoRoot, String name, String actual) {
        sectionOfFile(Repository.root().resolve(relativeToRepoRoot), name, actual);
    }

    static void matchesFile(Path file, String actual) {
        String wanted = ended(actual);
        if (Boolean.getBoolean(UPDATE)) {
            write(file, wanted);
            return;
        }
        Assertions.assertThat(read(file)).as(stale(file)).isEqualTo(wanted);
    }

    static void sectionOfFile(Path file, String name, String actual) {
        String begin = "<!-- " + name + " -->\n";
        String end = "<!-- /" + name + " -->\n";
        String wanted = begin + ended(actual) + end;
        String text = read(file);
        int from = text.indexOf(begin);
        int to = text.indexOf(end);
        boolean known = from >= 0 && to >= from;
        if (Boolean.getBoolean(UPDATE)) {
            write(
                    file,
                    known
                            ? text.substring(0, from) + wanted + text.substring(to + end.length())
                            : text + (text.isEmpty() ? "" : "\n") + wanted);
            return;
        }
        String found = known ? text.substring(from, to + end.length()) : "";
        Assertions.assertThat(found).as(stale(file)).isEqualTo(wanted);
    }

    private static String stale(Path file) {
        return file.getFileName() + " is not what the code says; if the code is right, run the test with -D" + UPDATE
                + "=true";
    }

    private static String ended(String text) {
        String lines = text.replace("\r\n", "\n");
        return lines.endsWith("\n") ? lines : lines + "\n";
    }

    private static String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Path folder = file.getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
