package io.niaga.system.operations;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/**
 * One address for the replicas of a service, as a Kubernetes Service gives it: a connection goes to one of those that say they
 * are ready, in turn, and stays there; nobody looks into it.
 */
final class Balancer implements AutoCloseable {
    private static final long PAUSE = 300_000_000L;
    private static final int SILENCES = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final Map<Integer, URI> replicas;
    private final Map<Integer, Integer> silences = new HashMap<>();
    private final List<Integer> ready = new CopyOnWriteArrayList<>();
    private final AtomicInteger turn = new AtomicInteger();
    private final ServerSocket door;

    /** @param replicas the management address of each, by its port */
    Balancer(Map<Integer, String> replicas) throws IOException {
        this.replicas = replicas.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, replica -> URI.create(replica.getValue() + "/actuator/health/readiness")));
        this.door = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::watch);
        Thread.ofVirtual().start(this::accept);
    }

    String address() {
        return "http://127.0.0.1:" + door.getLocalPort();
    }

    private void watch() {
        while (!door.isClosed()) {
            replicas.forEach((port, readiness) -> {
                if (!isReady(port, readiness)) {
                    ready.remove(port);
                } else if (!ready.contains(port)) {
                    ready.add(port);
                }
            });
            LockSupport.parkNanos(PAUSE);
        }
    }

    /** What says that it is not ready, or is not there, is believed at once; one that is slow to say anything the third time. */
    private boolean isReady(int port, URI readiness) {
        HttpRequest request =
                HttpRequest.newBuilder(readiness).timeout(PATIENCE).build();
        try {
            boolean says = client.send(request, BodyHandlers.discarding()).statusCode() == HttpURLConnection.HTTP_OK;
            silences.remove(port);
            return says;
        } catch (HttpTimeoutException slow) {
            return silences.merge(port, 1, Integer::sum) < SILENCES && ready.contains(port);
        } catch (IOException gone) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void accept() {
        while (true) {
            try {
                Socket near = door.accept();
                Thread.ofVirtual().start(() -> connect(near));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void connect(Socket near) {
        List<Integer> now = List.copyOf(ready);
        try {
            if (now.isEmpty()) {
                near.close();
                return;
            }
            int port = now.get(Math.floorMod(turn.getAndIncrement(), now.size()));
            Line.between(near, new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException gone) {
            // The caller's connection is closed, as a balancer's would be.
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        client.close();
    }
}
