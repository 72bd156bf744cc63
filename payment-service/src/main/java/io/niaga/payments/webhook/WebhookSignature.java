package io.niaga.payments.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs and verifies as Standard Webhooks 1.0.0 says: HMAC-SHA256 over {@code id.timestamp.body}, base64, behind
 * {@code v1,}; several signatures and several secrets are tried, so that secrets can be rotated.
 */
public final class WebhookSignature {
    /** How old or how far ahead a timestamp may be. */
    static final Duration TOLERANCE = Duration.ofMinutes(5);

    private static final String VERSION = "v1,";
    private final List<byte[]> secrets;

    /** @param secrets the first one signs, all verify */
    public WebhookSignature(List<byte[]> secrets) {
        if (secrets.isEmpty()) {
            throw new IllegalArgumentException("a webhook needs at least one secret");
        }
        this.secrets = List.copyOf(secrets);
    }

    public String sign(String id, Instant at, byte[] body) {
        return VERSION + Base64.getEncoder().encodeToString(mac(secrets.getFirst(), id, at.getEpochSecond(), body));
    }

    /** Whether one of the signatures is ours and the timestamp is recent. Takes the same time wherever they differ. */
    public boolean isValid(String id, String timestamp, String signatures, byte[] body, Instant now) {
        long seconds;
        try {
            seconds = Long.parseLong(timestamp);
        } catch (NumberFormatException malformed) {
            return false;
        }
        if (Math.abs(now.getEpochSecond() - seconds) > TOLERANCE.toSeconds()) {
            return false;
        }
        boolean valid = false;
        for (byte[] secret : secrets) {
            byte[] expected = mac(secret, id, seconds, body);
            for (String signature : signatures.split(" ")) {
                valid |= matches(expected, signature);
            }
        }
        return valid;
    }

    private static boolean matches(byte[] expected, String signature) {
        if (!signature.startsWith(VERSION)) {
            return false;
        }
        try {
            return MessageDigest.isEqual(expected, Base64.getDecoder().decode(signature.substring(VERSION.length())));
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }

    private static byte[] mac(byte[] secret, String id, long seconds, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            mac.update((id + "." + seconds + ".").getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(body);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("HMAC-SHA256 is part of every JDK", impossible);
        }
    }
}
