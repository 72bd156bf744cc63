package io.niaga.localstack.process;

import java.util.List;

/** A process did not become ready: which, why, and the end of its log. */
public final class StartFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient List<String> logEnd;

    public StartFailed(String message, List<String> logEnd) {
        super(message);
        this.logEnd = List.copyOf(logEnd);
    }

    public List<String> logEnd() {
        return logEnd;
    }
}
