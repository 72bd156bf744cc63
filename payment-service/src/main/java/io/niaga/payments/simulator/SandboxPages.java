package io.niaga.payments.simulator;

import io.niaga.payments.payment.PaymentId;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The addresses of the sandbox's pages: each opens one attempt of one payment, for whoever was given it. */
public final class SandboxPages {
    private final URI base;
    private final byte[] secret;

    /** @param base the address that a customer's browser reaches us by */
    public SandboxPages(URI base, byte[] secret) {
        this.base = base;
        this.secret = secret.clone();
    }

    String url(PaymentId payment, int attempt) {
        return base + "/v1/sandbox/payments/" + payment + "/page?attempt=" + attempt + "&key=" + key(payment, attempt);
    }

    /** Whether that key belongs to the attempt. Takes the same time wherever they differ. */
    boolean opens(PaymentId payment, int attempt, String key) {
        return MessageDigest.isEqual(
                key(payment, attempt).getBytes(StandardCharsets.UTF_8), key.getBytes(StandardCharsets.UTF_8));
    }

    private String key(PaymentId payment, int attempt) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            byte[] sum = mac.doFinal(("page|" + payment + "|" + attempt).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(sum);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("HMAC-SHA256 is part of every JDK", impossible);
        }
    }
}
