package io.niaga.types;

import java.time.Instant;
import java.util.UUID;

/**
 * A public id: a prefix that says what it names and 128 bits, in the one spelling of the TypeID specification 0.3
 * ({@code ord_01jd…}: 26 characters of Crockford's base 32, lower case).
 *
 * <p>Ids are derived by keeping the bits under another prefix: {@code quo_x → ord_x → pay_x}.
 */
public record TypeId(String prefix, UUID uuid) {
    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int LENGTH = 26;
    private static final int PREFIX_LENGTH = 3;

    public TypeId {
        if (prefix.length() != PREFIX_LENGTH || !prefix.chars().allMatch(c -> c >= 'a' && c <= 'z')) {
            throw new IllegalArgumentException("an id's prefix is three lower-case letters");
        }
    }

    /**
     * Reads an id of the given kind.
     *
     * @throws IllegalArgumentException when the text is not exactly such an id
     */
    public static TypeId parse(String prefix, String text) {
        if (text.length() != PREFIX_LENGTH + 1 + LENGTH || !text.startsWith(prefix + "_")) {
            throw new IllegalArgumentException("expected an id that starts with " + prefix + "_");
        }
        return new TypeId(prefix, decode(text.substring(PREFIX_LENGTH + 1)));
    }

    public static boolean isValid(String prefix, String text) {
        try {
            parse(prefix, text);
            return true;
        } catch (IllegalArgumentException notOne) {
            return false;
        }
    }

    /** The least id with this prefix that a UUIDv7 of that moment can be: whatever is below it was made before. */
    public static TypeId earliest(String prefix, Instant moment) {
        return new TypeId(prefix, new UUID(moment.toEpochMilli() << 16, 0));
    }

    /** The same bits under another prefix. */
    public TypeId withPrefix(String other) {
        return new TypeId(other, uuid);
    }

    private static UUID decode(String text) {
        long high = 0;
        long low = 0;
        for (int i = 0; i < LENGTH; i++) {
            int digit = ALPHABET.indexOf(text.charAt(i));
            if (digit < 0 || (i == 0 && digit > 7)) {
                throw new IllegalArgumentException("not an id: 26 characters of base 32 follow the prefix");
            }
            high = (high << 5) | (low >>> 59);
            low = (low << 5) | digit;
        }
        return new UUID(high, low);
    }

    @Override
    public String toString() {
        char[] out = new char[LENGTH];
        long high = uuid.getMostSignificantBits();
        long low = uuid.getLeastSignificantBits();
        for (int i = LENGTH - 1; i >= 0; i--) {
            out[i] = ALPHABET.charAt((int) (low & 31));
            low = (low >>> 5) | (high << 59);
            high >>>= 5;
        }
        return prefix + "_" + new String(out);
    }
}
