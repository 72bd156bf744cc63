package io.niaga.catalog.exchange;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a file's rows into pieces: of about so many rows, not too large in memory, and where it can be not between the lines of
 * one product. The same file is always cut in the same places.
 */
final class TakePieces implements Iterator<List<FileRow>> {
    private static final int MOST_CHARACTERS = 4_000_000;

    private final FileRows rows;
    private final int usual;
    private @Nullable FileRow next;

    TakePieces(FileRows rows, int usual) {
        this.rows = rows;
        this.usual = usual;
        this.next = rows.hasNext() ? rows.next() : null;
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public List<FileRow> next() {
        List<FileRow> piece = new ArrayList<>();
        int characters = 0;
        FileRow row = next;
        while (row != null) {
            piece.add(row);
            characters += row.size();
            FileRow following = rows.hasNext() ? rows.next() : null;
            boolean full = piece.size() >= usual && !sameProduct(row, following);
            if (full || piece.size() >= usual + usual / 2 || characters > MOST_CHARACTERS) {
                next = following;
                return piece;
            }
            row = following;
        }
        next = null;
        return piece;
    }

    private static boolean sameProduct(FileRow row, @Nullable FileRow following) {
        String product = row.fields().get(FileField.PRODUCT);
        return following != null
                && product != null
                && Objects.equals(product, following.fields().get(FileField.PRODUCT));
    }
}
