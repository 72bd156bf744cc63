package io.niaga.system.operations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
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

    /** Whoever connects to the one address and port talks to the other. */
    void forward(String address, int port, String toAddress, int toPort) throws IOException {
        ServerSocket server = new ServerSocket();
        server.bind(new InetSocketAddress(address, port));
        forwarded.add(server);
        Thread.ofVirtual().start(() -> {
            while (!server.isClosed()) {
                try {
                    Line.between(server.accept(), new InetSocketAddress(toAddress, toPort));
                } catch (IOException refused) {
                    // As it would be without anything between; who tries again may be luckier.
                }
            }
        });
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
