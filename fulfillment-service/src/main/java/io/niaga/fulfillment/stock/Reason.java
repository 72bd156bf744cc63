package io.niaga.fulfillment.stock;

import java.util.regex.Pattern;

/** Why units were counted or moved: one upper-case word such as COUNT, RECEIVED, LOST, DAMAGED; never a sentence. */
public record Reason(String code) {
    public static final String PATTERN = "[A-Z][A-Z0-9_]{0,39}";
    private static final Pattern SHAPE = Pattern.compile(PATTERN);
    public static final Reason COUNT = new Reason("COUNT");
    public static final Reason HAND_OVER = new Reason("HAND_OVER");
    public static final Reason RETURN = new Reason("RETURN");

    public Reason {
        if (!SHAPE.matcher(code).matches()) {
            throw new IllegalArgumentException("a reason is one upper-case word of at most 40 characters");
        }
    }

    public static Reason of(String code) {
        return new Reason(code);
    }

    @Override
    public String toString() {
        return code;
    }
}
