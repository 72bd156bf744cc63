package io.niaga.trace;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends spans to a collector in the background, some at a time; what it cannot send is dropped and counted in the log. */
public final class OtlpSpans implements Spans, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OtlpSpans.class);
    private static final int QUEUE = 2048;
    private static final int BATCH = 512;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int HEX = 16;
    private static final int TAIL = 24;

    private final BlockingQueue<Span> waiting = new ArrayBlockingQueue<>(QUEUE);
    private final LongAdder dropped = new LongAdder();
    private final URI endpoint;
    private final int oneIn;
    private final OtlpJson json;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private final Thread sender = Thread.ofVirtual().name("spans").unstarted(this::sendUntilClosed);
    private volatile boolean open = true;

    /**
     * Begins to send.
     *
     * @param endpoint of the collector, {@code http://collector:4318/v1/traces}
     * @param service the process' name
     * @param oneIn how many traces one is kept of
     */
    public OtlpSpans(URI endpoint, String service, int oneIn) {
        this.endpoint = endpoint;
        this.oneIn = oneIn;
        this.json = new OtlpJson(service);
        sender.start();
    }

    @Override
    public void ended(Span span) {
        if (isKept(span.traceId()) && !waiting.offer(span)) {
            dropped.increment();
        }
    }

    private boolean isKept(String traceId) {
        return oneIn == 1 || Long.parseUnsignedLong(traceId.substring(TAIL), HEX) % oneIn == 0;
    }

    private void sendUntilClosed() {
        List<Span> batch = new ArrayList<>(BATCH);
        try {
            while (open || !waiting.isEmpty()) {
                Span first = waiting.poll(1, TimeUnit.SECONDS);
                if (first != null) {
                    batch.add(first);
                    gather(batch);
                    send(batch);
                    batch.clear();
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** What comes within a moment goes along. */
    private void gather(List<Span> batch) throws InterruptedException {
        if (open) {
            TimeUnit.MILLISECONDS.sleep(200);
        }
        waiting.drainTo(batch, BATCH - batch.size());
    }

    private void send(List<Span> batch) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(endpoint)
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(json.request(batch)))
                .build();
        String reason;
        try {
            int status =
                    http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            reason = status / 100 == 2 ? "" : "it answered " + status;
        } catch (IOException unreachable) {
            reason = unreachable.toString();
        }
        long lost = dropped.sumThenReset() + (reason.isEmpty() ? 0 : batch.size());
        if (lost > 0) {
            LOG.warn("{} spans were lost on their way to {}: {}", lost, endpoint.getHost(), reason);
        }
    }

    /** Sends what waits, for a few seconds at most. */
    @Override
    public void close() {
        open = false;
        try {
            sender.join(PATIENCE);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        sender.interrupt();
        http.close();
    }
}
