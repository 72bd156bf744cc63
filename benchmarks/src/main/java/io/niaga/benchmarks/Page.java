package io.niaga.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The page of figures. What people wrote around its measured parts (why, before and after) stays as it is. */
record Page(Path file) {
    /** Puts the text between the marks of that part; a part that is new comes last. */
    void write(String part, String text) throws IOException {
        String page = Files.exists(file) ? Files.readString(file) : "# Performance\n";
        String begin = "<!-- " + part + " -->\n";
        String end = "<!-- /" + part + " -->";
        int at = page.indexOf(begin);
        if (at < 0) {
            page = page + "\n" + begin + end + "\n";
            at = page.indexOf(begin);
        }
        String before = page.substring(0, at + begin.length());
        Files.writeString(file, before + text + page.substring(page.indexOf(end, at)));
    }
}
