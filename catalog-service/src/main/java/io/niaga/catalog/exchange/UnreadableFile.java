package io.niaga.catalog.exchange;

/** A file that cannot be imported at all, with a stable code. */
public final class UnreadableFile extends RuntimeException {
    private final String code;

    public UnreadableFile(String code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    public String code() {
        return code;
    }

    public String reason() {
        return String.valueOf(getMessage());
    }
}
