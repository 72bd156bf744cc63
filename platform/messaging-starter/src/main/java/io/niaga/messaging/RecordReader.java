package io.niaga.messaging;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** Reads records for one subscription: the type header first, the rest only when it is wanted. */
final class RecordReader {
    private static final Pattern VERSION = Pattern.compile("\\.v\\d+$");

    private final Subscription subscription;
    private final Set<String> names;
    private final EventJson json = new EventJson();

    RecordReader(Subscription subscription) {
        this.subscription = subscription;
        this.names = subscription.types().stream().map(RecordReader::name).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether the record concerns the subscription at all; one without a type does, since it belongs nowhere else. */
    boolean concerns(ConsumerRecord<String, byte[]> in) {
        String type = EnvelopeCodec.type(in);
        return type == null || names.contains(name(type));
    }

    Incoming read(ConsumerRecord<String, byte[]> in) {
        String type = EnvelopeCodec.type(in);
        if (type == null) {
            return new Incoming.Unreadable(DeadLetter.Reason.MALFORMED, "NoType");
        }
        Subscription.Route<?> route = subscription.routes().get(type);
        if (route == null) {
            return names.contains(name(type))
                    ? new Incoming.Unreadable(DeadLetter.Reason.UNKNOWN_VERSION, type)
                    : new Incoming.Foreign();
        }
        try {
            return new Incoming.Fact(EnvelopeCodec.decode(in), body(in.value(), route.body()), route);
        } catch (JacksonException | IllegalArgumentException malformed) {
            return new Incoming.Unreadable(
                    DeadLetter.Reason.MALFORMED, malformed.getClass().getSimpleName());
        }
    }

    private @Nullable Object body(byte @Nullable [] value, Class<?> type) {
        if (value == null) {
            return null;
        }
        Object body = json.read(value, type);
        if (body == null) {
            throw new IllegalArgumentException("the body is the word null");
        }
        return body;
    }

    private static String name(String type) {
        return VERSION.matcher(type).replaceFirst("");
    }
}
