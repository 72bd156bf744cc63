package io.niaga.system.access;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** One connection on which a reader asks again and again, cheaper than a client that shares the machine with the system. */
final class KeptAlive implements AutoCloseable {
    private final Socket socket;
    private final InputStream in;

    KeptAlive(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(20_000);
        in = new BufferedInputStream(socket.getInputStream(), 16_384);
    }

    /** Status line and headers of the answer; its body is read and dropped. */
    String get(String path) throws IOException {
        socket.getOutputStream()
                .write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        String head = until("\r\n\r\n");
        String lower = head.toLowerCase(Locale.ROOT);
        if (lower.contains("transfer-encoding: chunked")) {
            int size;
            do {
                size = Integer.parseInt(until("\r\n").strip(), 16);
                in.skipNBytes(size + 2L);
            } while (size > 0);
        } else {
            int at = lower.indexOf("content-length:");
            in.skipNBytes(
                    at < 0
                            ? 0
                            : Long.parseLong(lower.substring(at + 15, lower.indexOf("\r\n", at))
                                    .strip()));
        }
        return head;
    }

    private String until(String end) throws IOException {
        StringBuilder text = new StringBuilder();
        while (text.length() < end.length() || text.indexOf(end, text.length() - end.length()) < 0) {
            int next = in.read();
            if (next < 0) {
                throw new EOFException("closed after: " + text);
            }
            text.append((char) next);
        }
        return text.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
