package io.niaga.orders.order;

import io.niaga.orders.cart.Buyer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Whom a coupon's use is counted for: the account, or for a guest an HMAC-SHA256 (hex) of the normalised mail address. The
 * key stays here, so nobody else can tell the address from it.
 */
public final class CustomerKeys {
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    public CustomerKeys(byte[] key) {
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    public String of(Buyer buyer, String email) {
        return buyer.person()
                .map(Object::toString)
                .orElseGet(() -> hashed(email.strip().toLowerCase(Locale.ROOT)));
    }

    private String hashed(String email) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(email.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
