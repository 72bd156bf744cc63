package io.niaga.service.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.niaga.types.TypeId;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class GuestTokensTest {
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final TypeId CART = TypeId.parse("crt", "crt_01kavf8g00e4ttm0nbdjqsmn0n");
    private static final String OLD = key(1);
    private static final String NEW = key(2);

    private static String key(int first) {
        byte[] key = new byte[32];
        key[0] = (byte) first;
        return Base64.getEncoder().encodeToString(key);
    }

    private static GuestTokens with(String... keys) {
        return new GuestTokens(List.of(keys), CLOCK);
    }

    @Test
    void a_token_proves_its_id_until_it_expires() {
        String token = with(OLD).issue(GuestTokens.CART, CART, NOW.plusSeconds(10));
        assertThat(token).startsWith("v1." + CART + "." + NOW.plusSeconds(10).getEpochSecond() + ".");
        assertThat(with(OLD).verify(GuestTokens.CART, token)).contains(CART);
        assertThat(with(OLD).verify(GuestTokens.ORDER, token)).isEmpty();
        assertThat(with(OLD).verify(GuestTokens.CART, with(OLD).issue(GuestTokens.CART, CART, NOW)))
                .isEmpty();
    }

    @Test
    void keys_change_without_turning_anybody_away() {
        String old = with(OLD).issue(GuestTokens.CART, CART, NOW.plusSeconds(10));
        assertThat(with(NEW, OLD).verify(GuestTokens.CART, old)).contains(CART);
        assertThat(with(NEW).verify(GuestTokens.CART, old)).isEmpty();
        String fresh = with(NEW, OLD).issue(GuestTokens.CART, CART, NOW.plusSeconds(10));
        assertThat(with(NEW).verify(GuestTokens.CART, fresh)).contains(CART);
    }

    @Test
    void nothing_else_proves_anything() {
        String token = with(OLD).issue(GuestTokens.CART, CART, NOW.plusSeconds(10));
        for (String hostile : new String[] {
            "",
            "v1",
            "v1..",
            "v1...",
            token + "x",
            token.substring(1),
            token.replace("v1.", "v2."),
            token.replace("0n.", "0p."),
            token.replace("." + NOW.plusSeconds(10).getEpochSecond(), ".99999999999"),
            "v1." + CART + ".x.y",
            "x".repeat(10_000),
            token + "." + token
        }) {
            assertThat(with(OLD).verify(GuestTokens.CART, hostile)).as(hostile).isEmpty();
        }
        assertThat(with(OLD).verify(GuestTokens.CART, null)).isEmpty();
        assertThat(with().verify(GuestTokens.CART, token)).isEmpty();
    }

    @Test
    void weak_or_missing_keys_issue_nothing() {
        assertThatThrownBy(() -> with(Base64.getEncoder().encodeToString(new byte[16])))
                .hasMessageContaining("32 bytes");
        assertThatThrownBy(() -> with().issue(GuestTokens.CART, CART, NOW)).isInstanceOf(IllegalStateException.class);
    }
}
