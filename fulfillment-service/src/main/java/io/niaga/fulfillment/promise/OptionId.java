package io.niaga.fulfillment.promise;

import io.niaga.types.StoreId;
import io.niaga.types.TypeId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** A shipping option's id, {@code sho_…}: the same for the same store, carrier and service, for ever. */
public record OptionId(String value) {
    public static final String PREFIX = "sho";

    public OptionId {
        TypeId.parse(PREFIX, value);
    }

    static OptionId of(StoreId store, String carrier, String service) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest((store + "\n" + carrier + "\n" + service).getBytes(StandardCharsets.UTF_8));
            ByteBuffer bits = ByteBuffer.wrap(hash);
            return new OptionId(new TypeId(PREFIX, new UUID(bits.getLong(), bits.getLong())).toString());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
