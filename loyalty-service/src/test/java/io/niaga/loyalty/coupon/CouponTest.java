package io.niaga.loyalty.coupon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.niaga.types.Money;
import io.niaga.types.Percentage;
import io.niaga.types.StoreId;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CouponTest {
    private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");

    @Test
    void a_percentage_is_split_over_the_lines_and_sums_exactly() {
        Coupon coupon = coupon("33.33", null, null);
        Random random = new Random(7);
        for (int i = 0; i < 2000; i++) {
            List<Money> lines = random.longs(1 + random.nextInt(8), 1, 100_000_000)
                    .mapToObj(m -> Money.ofMinor(m, "IDR"))
                    .toList();
            List<Money> discounts = coupon.discounts(lines);
            long sum = lines.stream().mapToLong(Money::minorUnits).sum();
            assertThat(discounts.stream().mapToLong(Money::minorUnits).sum())
                    .isBetween(sum * 3333 / 10000, sum * 3333 / 10000 + 1);
            for (int l = 0; l < lines.size(); l++) {
                assertThat(discounts.get(l)).isLessThanOrEqualTo(lines.get(l));
            }
        }
    }

    @Test
    void a_bound_and_a_minimum_hold() {
        Coupon coupon = coupon("50", Money.of("100.00", "IDR"), Money.of("20.00", "IDR"));
        assertThat(coupon.discounts(List.of(Money.of("100.00", "IDR")))).containsExactly(Money.of("20.00", "IDR"));
        assertThatThrownBy(() -> coupon.discounts(List.of(Money.of("99.99", "IDR"))))
                .hasMessage("COUPON_NOT_APPLICABLE");
        assertThatThrownBy(() -> coupon.discounts(List.of(Money.of("500.00", "USD"))))
                .hasMessage("COUPON_NOT_APPLICABLE");
    }

    @Test
    void it_is_valid_from_its_first_instant_until_before_its_last() {
        Coupon coupon = coupon("10", null, null);
        assertThatCode(() -> coupon.requireActive(NOW)).doesNotThrowAnyException();
        assertThatThrownBy(() -> coupon.requireActive(NOW.minusSeconds(1))).hasMessage("COUPON_NOT_ACTIVE");
        assertThatThrownBy(() -> coupon.requireActive(NOW.plusSeconds(60))).hasMessage("COUPON_NOT_ACTIVE");
        coupon.revoke();
        assertThatThrownBy(() -> coupon.requireActive(NOW)).hasMessage("COUPON_NOT_ACTIVE");
    }

    private static Coupon coupon(String percent, @Nullable Money minimum, @Nullable Money most) {
        CouponTerms terms = new CouponTerms(
                StoreId.of("sto_01h455vb4pex5vsknk084sn02q"),
                CouponCode.of("hemat10"),
                Percentage.of(percent),
                minimum,
                most,
                null,
                1,
                NOW,
                NOW.plusSeconds(60));
        return Coupon.issue(CouponId.of("cpn_01h455vb4pex5vsknk084sn02q"), terms);
    }
}
