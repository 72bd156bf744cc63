package io.niaga.store;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.*;
import de.bwaldvogel.mongo.wire.bson.*;
import io.netty.buffer.*;
import java.io.ByteArrayOutputStream;
import java.math.*;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.*;
import org.h2.mvstore.*;
import org.h2.mvstore.type.BasicDataType;

/** Order-preserving, self-delimiting key encoding, plus the MVStore data types built on it. */
final class KeyCodec {
    static final int MIN = 0x10,
            EMPTY = 0x18,
            NULL = 0x20,
            NUM = 0x30,
            STR = 0x40,
            DOC = 0x50,
            LIST = 0x58,
            BIN = 0x60,
            LUUID = 0x64,
            UUID_ = 0x68,
            OID = 0x70,
            BOOL = 0x78,
            DATE = 0x80,
            TS = 0x88,
            REGEX = 0x90,
            OTHER = 0x98,
            MAX = 0xA0;
    static final Object EMPTY_ARRAY = new Object();

    private KeyCodec() {}

    static byte[] encode(Object v, boolean desc) {
        var out = new ByteArrayOutputStream(24);
        put(out, v);
        byte[] b = out.toByteArray();
        if (desc) for (int i = 0; i < b.length; i++) b[i] = (byte) ~b[i];
        return b;
    }

    private static void put(ByteArrayOutputStream o, Object v) {
        switch (v) {
            case null -> o.write(NULL);
            case Missing m -> o.write(NULL);
            case String s -> {
                o.write(STR);
                str(o, s);
            }
            case ObjectId id -> {
                o.write(OID);
                o.writeBytes(id.toByteArray());
            }
            case Number n -> {
                o.write(NUM);
                num(o, n);
            }
            case Boolean b -> {
                o.write(BOOL);
                o.write(b ? 1 : 0);
            }
            case Instant i -> {
                o.write(DATE);
                l(o, i.toEpochMilli() ^ Long.MIN_VALUE);
            }
            case UUID u -> {
                o.write(UUID_);
                l(o, u.getMostSignificantBits());
                l(o, u.getLeastSignificantBits());
            }
            case Map<?, ?> d -> {
                o.write(DOC);
                d.forEach((k, x) -> {
                    o.write(tag(x));
                    str(o, (String) k);
                    put(o, x);
                });
                o.write(0);
            }
            case Collection<?> c -> {
                o.write(LIST);
                c.forEach(x -> put(o, x));
                o.write(0);
            }
            case BinData b -> {
                o.write(BIN);
                l(o, b.getData().length);
                o.writeBytes(b.getData());
            }
            case BsonTimestamp t -> {
                o.write(TS);
                l(o, t.getValue());
            }
            case MinKey m -> o.write(MIN);
            case MaxKey m -> o.write(MAX);
            default -> {
                if (v == EMPTY_ARRAY) {
                    o.write(EMPTY);
                    return;
                }
                ByteBuf b = Unpooled.buffer();
                BsonEncoder.encodeDocument(new Document("", v), b);
                o.write(v instanceof LegacyUUID ? LUUID : v instanceof BsonRegularExpression ? REGEX : OTHER);
                l(o, b.readableBytes());
                o.write(b.array(), 0, b.readableBytes());
            }
        }
    }

    static int tag(Object v) {
        return encode(v, false)[0] & 0xFF;
    }

    /** The nearest double, then what is missing to the exact value: 0x80 nothing, above with exponent and digits, below inverted. */
    private static void num(ByteArrayOutputStream o, Number n) {
        double d = n.doubleValue() + 0.0;
        boolean exact = n instanceof Double
                || n instanceof Integer
                || n.equals(Decimal128.POSITIVE_INFINITY)
                || n.equals(Decimal128.NEGATIVE_INFINITY)
                || Double.isNaN(d);
        if (!exact && Double.isInfinite(d)) d = Math.copySign(Double.MAX_VALUE, d);
        long bits = Double.doubleToLongBits(d);
        l(o, Double.isNaN(d) ? 0 : bits < 0 ? ~bits : bits ^ Long.MIN_VALUE);
        BigDecimal rest = exact || n instanceof Long && Math.abs(d) < 0x1p53
                ? BigDecimal.ZERO
                : (n instanceof Decimal128 x ? x.toBigDecimal() : BigDecimal.valueOf(n.longValue()))
                        .subtract(new BigDecimal(d))
                        .round(MathContext.DECIMAL128);
        if (rest.signum() == 0) {
            o.write(0x80);
            return;
        }
        int flip = rest.signum() < 0 ? 0xFF : 0;
        rest = rest.abs().stripTrailingZeros();
        int e = rest.precision() - rest.scale() + 0x8000;
        o.write(0x81 ^ flip);
        o.write(e >> 8 ^ flip);
        o.write(e ^ flip);
        for (char c : rest.unscaledValue().toString().toCharArray()) o.write(c ^ flip);
        o.write(flip);
    }

    /** No less than the BSON size. */
    static long rough(Object v) {
        long n = 16;
        if (v instanceof Map<?, ?> m)
            for (var e : m.entrySet()) n += 3L * ((String) e.getKey()).length() + rough(e.getValue());
        else if (v instanceof Collection<?> c) for (Object x : c) n += 8 + rough(x);
        else if (v instanceof String s) n += 3L * s.length();
        else if (v instanceof BinData b) n += b.getData().length;
        else if (v instanceof BsonRegularExpression r) n += 3L * r.getPattern().length() + 16;
        return n;
    }

