package io.niaga.store;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * One change in the log's file, little endian: {@code int} payload length, {@code int} CRC32C of everything after it,
 * {@code long} sequence; then the payload: change, {@code short} length of the namespace, namespace, BSON.
 */
final class LogFrame {
    /** Bytes before the payload. */
    static final int HEAD = 16;

    private static final int CHECKED_FROM = 8;
    private static final int NAMESPACE_FROM = 3;
    private static final int LARGEST_PAYLOAD = 64 << 20;

    private final byte[] payload;

    private LogFrame(byte[] payload) {
        this.payload = payload;
    }

    static int sizeOf(byte[] namespace, int bsonBytes) {
        return HEAD + NAMESPACE_FROM + namespace.length + bsonBytes;
    }

    /** Writes a frame at the buffer's position; its checksum is reckoned last. */
    static void write(ByteBuffer to, long sequence, ChangeLog.Change change, byte[] namespace, ByteBuffer bson) {
        int at = to.position();
        int length = NAMESPACE_FROM + namespace.length + bson.remaining();
        to.putInt(length).putInt(0).putLong(sequence);
        to.put(change.code).putShort((short) namespace.length).put(namespace).put(bson);
        CRC32C crc = new CRC32C();
        crc.update(to.array(), to.arrayOffset() + at + CHECKED_FROM, HEAD - CHECKED_FROM + length);
        to.putInt(at + 4, (int) crc.getValue());
    }

    /** Reads the next frame; null at the end, and where a frame is torn, damaged or not the expected one. */
    static @Nullable LogFrame read(DataInputStream in, long expectedSequence) throws IOException {
        byte[] head = in.readNBytes(HEAD);
        if (head.length < HEAD) {
            return null;
        }
        ByteBuffer h = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN);
        int length = h.getInt();
        int checksum = h.getInt();
        if (length < NAMESPACE_FROM || length > LARGEST_PAYLOAD || h.getLong() != expectedSequence) {
            return null;
        }
        byte[] payload = in.readNBytes(length);
        CRC32C crc = new CRC32C();
        crc.update(head, CHECKED_FROM, HEAD - CHECKED_FROM);
        crc.update(payload);
        return payload.length == length && (int) crc.getValue() == checksum ? new LogFrame(payload) : null;
    }

    boolean isPut() {
        return payload[0] == ChangeLog.Change.PUT.code;
    }

    String namespace() {
        return new String(payload, NAMESPACE_FROM, namespaceLength(), StandardCharsets.UTF_8);
    }

    byte[] bson() {
        return Arrays.copyOfRange(payload, NAMESPACE_FROM + namespaceLength(), payload.length);
    }

    private int namespaceLength() {
        return Byte.toUnsignedInt(payload[1]) | Byte.toUnsignedInt(payload[2]) << 8;
    }
}
