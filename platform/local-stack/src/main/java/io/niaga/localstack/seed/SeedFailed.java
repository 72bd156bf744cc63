package io.niaga.localstack.seed;

/** The demo store could not be made; the message says at which step and why. */
public final class SeedFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SeedFailed(String message) {
        super(message);
    }
}
