package io.niaga.types;

import java.util.regex.Pattern;

/** A stock keeping unit's name, unique per store: 1 to 64 of {@code A-Z a-z 0-9 . _ ~ -}, so it fits a path unescaped. */
public record Sku(String value) implements Comparable<Sku> {
    public static final String PATTERN = "[A-Za-z0-9._~-]{1,64}";
    private static final Pattern SHAPE = Pattern.compile(PATTERN);

    public Sku {
        if (!SHAPE.matcher(value).matches() || value.equals(".") || value.equals("..")) {
            throw new IllegalArgumentException("a SKU is 1 to 64 letters, digits or . _ ~ -");
        }
    }

    public static Sku of(String value) {
        return new Sku(value);
    }

    @Override
    public int compareTo(Sku other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
