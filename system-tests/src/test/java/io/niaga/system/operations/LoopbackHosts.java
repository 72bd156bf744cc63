package io.niaga.system.operations;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Host names that each stand for a loopback address of its own, as a hosts file for JVMs ({@code jdk.net.hosts.file}). */
final class LoopbackHosts implements AutoCloseable {
    private final Map<String, String> addresses = new LinkedHashMap<>();
    private final List<ServerSocket> forwarded = new ArrayList<>();

    LoopbackHosts(List<String> names) {
        names.forEach(name -> addresses.put(name, "127.9.1." + (addresses.size() + 1)));
    }

    String address(String name) {
        return java.util.Objects.requireNonNull(addresses.get(name), name);
    }

    Path writeTo(Path file) throws IOException {
        List<String> lines = new ArrayList<>(List.of("127.0.0.1 localhost"));
        addresses.forEach((name, address) -> lines.add(address + " " + name));
        return Files.write(file, lines);
    }

    /** Whoever connects to the host at that port talks to a port of this machine. */
    void forward(String name, int port, int to) throws IOException {
        ServerSocket server = new ServerSocket();
        server.bind(new InetSocketAddress(address(name), port));
        forwarded.add(server);
        Thread.ofVirtual().start(() -> {
            while (!server.isClosed()) {
                try {
                    Socket near = server.accept();
                    Socket far = new Socket(InetAddress.getLoopbackAddress(), to);
                    Thread.ofVirtual().start(() -> pump(near, far));
                    Thread.ofVirtual().start(() -> pump(far, near));
                } catch (IOException closed) {
                    return;
                }
            }
        });
    }

    private static void pump(Socket from, Socket to) {
        try (from;
                to;
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            in.transferTo(out);
        } catch (IOException ended) {
            // Either end has closed; closing both is all there is to do.
        }
    }

    @Override
    public void close() {
        for (ServerSocket server : forwarded) {
            try {
                server.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
