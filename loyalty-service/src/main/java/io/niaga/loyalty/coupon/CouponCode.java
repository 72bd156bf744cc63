package io.niaga.loyalty.coupon;

import java.util.Locale;
import java.util.regex.Pattern;

/** What a customer types: 3 to 32 letters, digits and dashes; case does not matter. */
public record CouponCode(String value) {
    private static final Pattern SHAPE = Pattern.compile("[A-Z0-9][A-Z0-9-]{2,31}");

    public CouponCode {
        value = value.strip().toUpperCase(Locale.ROOT);
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("a coupon code is 3 to 32 letters, digits or dashes");
        }
    }

    public static CouponCode of(String value) {
        return new CouponCode(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
