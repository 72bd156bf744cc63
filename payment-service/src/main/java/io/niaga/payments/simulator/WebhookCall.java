package io.niaga.payments.simulator;

/** How the sandbox calls our webhook endpoint over HTTP; false when the answer was no 2xx or none at all. */
@FunctionalInterface
public interface WebhookCall {
    boolean send(String eventId, byte[] body);
}
