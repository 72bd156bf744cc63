package io.niaga.fulfillment.carrier.sandbox;

import io.niaga.fulfillment.carrier.Carrier;
import io.niaga.fulfillment.carrier.Consignment;
import io.niaga.fulfillment.carrier.TrackingNumber;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import java.util.Set;

/** Carries nothing and keeps nothing: its numbers follow from the references, its events are played by an operator. */
public final class SandboxCarrier implements Carrier {
    private static final int RADIX = 36;
    private static final int DIGITS = 13;

    @Override
    public String name() {
        return "sandbox";
    }

    @Override
    public Set<String> services() {
        return Set.of("REG", "EXPRESS");
    }

    @Override
    public TrackingNumber book(Consignment consignment) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(("sandbox " + consignment.reference()).getBytes(StandardCharsets.UTF_8));
            String digits = new BigInteger(1, hash).toString(RADIX).toUpperCase(Locale.ROOT);
            return TrackingNumber.of("SBX" + digits.substring(0, DIGITS));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
