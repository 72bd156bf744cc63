package io.niaga.search.index.lucene;

import java.io.IOException;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.util.Bits;

/** Reads from an opened index what its writer must know: the notes, and how far each product is. */
final class Memory {
    private Memory() {}

    static void load(IndexReader reader, Consumer<Note> notes, Map<String, Long> sequences) throws IOException {
        for (LeafReaderContext leaf : reader.leaves()) {
            loadNotes(leaf.reader(), notes);
            loadSequences(leaf.reader(), sequences);
        }
    }

    private static void loadNotes(LeafReader leaf, Consumer<Note> notes) throws IOException {
        Bits live = leaf.getLiveDocs();
        BinaryDocValues contents = DocValues.getBinary(leaf, Fields.CONTENT);
        while (contents.nextDoc() != BinaryDocValues.NO_MORE_DOCS) {
            if (live == null || live.get(contents.docID())) {
                notes.accept(Note.read(contents.binaryValue()));
            }
        }
    }

    private static void loadSequences(LeafReader leaf, Map<String, Long> sequences) throws IOException {
        Bits live = leaf.getLiveDocs();
        BinaryDocValues cards = DocValues.getBinary(leaf, Fields.CARD);
        NumericDocValues told = DocValues.getNumeric(leaf, Fields.SEQUENCE);
        while (cards.nextDoc() != BinaryDocValues.NO_MORE_DOCS) {
            if ((live == null || live.get(cards.docID())) && told.advanceExact(cards.docID())) {
                sequences.put(Card.decode(cards.binaryValue()).id(), told.longValue());
            }
        }
    }
}
