package io.niaga.messaging;

import java.util.List;

/**
 * Takes in what one poll brought, for projections that write in bulk. When it throws, the events are given again one by
 * one, so that a single bad event is found and set aside.
 */
@FunctionalInterface
public interface BatchReceiver {
    void receive(List<Received> events) throws Exception;
}
