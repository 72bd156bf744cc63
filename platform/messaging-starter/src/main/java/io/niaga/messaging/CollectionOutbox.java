package io.niaga.messaging;

import java.util.function.Consumer;

/** The outbox of one collection. */
record CollectionOutbox(String source, Leases leases, Consumer<String> announce) implements Outbox {
    @Override
    public void overtaken(String aggregate) {
        announce.accept(aggregate);
    }
}
