package io.niaga.fulfillment.carrier;

/** By which anyone who has it follows a parcel: 8 to 40 capital letters and digits, one parcel of its carrier. */
public record TrackingNumber(String value) {
    public static final String PATTERN = "[A-Z0-9]{8,40}";

    public TrackingNumber {
        if (!value.matches(PATTERN)) {
            throw new IllegalArgumentException("a tracking number has 8 to 40 capital letters and digits");
        }
    }

    public static TrackingNumber of(String value) {
        return new TrackingNumber(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
