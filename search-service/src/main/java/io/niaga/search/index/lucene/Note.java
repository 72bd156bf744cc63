package io.niaga.search.index.lucene;

import io.niaga.search.index.Availability;
import io.niaga.search.index.CategoryEntry;
import io.niaga.search.index.StockKey;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.util.BytesRef;

/** What must be known again after a restart and is no product: small documents without text. */
sealed interface Note {
    String id();

    long sequence();

    /** A product that is not on sale; an older record must not bring it back. */
    record Gone(String id, long sequence) implements Note {}

    record Category(CategoryEntry entry, long sequence) implements Note {
        @Override
        public String id() {
            return entry.id();
        }
    }

    record Stock(StockKey key, Availability availability, long sequence) implements Note {
        @Override
        public String id() {
            return key.toString();
        }
    }

    static Term term(String id) {
        return new Term(Fields.NOTE, id);
    }

    default Document document() throws IOException {
        Document document = new Document();
        document.add(new StringField(Fields.KIND, Fields.KIND_NOTE, Field.Store.NO));
        document.add(new StringField(Fields.NOTE, id(), Field.Store.NO));
        if (this instanceof Gone) {
            // It takes the place of the product's block.
            document.add(new StringField(Fields.PRODUCT, id(), Field.Store.NO));
        }
        ByteBuffersDataOutput out = new ByteBuffersDataOutput();
        switch (this) {
            case Gone _ -> out.writeByte((byte) 'g');
            case Category _ -> out.writeByte((byte) 'c');
            case Stock _ -> out.writeByte((byte) 's');
        }
        out.writeString(id());
        out.writeLong(sequence());
        switch (this) {
            case Gone _ -> {}
            case Category category -> write(category.entry(), out);
            case Stock stock -> out.writeByte((byte) stock.availability().rank());
        }
        document.add(new BinaryDocValuesField(Fields.CONTENT, new BytesRef(out.toArrayCopy())));
        return document;
    }

    static Note read(BytesRef content) throws IOException {
        ByteArrayDataInput in = new ByteArrayDataInput(content.bytes, content.offset, content.length);
        byte kind = in.readByte();
        String id = in.readString();
        long sequence = in.readLong();
        return switch (kind) {
            case 'g' -> new Gone(id, sequence);
            case 'c' -> new Category(category(id, in), sequence);
            case 's' -> new Stock(StockKey.of(id), Availability.ofRank(in.readByte()), sequence);
            default -> throw new IOException("there is no note of kind " + kind);
        };
    }

    private static void write(CategoryEntry entry, ByteBuffersDataOutput out) throws IOException {
        out.writeString(entry.storeId());
        out.writeVInt(entry.idPath().size());
        for (int i = 0; i < entry.idPath().size(); i++) {
            out.writeString(entry.idPath().get(i));
            out.writeString(entry.slugPath().get(i));
        }
        out.writeMapOfStrings(entry.names());
    }

    private static CategoryEntry category(String id, ByteArrayDataInput in) throws IOException {
        String store = in.readString();
        int length = in.readVInt();
        List<String> ids = new ArrayList<>(length);
        List<String> slugs = new ArrayList<>(length);
        for (int i = 0; i < length; i++) {
            ids.add(in.readString());
            slugs.add(in.readString());
        }
        Map<String, String> names = in.readMapOfStrings();
        return new CategoryEntry(id, store, ids, slugs, names);
    }
}
