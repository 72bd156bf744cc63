package io.niaga.payments.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookSignatureTest {
    private static final Instant NOW = Instant.ofEpochSecond(1_674_087_231);
    private static final byte[] SECRET = Base64.getDecoder().decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    private static final byte[] BODY = "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8);
    private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private final WebhookSignature signature = new WebhookSignature(List.of(SECRET));

    @Test
    void it_agrees_with_the_example_of_the_specification() {
        assertThat(signature.sign(ID, Instant.ofEpochSecond(1_614_265_330), BODY))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void its_own_signature_is_valid_also_among_others() {
        String signed = signature.sign(ID, NOW, BODY);
        assertThat(valid(signed)).isTrue();
        assertThat(valid("v1,AAAA v1a,xyz " + signed)).isTrue();
    }

    @Test
    void a_rotated_secret_still_verifies_and_a_removed_one_does_not() {
        byte[] fresh = "a-new-secret-of-some-length".getBytes(StandardCharsets.UTF_8);
        String old = signature.sign(ID, NOW, BODY);
        assertThat(new WebhookSignature(List.of(fresh, SECRET)).isValid(ID, stamp(0), old, BODY, NOW))
                .isTrue();
        assertThat(new WebhookSignature(List.of(fresh)).isValid(ID, stamp(0), old, BODY, NOW))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "v1,", "v1,!!!", "v2,g0hM", "g0hM9SsE", "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="})
    void anything_else_is_not(String signatures) {
        assertThat(valid(signatures)).isFalse();
    }

    @Test
    void a_changed_body_id_or_time_is_not() {
        String signed = signature.sign(ID, NOW, BODY);
        byte[] changed = "{\"test\": 2432232315}".getBytes(StandardCharsets.UTF_8);
        assertThat(signature.isValid(ID, stamp(0), signed, changed, NOW)).isFalse();
        assertThat(signature.isValid("msg_other", stamp(0), signed, BODY, NOW)).isFalse();
        assertThat(signature.isValid(ID, stamp(1), signed, BODY, NOW)).isFalse();
        assertThat(signature.isValid(ID, "soon", signed, BODY, NOW)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(longs = {-301, 301})
    void an_old_or_early_one_is_not(long offset) {
        Instant then = NOW.plusSeconds(offset);
        assertThat(signature.isValid(
                        ID, Long.toString(then.getEpochSecond()), signature.sign(ID, then, BODY), BODY, NOW))
                .isFalse();
    }

    private boolean valid(String signatures) {
        return signature.isValid(ID, stamp(0), signatures, BODY, NOW);
    }

    private static String stamp(long offset) {
        return Long.toString(NOW.getEpochSecond() + offset);
    }
}
