package io.niaga.localstack.preflight;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Whether a port is free and, where the system tells, who holds it. */
final class PortOwner {
    private static final String LISTENING = "0A";

    private PortOwner() {}

    /** Free for everybody: a listener on one address alone takes it too. */
    static boolean isFree(int port) {
        return binds(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
                && binds(new InetSocketAddress(port));
    }

    private static boolean binds(InetSocketAddress address) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(address);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** {@code pid 4711 (python3)}, where the system tells. */
    static Optional<String> of(int port) {
        Set<String> sockets = new HashSet<>();
        for (String table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
            sockets.addAll(listening(table, port));
        }
        return sockets.isEmpty()
                ? Optional.empty()
                : ProcessHandle.allProcesses()
                        .filter(process -> holds(process, sockets))
                        .findFirst()
                        .map(PortOwner::named);
    }

    private static List<String> listening(String table, int port) {
        String suffix = String.format(Locale.ROOT, ":%04X", port);
        try (Stream<String> lines = Files.lines(Path.of(table), StandardCharsets.US_ASCII)) {
            return lines.map(line -> line.strip().split("\\s+"))
                    .filter(columns ->
                            columns.length > 9 && columns[1].endsWith(suffix) && columns[3].equals(LISTENING))
                    .map(columns -> "socket:[" + columns[9] + "]")
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static boolean holds(ProcessHandle process, Set<String> sockets) {
        Path descriptors = Path.of("/proc", String.valueOf(process.pid()), "fd");
        try (Stream<Path> links = Files.list(descriptors)) {
            return links.anyMatch(link -> sockets.contains(target(link)));
        } catch (IOException e) {
            return false;
        }
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException e) {
            return "";
        }
    }

    private static String named(ProcessHandle process) {
        return "pid " + process.pid()
                + process.info()
                        .command()
                        .map(command -> " (" + Path.of(command).getFileName() + ")")
                        .orElse("");
    }
}
