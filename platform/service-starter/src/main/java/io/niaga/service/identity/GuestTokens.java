package io.niaga.service.identity;

import io.niaga.types.TypeId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Proof that somebody without an account made a cart or an order:
 * {@code v1.<id>.<exp>.<HMAC-SHA256(key, purpose|id|exp)>}, expiry in epoch seconds, the MAC in base64url.
 *
 * <p>Checked without a look-up. The first key signs and all verify, so keys can be changed without logging anyone out.
 */
public final class GuestTokens {
    /** Purpose of the token in the header {@code Cart-Token}. */
    public static final String CART = "cart";
    /** Purpose of the token in the header {@code Order-Token}. */
    public static final String ORDER = "order";

    private static final int SHORTEST_KEY = 32;
    private static final int LONGEST_TOKEN = 160;

    private final List<SecretKeySpec> keys;
    private final Clock clock;

    /** With base64 keys. */
    public GuestTokens(List<String> keys, Clock clock) {
        this.keys = keys.stream().map(GuestTokens::key).toList();
        this.clock = clock;
    }

    public String issue(String purpose, TypeId id, Instant expires) {
        if (keys.isEmpty()) {
            throw new IllegalStateException("niaga.guest-tokens.keys is not set");
        }
        String exp = Long.toString(expires.getEpochSecond());
        return "v1." + id + "." + exp + "." + mac(keys.getFirst(), purpose, id.toString(), exp);
    }

    /** The id the token proves, or empty when it is not ours, not for this purpose, or expired. */
    public Optional<TypeId> verify(String purpose, @Nullable String token) {
        if (token == null || token.length() > LONGEST_TOKEN) {
            return Optional.empty();
        }
        String[] parts = token.split("\\.", -1);
        if (parts.length != 4 || !parts[0].equals("v1") || !isLive(parts[2])) {
            return Optional.empty();
        }
        byte[] shown = parts[3].getBytes(StandardCharsets.UTF_8);
        for (SecretKeySpec key : keys) {
            byte[] right = mac(key, purpose, parts[1], parts[2]).getBytes(StandardCharsets.UTF_8);
            if (MessageDigest.isEqual(right, shown)) {
                return id(parts[1]);
            }
        }
        return Optional.empty();
    }

    private boolean isLive(String exp) {
        try {
            return Long.parseLong(exp) > clock.instant().getEpochSecond();
        } catch (NumberFormatException malformed) {
            return false;
        }
    }

    private static Optional<TypeId> id(String text) {
        return text.length() > 3 ? Optional.of(TypeId.parse(text.substring(0, 3), text)) : Optional.empty();
    }

    private static String mac(SecretKeySpec key, String purpose, String id, String exp) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            byte[] text = (purpose + "|" + id + "|" + exp).getBytes(StandardCharsets.UTF_8);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(text));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has HmacSHA256", impossible);
        }
    }

    private static SecretKeySpec key(String base64) {
        byte[] key = Base64.getDecoder().decode(base64);
        if (key.length < SHORTEST_KEY) {
            throw new IllegalArgumentException("a guest token key has at least 32 bytes");
        }
        return new SecretKeySpec(key, "HmacSHA256");
    }
}
