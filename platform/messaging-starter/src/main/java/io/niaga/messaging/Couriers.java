package io.niaga.messaging;

/** To a topic by Kafka, to a local writer directly. */
record Couriers(Courier topics, Courier local) implements Courier {
    @Override
    public void deliver(String source, String key, Pending event) throws DeliveryFailed {
        (event.isLocal() ? local : topics).deliver(source, key, event);
    }
}
