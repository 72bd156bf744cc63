package io.niaga.catalog.exchange.csv;

import io.niaga.catalog.exchange.FileFormat;
import io.niaga.catalog.exchange.FileMapping;
import io.niaga.catalog.exchange.FileRows;
import java.io.InputStream;

/** Opens product files. */
public final class ProductFiles implements FileRows.Opening {
    static final int MOST_IGNORED = 1_000;

    @Override
    public FileRows open(FileFormat format, FileMapping mapping, InputStream file) {
        return switch (format) {
            case CSV -> new CsvRows(mapping, file);
            case NDJSON -> new JsonRows(mapping, file);
        };
    }
}
