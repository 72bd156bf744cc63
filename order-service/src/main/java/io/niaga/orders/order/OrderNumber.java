package io.niaga.orders.order;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/**
 * The number people say on the phone: the store's day and eight letters or digits that are not mistaken for one another,
 * {@code 261124-7K3M-9QXD}. Derived from the order's id, so that placing it again after a crash gives it the same number; a
 * collision is met by the next {@code attempt}.
 */
public record OrderNumber(String value) {
    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyMMdd");
    private static final int LENGTH = 8;
    private static final int HALF = 4;
    private static final int BITS = 5;

    public static OrderNumber of(OrderId id, Instant placedAt, ZoneId storeZone, int attempt) {
        long bits = ByteBuffer.wrap(sha256(id.typeId().uuid() + "/" + attempt)).getLong();
        StringBuilder text = new StringBuilder(DAY.format(placedAt.atZone(storeZone)));
        for (int i = 0; i < LENGTH; i++) {
            text.append(i % HALF == 0 ? "-" : "").append(LETTERS.charAt((int) (bits & 31)));
            bits >>>= BITS;
        }
        return new OrderNumber(text.toString());
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
