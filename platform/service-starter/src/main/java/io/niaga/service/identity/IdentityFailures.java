package io.niaga.service.identity;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import javax.net.ssl.SSLException;

/** Counts why the identity server did not give what it was asked for; each reason is there from the start, at zero. */
public final class IdentityFailures {
    private enum Reason {
        UNREACHABLE,
        CERTIFICATE,
        ANSWER
    }

    private final Map<Reason, Counter> counters = new EnumMap<>(Reason.class);

    private IdentityFailures(MeterRegistry meters, String name, String description) {
        for (Reason reason : Reason.values()) {
            counters.put(
                    reason,
                    Counter.builder(name)
                            .description(description)
                            .tag("reason", reason.name().toLowerCase(Locale.ROOT))
                            .register(meters));
        }
    }

    /** Of fetching the keys that tokens are signed with. */
    static IdentityFailures ofKeys(MeterRegistry meters) {
        return new IdentityFailures(
                meters,
                "niaga.identity.key.failures",
                "Times the keys that tokens are signed with could not be fetched");
    }

    /** Of fetching the service's own token. */
    public static IdentityFailures ofTokens(MeterRegistry meters) {
        return new IdentityFailures(
                meters, "niaga.identity.token.failures", "Times the service got no token for its own calls");
    }

    /** It answered, but not with what was asked for. */
    public void answered() {
        count(Reason.ANSWER);
    }

    /** It did not answer, not as somebody we trust, or with an error. */
    public void failed(IOException why) {
        count(reason(why));
    }

    private static Reason reason(Throwable why) {
        for (Throwable cause = why; cause != null; cause = cause.getCause()) {
            if (cause instanceof SSLException) {
                return Reason.CERTIFICATE;
            }
            if (cause instanceof SocketException
                    || cause instanceof InterruptedIOException
                    || cause instanceof UnknownHostException) {
                return Reason.UNREACHABLE;
            }
        }
        return Reason.ANSWER;
    }

    private void count(Reason reason) {
        Counter counter = counters.get(reason);
        if (counter != null) {
            counter.increment();
        }
    }
}
