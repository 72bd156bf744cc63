package io.niaga.messaging;

import com.mongodb.MongoException;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;

/** Gives an event to the local writer it names. */
final class LocalCourier implements Courier {
    private static final int DUPLICATE_KEY = 11000;

    private final Supplier<Stream<LocalWriter>> beans;
    private volatile @Nullable Map<String, LocalWriter> byName;

    /** @param beans asked for at the first event, since writers may themselves need an outbox */
    LocalCourier(Supplier<Stream<LocalWriter>> beans) {
        this.beans = beans;
    }

    boolean knows(String writer) {
        return writers().containsKey(writer);
    }

    private Map<String, LocalWriter> writers() {
        Map<String, LocalWriter> known = byName;
        if (known == null) {
            known = beans.get().collect(Collectors.toUnmodifiableMap(LocalWriter::name, Function.identity()));
            byName = known;
        }
        return known;
    }

    @Override
    public void deliver(String source, String key, Pending event) throws DeliveryFailed {
        LocalWriter writer = writers().get(event.writer());
        if (writer == null || !(event.body() instanceof Document body)) {
            throw new DeliveryFailed("there is no local writer " + event.writer(), null, false);
        }
        try {
            writer.write(key + "/" + event.seq(), event.type(), body, event.at());
        } catch (DuplicateKeyException done) {
            // Written by an earlier try: its derived id is the proof.
        } catch (MongoException failed) {
            if (failed.getCode() != DUPLICATE_KEY) {
                throw new DeliveryFailed("the local writer " + event.writer() + " failed", failed, false);
            }
        } catch (RuntimeException failed) {
            throw new DeliveryFailed("the local writer " + event.writer() + " failed", failed, false);
        }
    }
}
