package io.niaga.catalog.product;

import io.niaga.types.Sku;
import java.util.Set;

/**
 * Which piece of which import wrote a product last, and what became of its rows: so that a piece that is repeated after a
 * crash counts what the first try did.
 */
public record ImportMark(String importId, int piece, Set<Sku> created, Set<Sku> changed) {
    public ImportMark {
        created = Set.copyOf(created);
        changed = Set.copyOf(changed);
    }

    public boolean is(String otherImport, int otherPiece) {
        return importId.equals(otherImport) && piece == otherPiece;
    }
}