    private static void str(ByteArrayOutputStream o, String s) {
        for (byte b : s.getBytes(StandardCharsets.UTF_8)) {
            o.write(b);
            if (b == 0) o.write(0xFF);
        }
        o.write(0);
        o.write(1);
    }

    private static void l(ByteArrayOutputStream o, long v) {
        for (int i = 56; i >= 0; i -= 8) o.write((int) (v >>> i));
    }

    static byte[] cat(byte[] a, byte... b) {
        byte[] r = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, r, a.length, b.length);
        return r;
    }

    static boolean startsWith(byte[] k, byte[] p) {
        return k != null && k.length >= p.length && Arrays.equals(k, 0, p.length, p, 0, p.length);
    }

    private static final ThreadLocal<ByteBuf> SCRATCH = ThreadLocal.withInitial(() -> Unpooled.buffer(4096));

    /** The document as BSON in a buffer of this thread that the next call overwrites. */
    static ByteBuf encoded(Map<String, ?> d) {
        ByteBuf b = SCRATCH.get();
        if (b.capacity() > 1 << 20) SCRATCH.set(b = Unpooled.buffer(4096));
        BsonEncoder.encodeDocument(d, b.clear());
        return b;
    }

    private static void put(WriteBuffer out, ByteBuf b) {
        out.putVarInt(b.writerIndex());
        out.put(ByteBuffer.wrap(b.array(), 0, b.writerIndex()));
    }

    static Document document(byte[] bson) {
        return BsonDecoder.decodeBson(Unpooled.wrappedBuffer(bson));
    }

    private static byte[] bytes(ByteBuffer b) {
        byte[] a = new byte[DataUtils.readVarInt(b)];
        b.get(a);
        return a;
    }

    /** Documents as BSON. */
    static final class DocType extends BasicDataType<Document> {
        private volatile int average = 1024;

        @Override
        public int getMemory(Document d) {
            return average;
        }

        @Override
        public void write(WriteBuffer b, Document d) {
            ByteBuf a = encoded(d);
            average += (a.writerIndex() - average) / 16;
            KeyCodec.put(b, a);
        }

        @Override
        public Document read(ByteBuffer b) {
            return document(bytes(b));
        }

        @Override
        public Document[] createStorage(int n) {
            return new Document[n];
        }
    }

    /** _id values: ordered as MongoDB orders them. */
    static final class IdType extends BasicDataType<Object> {
        @Override
        public int compare(Object a, Object b) {
            if (a.getClass() == b.getClass())
                switch (a) { // as the encoded bytes, without encoding
                    case ObjectId x:
                        return x.compareTo((ObjectId) b);
                    case Integer x:
                        return x.compareTo((Integer) b);
                    case Long x:
                        return x.compareTo((Long) b);
                    case String x:
                        return strings(x, (String) b);
                    default:
                }
            return Arrays.compareUnsigned(encode(a, false), encode(b, false));
        }

        @Override
        public int binarySearch(Object key, Object storage, int size, int guess) {
            return search(this, key, (Object[]) storage, size);
        }

        private static int strings(String a, String b) { // by code point
            for (int i = 0, n = Math.min(a.length(), b.length()); i < n; i++) {
                char x = a.charAt(i), y = b.charAt(i);
                if (x != y)
                    return Character.isSurrogate(x) == Character.isSurrogate(y)
                            ? x - y
                            : Character.isSurrogate(x) ? 1 : -1;
            }
            return a.length() - b.length();
        }

        @Override
        public int getMemory(Object o) {
            return 40;
        }

        @Override
        public void write(WriteBuffer b, Object o) {
            if (o instanceof ObjectId id) b.put((byte) 1).put(id.toByteArray());
            else if (o instanceof String s) {
                byte[] a = s.getBytes(StandardCharsets.UTF_8);
                b.put((byte) 2).putVarInt(a.length).put(a);
            } else KeyCodec.put(b.put((byte) 3), encoded(new Document("", o instanceof Missing ? null : o)));
        }

        @Override
        public Object read(ByteBuffer b) {
            switch (b.get()) {
                case 1:
                    byte[] a = new byte[12];
                    b.get(a);
                    return new ObjectId(a);
                case 2:
                    return new String(bytes(b), StandardCharsets.UTF_8);
                default:
                    return Missing.ofNullable(document(bytes(b)).get(""));
            }
        }

        @Override
        public Object[] createStorage(int n) {
            return new Object[n];
        }
    }

    /** byte[] keys, compared unsigned. */
    static final class BytesType extends BasicDataType<byte[]> {
        @Override
        public int compare(byte[] a, byte[] b) {
            return Arrays.compareUnsigned(a, b);
        }

        @Override
        public int getMemory(byte[] d) {
            return 24 + d.length;
        }

        @Override
        public void write(WriteBuffer b, byte[] d) {
            b.putVarInt(d.length).put(d);
        }

        @Override
        public byte[] read(ByteBuffer b) {
            return bytes(b);
        }

        @Override
        public byte[][] createStorage(int n) {
            return new byte[n][];
        }

        @Override
        public int binarySearch(byte[] key, Object storage, int size, int guess) {
            return search(this, key, (byte[][]) storage, size);
        }
    }

    private static <T> int search(BasicDataType<T> t, T key, T[] a, int size) {
        int lo = 0, hi = size - 1;
        while (lo <= hi) {
            int m = (lo + hi) >>> 1, c = t.compare(key, a[m]);
            if (c > 0) lo = m + 1;
            else if (c < 0) hi = m - 1;
            else return m;
        }
        return ~lo;
    }
}
