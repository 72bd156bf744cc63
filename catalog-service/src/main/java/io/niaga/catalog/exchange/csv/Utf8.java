package io.niaga.catalog.exchange.csv;

import io.niaga.catalog.exchange.UnreadableFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Text files: UTF-8 and nothing else, with or without a byte order mark. */
final class Utf8 {
    private static final int BUFFER = 1 << 16;

    private Utf8() {}

    static Reader reader(InputStream file) {
        try {
            PushbackInputStream start = new PushbackInputStream(file, 3);
            byte[] mark = start.readNBytes(3);
            boolean utf8 =
                    mark.length == 3 && mark[0] == (byte) 0xEF && mark[1] == (byte) 0xBB && mark[2] == (byte) 0xBF;
            if (!utf8) {
                start.unread(mark);
            }
            return new BufferedReader(
                    new InputStreamReader(
                            start,
                            StandardCharsets.UTF_8
                                    .newDecoder()
                                    .onMalformedInput(CodingErrorAction.REPORT)
                                    .onUnmappableCharacter(CodingErrorAction.REPORT)),
                    BUFFER);
        } catch (IOException failed) {
            throw failure(failed);
        }
    }

    /** What a failure to read means. */
    static RuntimeException failure(IOException failed) {
        return failed instanceof CharacterCodingException
                ? new UnreadableFile("FILE_NOT_UTF8", "The file is not UTF-8 text.")
                : new UncheckedIOException(failed);
    }
}
