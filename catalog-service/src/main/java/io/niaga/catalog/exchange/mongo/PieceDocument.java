package io.niaga.catalog.exchange.mongo;

import io.niaga.catalog.exchange.ImportId;
import io.niaga.catalog.exchange.RowOutcome;
import io.niaga.types.FieldError;
import java.util.List;
import org.bson.Document;

/** The outcomes of one piece's rows, in the order of their lines. */
record PieceDocument(Document fields) {
    static final String IMPORT = "importId";
    static final String LAST_LINE = "lastLine";
    static final String KINDS = "kinds";

    static String id(ImportId id, int piece) {
        return id.value() + "/" + piece;
    }

    static Document of(ImportId id, int piece, List<RowOutcome> outcomes) {
        int last = outcomes.isEmpty() ? 0 : outcomes.getLast().line();
        return new Document("_id", id(id, piece))
                .append(IMPORT, id.value())
                .append(LAST_LINE, last)
                .append(
                        KINDS,
                        outcomes.stream()
                                .map(each -> each.kind().name())
                                .distinct()
                                .toList())
                .append("rows", outcomes.stream().map(PieceDocument::row).toList());
    }

    private static Document row(RowOutcome outcome) {
        Document row =
                new Document("l", outcome.line()).append("o", outcome.kind().name());
        FieldError why = outcome.why();
        return why == null
                ? row
                : row.append("c", why.code()).append("p", why.pointer()).append("m", why.message());
    }

    List<RowOutcome> outcomes() {
        return fields.getList("rows", Document.class).stream()
                .map(PieceDocument::outcome)
                .toList();
    }

    private static RowOutcome outcome(Document row) {
        FieldError why = row.containsKey("c")
                ? new FieldError(row.getString("p"), row.getString("c"), row.getString("m"))
                : null;
        return new RowOutcome(row.getInteger("l"), RowOutcome.Kind.valueOf(row.getString("o")), why);
    }
}
