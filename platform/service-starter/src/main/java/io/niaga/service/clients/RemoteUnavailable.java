package io.niaga.service.clients;

import org.jspecify.annotations.Nullable;

/** Another service gave no usable answer: it is away, slow, broken, or we stopped asking it. */
public final class RemoteUnavailable extends RuntimeException {
    private final String remote;
    private final boolean outcomeUnknown;

    public RemoteUnavailable(String remote, String reason, boolean outcomeUnknown, @Nullable Throwable cause) {
        super(remote + ": " + reason, cause, false, false);
        this.remote = remote;
        this.outcomeUnknown = outcomeUnknown;
    }

    /** The client's name. */
    public String remote() {
        return remote;
    }

    /** Whether the request may have been carried out: then ask, never undo blindly. False: it was never sent. */
    public boolean outcomeUnknown() {
        return outcomeUnknown;
    }
}
