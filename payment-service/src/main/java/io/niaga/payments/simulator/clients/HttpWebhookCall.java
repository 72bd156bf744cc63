package io.niaga.payments.simulator.clients;

import io.niaga.payments.simulator.WebhookCall;
import io.niaga.payments.webhook.WebhookSignature;
import io.niaga.service.trace.Trace;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Calls our webhook over HTTP, signed, through the same door that a provider would use. */
public final class HttpWebhookCall implements WebhookCall {
    private static final Logger log = LoggerFactory.getLogger(HttpWebhookCall.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final URI endpoint;
    private final WebhookSignature signature;
    private final Clock clock;

    public HttpWebhookCall(URI endpoint, WebhookSignature signature, Clock clock) {
        this.endpoint = endpoint;
        this.signature = signature;
        this.clock = clock;
    }

    @Override
    public boolean send(String eventId, byte[] body) {
        Instant now = clock.instant();
        HttpRequest.Builder request = HttpRequest.newBuilder(endpoint)
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("webhook-id", eventId)
                .header("webhook-timestamp", Long.toString(now.getEpochSecond()))
                .header("webhook-signature", signature.sign(eventId, now, body))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        Trace trace = Trace.current();
        if (trace != null) {
            request.header(Trace.HEADER, trace.traceparent());
        }
        try {
            int status = http.send(request.build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
            return status / 100 == 2;
        } catch (IOException unreachable) {
            log.info("the webhook did not answer event {}; it is sent again", eventId);
            return false;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
