package io.niaga.catalog.exchange.csv;

import java.io.IOException;
import java.io.Reader;
import java.util.Optional;

/** Lines of a text, none of them longer in memory than it may be. */
final class BoundedLines {
    private final Reader text;
    private final int longest;
    private int number;
    private boolean tooLong;

    BoundedLines(Reader text, int longest) {
        this.text = text;
        this.longest = longest;
    }

    /** The next line; empty at the end of the text. */
    Optional<String> next() {
        StringBuilder line = new StringBuilder();
        tooLong = false;
        try {
            int c = text.read();
            if (c < 0) {
                return Optional.empty();
            }
            number++;
            while (c >= 0 && c != '\n') {
                if (line.length() < longest) {
                    line.append((char) c);
                } else {
                    tooLong = true;
                }
                c = text.read();
            }
        } catch (IOException failed) {
            throw Utf8.failure(failed);
        }
        return Optional.of(line.toString());
    }

    /** Of the line that was read last, from 1. */
    int number() {
        return number;
    }

    /** Whether the line that was read last was cut. */
    boolean tooLong() {
        return tooLong;
    }
}
