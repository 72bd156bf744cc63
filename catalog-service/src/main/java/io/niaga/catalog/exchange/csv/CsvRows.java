package io.niaga.catalog.exchange.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.niaga.catalog.exchange.FileField;
import io.niaga.catalog.exchange.FileMapping;
import io.niaga.catalog.exchange.FileRow;
import io.niaga.catalog.exchange.FileRows;
import io.niaga.catalog.exchange.UnreadableFile;
import io.niaga.types.FieldError;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.Supplier;

/** The rows of a CSV file (RFC 4180): headings first, quoted line breaks, blank lines skipped. */
final class CsvRows implements FileRows {
    private static final int LONGEST_CELL = 1 << 19;

    private final FileMapping mapping;
    private final Iterator<CsvRecord> records;
    private final List<String> headings;
    private final List<List<String>> filled;

    CsvRows(FileMapping mapping, InputStream file) {
        this.mapping = mapping;
        this.records = CsvReader.builder()
                .skipEmptyLines(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .maxBufferSize(LONGEST_CELL)
                .ofCsvRecord(Utf8.reader(file))
                .iterator();
        if (!reading(records::hasNext)) {
            throw new UnreadableFile("FILE_EMPTY", "The file has no line of headings.");
        }
        this.headings =
                reading(records::next).getFields().stream().map(String::strip).toList();
        this.filled = headings.stream().map(mapping::filledBy).toList();
        checkHeadings();
    }

    private void checkHeadings() {
        Set<String> seen = new HashSet<>();
        for (String heading : headings) {
            if (!heading.isEmpty() && !seen.add(heading)) {
                throw new UnreadableFile("HEADING_TWICE", "The heading " + heading + " is there twice.");
            }
        }
        Set<String> fields = new HashSet<>();
        filled.forEach(fields::addAll);
        require(fields.contains(FileField.SKU), FileField.SKU);
        require(fields.contains(FileField.PRICE), FileField.PRICE);
        require(
                fields.stream().anyMatch(field -> field.equals(FileField.NAME) || field.startsWith("name.")),
                FileField.NAME);
        mapping.fields().forEach((field, heading) -> require(seen.contains(heading), heading));
        mapping.packed().keySet().forEach(heading -> require(seen.contains(heading), heading));
    }

    private static void require(boolean there, String column) {
        if (!there) {
            throw new UnreadableFile("COLUMN_MISSING", "The file has no column " + column + ".");
        }
    }

    @Override
    public boolean hasNext() {
        return reading(records::hasNext);
    }

    @Override
    public FileRow next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        CsvRecord cells = reading(records::next);
        int line = Math.toIntExact(cells.getStartingLineNumber());
        if (cells.getFieldCount() > headings.size()) {
            return FileRow.unreadable(
                    line, new FieldError("", "TOO_MANY_CELLS", "The row has more cells than there are headings."));
        }
        RowFields row = new RowFields(line);
        for (int i = 0; i < cells.getFieldCount(); i++) {
            String cell = cells.getField(i);
            filled.get(i).forEach(field -> row.put(field, cell));
            mapping.unpacked(headings.get(i), cell).forEach(row::put);
        }
        return row.row();
    }

    @Override
    public List<String> ignored() {
        return new ArrayList<>(headings.stream()
                .filter(heading -> !mapping.isUsed(heading))
                .limit(ProductFiles.MOST_IGNORED)
                .toList());
    }

    private static <T> T reading(Supplier<T> step) {
        try {
            return step.get();
        } catch (UncheckedIOException failed) {
            IOException cause = failed.getCause();
            throw cause == null ? failed : Utf8.failure(cause);
        } catch (CsvParseException malformed) {
            throw new UnreadableFile("FILE_MALFORMED", "The file is not CSV: " + malformed.getMessage());
        }
    }
}
