package io.niaga.catalog.exchange;

import io.niaga.catalog.product.ProductId;
import io.niaga.types.TypeId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

/** What a file calls a product, of any length and form, as a hash. */
record ProductKey(String hash) {
    static ProductKey of(String name) {
        return new ProductKey(HexFormat.of().formatHex(sha256(name)).substring(0, 40));
    }

    /** The id of the product that an import makes for it: the same each time, and as young as the import. */
    ProductId productIn(ImportId made) {
        UUID job = TypeId.parse(ImportId.PREFIX, made.value()).uuid();
        ByteBuffer bits = ByteBuffer.wrap(sha256(made.value() + "/" + hash));
        long time = job.getMostSignificantBits() & ~0xFFFL;
        long high = time | (bits.getLong() & 0xFFFL);
        long low = (bits.getLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
        return ProductId.of(new TypeId(ProductId.PREFIX, new UUID(high, low)).toString());
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
