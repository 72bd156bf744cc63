package io.niaga.search.behaviour;

import io.niaga.types.StoreId;
import io.niaga.types.TypeId;
import io.niaga.types.UserId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whose behaviour it is: a session in a store, and who is signed in.
 *
 * @param session {@code ses_…}; the visitor's own random id cannot be read from it, and the same id in two stores gives two
 */
public record Visit(StoreId store, TypeId session, @Nullable UserId user) {
    public static Visit of(StoreId store, String randomId, @Nullable UserId user) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest((store + "\n" + randomId).getBytes(StandardCharsets.UTF_8));
            ByteBuffer bits = ByteBuffer.wrap(hash);
            return new Visit(store, new TypeId("ses", new UUID(bits.getLong(), bits.getLong())), user);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
