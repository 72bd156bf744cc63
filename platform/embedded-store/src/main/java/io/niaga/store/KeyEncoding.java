package io.niaga.store;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.BsonTimestamp;
import de.bwaldvogel.mongo.bson.LegacyUUID;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import de.bwaldvogel.mongo.bson.ObjectId;
import io.netty.buffer.ByteBuf;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Values as bytes that compare, unsigned, as MongoDB orders the values: a tag for the type, then bytes that end by
 * themselves, so that encodings can be strung together. Equal values of different number types have equal encodings, a
 * missing value that of null. Descending: every byte inverted.
 */
final class KeyEncoding {
    /** Stands for an array without elements, which an index must find nowhere but in a scan. */
    static final Object EMPTY_ARRAY = new Object();

    private static final int MIN_KEY = 0x10;
    private static final int NO_ELEMENT = 0x18;
    private static final int NULL = 0x20;
    private static final int NUMBER = 0x30;
    private static final int STRING = 0x40;
    private static final int DOCUMENT = 0x50;
    private static final int LIST = 0x58;
    private static final int BINARY = 0x60;
    private static final int LEGACY_UUID = 0x64;
    private static final int UUID_VALUE = 0x68;
    private static final int OBJECT_ID = 0x70;
    private static final int BOOLEAN = 0x78;
    private static final int DATE = 0x80;
    private static final int TIMESTAMP = 0x88;
    private static final int REGEX = 0x90;
    private static final int OTHER = 0x98;
    private static final int MAX_KEY = 0xA0;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream(24);

    private KeyEncoding() {}

    static byte[] encode(@Nullable Object value, boolean descending) {
        KeyEncoding encoding = new KeyEncoding();
        encoding.put(value);
        byte[] bytes = encoding.out.toByteArray();
        return descending ? inverted(bytes) : bytes;
    }

    private static byte[] inverted(byte[] bytes) {
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) ~bytes[i];
        }
        return bytes;
    }

    /** The first byte of a value's encoding: values of other types have other tags. */
    static int tag(@Nullable Object value) {
        return encode(value, false)[0] & 0xFF;
    }

    private void put(@Nullable Object value) {
        switch (value) {
            case null -> out.write(NULL);
            case Missing missing -> out.write(NULL);
            case Boolean b -> tagged(BOOLEAN).write(b ? 1 : 0);
            case Number n -> NumberEncoding.write(tagged(NUMBER), n);
            case String s -> putText(tagged(STRING), s);
            case ObjectId id -> tagged(OBJECT_ID).writeBytes(id.toByteArray());
            case Instant at -> NumberEncoding.writeLong(tagged(DATE), at.toEpochMilli() ^ Long.MIN_VALUE);
            case BsonTimestamp at -> NumberEncoding.writeLong(tagged(TIMESTAMP), at.getValue());
            case UUID uuid -> putUuid(uuid);
            case Map<?, ?> document -> putDocument(document);
            case Collection<?> list -> putList(list);
            case BinData data -> putSized(BINARY, data.getData(), data.getData().length);
            case MinKey least -> out.write(MIN_KEY);
            case MaxKey most -> out.write(MAX_KEY);
            default -> putOther(value);
        }
    }

    private ByteArrayOutputStream tagged(int tag) {
        out.write(tag);
        return out;
    }

    private void putUuid(UUID uuid) {
        out.write(UUID_VALUE);
        NumberEncoding.writeLong(out, uuid.getMostSignificantBits());
        NumberEncoding.writeLong(out, uuid.getLeastSignificantBits());
    }

    private void putDocument(Map<?, ?> document) {
        out.write(DOCUMENT);
        document.forEach((name, value) -> {
            out.write(tag(value));
            putText(out, (String) name);
            put(value);
        });
        out.write(0);
    }

    private void putList(Collection<?> list) {
        out.write(LIST);
        list.forEach(this::put);
        out.write(0);
    }

    /** Zero bytes are escaped as 0 255, the end is 0 1: a prefix sorts first, and what follows never matters. */
    private static void putText(ByteArrayOutputStream out, String text) {
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            out.write(b);
            if (b == 0) {
                out.write(0xFF);
            }
        }
        out.write(0);
        out.write(1);
    }

    private void putSized(int tag, byte[] bytes, int length) {
        out.write(tag);
        NumberEncoding.writeLong(out, length);
        out.write(bytes, 0, length);
    }

    private void putOther(Object value) {
        if (value == EMPTY_ARRAY) {
            out.write(NO_ELEMENT);
            return;
        }
        int tag = value instanceof LegacyUUID ? LEGACY_UUID : value instanceof BsonRegularExpression ? REGEX : OTHER;
        ByteBuf bson = Bson.encodeValue(value);
        putSized(tag, bson.array(), bson.writerIndex());
    }

    static byte[] join(byte[] first, byte... second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    static boolean startsWith(byte @Nullable [] key, byte[] prefix) {
        return key != null
                && key.length >= prefix.length
                && Arrays.equals(key, 0, prefix.length, prefix, 0, prefix.length);
    }
}
