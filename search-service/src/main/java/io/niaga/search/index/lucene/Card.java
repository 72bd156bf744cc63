package io.niaga.search.index.lucene;

import io.niaga.search.index.ProductEntry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** What an item shows besides its variant, kept as one value beside the product. */
public record Card(
        String id, String storeId, String slug, @Nullable String image, Map<String, String> names) {
    static Card of(ProductEntry product) {
        return new Card(product.id(), product.storeId(), product.slug(), product.image(), product.names());
    }

    BytesRef encode() {
        ByteBuffersDataOutput out = new ByteBuffersDataOutput();
        out.writeString(id);
        out.writeString(storeId);
        out.writeString(slug);
        out.writeString(image == null ? "" : image);
        out.writeMapOfStrings(names);
        return new BytesRef(out.toArrayCopy());
    }

    public static Card decode(BytesRef bytes) {
        try {
            ByteArrayDataInput in = new ByteArrayDataInput(bytes.bytes, bytes.offset, bytes.length);
            String id = in.readString();
            String storeId = in.readString();
            String slug = in.readString();
            String image = in.readString();
            return new Card(id, storeId, slug, image.isEmpty() ? null : image, in.readMapOfStrings());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
