package io.niaga.store;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Comparator;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/** Keys of an index: bytes, compared unsigned. */
final class KeyType extends BasicDataType<byte[]> {
    @Override
    public int compare(byte[] a, byte[] b) {
        return Arrays.compareUnsigned(a, b);
    }

    @Override
    public int getMemory(byte[] key) {
        return 24 + key.length;
    }

    @Override
    public void write(WriteBuffer to, byte[] key) {
        to.putVarInt(key.length).put(key);
    }

    @Override
    public byte[] read(ByteBuffer from) {
        return readBytes(from);
    }

    @Override
    public byte[][] createStorage(int size) {
        return new byte[size][];
    }

    @Override
    public int binarySearch(byte[] key, Object storage, int size, int guess) {
        return search(this, key, (byte[][]) storage, size);
    }

    static byte[] readBytes(ByteBuffer from) {
        byte[] bytes = new byte[DataUtils.readVarInt(from)];
        from.get(bytes);
        return bytes;
    }

    /** Where the key is, or the complement of where it would be inserted: what MVStore expects of a data type. */
    static <T> int search(Comparator<? super T> order, T key, T[] sorted, int size) {
        int low = 0;
        int high = size - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int compared = order.compare(key, sorted[middle]);
            if (compared == 0) {
                return middle;
            }
            if (compared > 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return ~low;
    }
}
