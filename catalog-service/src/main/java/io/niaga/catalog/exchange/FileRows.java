package io.niaga.catalog.exchange;

import java.io.InputStream;
import java.util.Iterator;
import java.util.List;

/** The rows of a file, one after the other; never more than one of them in memory. Throws {@link UnreadableFile}. */
public interface FileRows extends Iterator<FileRow> {
    /** Headings met so far that fill nothing, as many as are worth listing. */
    List<String> ignored();

    /** Opens files. */
    @FunctionalInterface
    interface Opening {
        FileRows open(FileFormat format, FileMapping mapping, InputStream file);
    }
}
