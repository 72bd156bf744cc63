package io.niaga.store;

import de.bwaldvogel.mongo.bson.ObjectId;
import io.netty.buffer.ByteBuf;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/** Values of {@code _id}: ordered exactly as their {@link KeyEncoding}, without encoding the usual types. */
final class IdType extends BasicDataType<Object> {
    private static final byte OBJECT_ID = 1;
    private static final byte TEXT = 2;
    private static final byte OTHER = 3;
    private static final int OBJECT_ID_BYTES = 12;

    @Override
    public int compare(Object a, Object b) {
        if (a.getClass() == b.getClass()) {
            switch (a) {
                case ObjectId id:
                    return id.compareTo((ObjectId) b);
                case Integer number:
                    return number.compareTo((Integer) b);
                case Long number:
                    return number.compareTo((Long) b);
                case String text:
                    return compareByCodePoint(text, (String) b);
                default:
            }
        }
        return Arrays.compareUnsigned(KeyEncoding.encode(a, false), KeyEncoding.encode(b, false));
    }

    /** UTF-8 compares by code point: surrogates, which stand for the highest ones, come last. */
    private static int compareByCodePoint(String a, String b) {
        int common = Math.min(a.length(), b.length());
        for (int i = 0; i < common; i++) {
            char x = a.charAt(i);
            char y = b.charAt(i);
            if (x != y) {
                boolean surrogate = Character.isSurrogate(x);
                return surrogate == Character.isSurrogate(y) ? x - y : surrogate ? 1 : -1;
            }
        }
        return a.length() - b.length();
    }

    @Override
    public int binarySearch(Object key, Object storage, int size, int guess) {
        return KeyType.search(this, key, (Object[]) storage, size);
    }

    @Override
    public int getMemory(Object id) {
        return 40;
    }

    @Override
    public void write(WriteBuffer to, Object id) {
        switch (id) {
            case ObjectId objectId -> to.put(OBJECT_ID).put(objectId.toByteArray());
            case String text -> {
                byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
                to.put(TEXT).putVarInt(bytes.length).put(bytes);
            }
            default -> {
                ByteBuf bson = Bson.encodeValue(id);
                to.put(OTHER).putVarInt(bson.writerIndex()).put(ByteBuffer.wrap(bson.array(), 0, bson.writerIndex()));
            }
        }
    }

    @Override
    public Object read(ByteBuffer from) {
        return switch (from.get()) {
            case OBJECT_ID -> {
                byte[] bytes = new byte[OBJECT_ID_BYTES];
                from.get(bytes);
                yield new ObjectId(bytes);
            }
            case TEXT -> new String(KeyType.readBytes(from), StandardCharsets.UTF_8);
            default -> Bson.decodeValue(KeyType.readBytes(from));
        };
    }

    @Override
    public Object[] createStorage(int size) {
        return new Object[size];
    }
}
