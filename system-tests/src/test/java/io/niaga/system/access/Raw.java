package io.niaga.system.access;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** HTTP by hand: sends any bytes, however wrong, and reads what comes until the other side closes or says nothing more. */
final class Raw {
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] (\\d{3})");
    private final int port;
    private final int patience;

    Raw(int port) {
        this(port, 10_000);
    }

    /**
     * @param patience milliseconds of silence to wait for
     */
    Raw(int port, int patience) {
        this.port = port;
        this.patience = patience;
    }

    /** Everything that was answered, one character per byte; empty when the connection was closed without a word. */
    record Reply(String text) {
        /** Of the first answer; 0 when there was none. */
        int status() {
            Matcher found = STATUS.matcher(text);
            return found.lookingAt() ? Integer.parseInt(found.group(1)) : 0;
        }

        long answers() {
            return STATUS.matcher(text).results().count();
        }

        String head() {
            int end = text.indexOf("\r\n\r\n");
            return end < 0 ? text : text.substring(0, end);
        }

        String body() {
            int end = text.indexOf("\r\n\r\n");
            String body = end < 0 ? "" : text.substring(end + 4);
            return head().toLowerCase(java.util.Locale.ROOT).contains("transfer-encoding: chunked")
                    ? unchunked(body)
                    : body;
        }

        /** The code of a problem document, or empty when it is none. */
        String code() {
            try {
                JsonNode json = json();
                return json.path("status").asInt() == status()
                        ? json.path("code").asString("")
                        : "";
            } catch (JacksonException notJson) {
                return "";
            }
        }

        JsonNode json() {
            return JsonMapper.shared().readTree(body().getBytes(StandardCharsets.ISO_8859_1));
        }

        private static String unchunked(String chunks) {
            StringBuilder body = new StringBuilder();
            int at = 0;
            while (at < chunks.length()) {
                int line = chunks.indexOf("\r\n", at);
                int size = line < 0 ? 0 : Integer.parseInt(chunks.substring(at, line), 16);
                if (size == 0) {
                    break;
                }
                int end = Math.min(line + 2 + size, chunks.length());
                body.append(chunks, line + 2, end);
                at = end + 2;
            }
            return body.toString();
        }
    }

    Reply send(String method, String target, Map<String, String> headers, byte[] body) {
        StringBuilder head =
                new StringBuilder(method + " " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        if (body.length > 0 || !method.equals("GET")) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        byte[] start = head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8);
        byte[] all = new byte[start.length + body.length];
        System.arraycopy(start, 0, all, 0, start.length);
        System.arraycopy(body, 0, all, start.length, body.length);
        return send(all);
    }

    Reply send(String request) {
        return send(request.getBytes(StandardCharsets.ISO_8859_1));
    }

    private Reply send(byte[] request) {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(patience);
            try {
                socket.getOutputStream().write(request);
                socket.getOutputStream().flush();
            } catch (SocketException refusedWhileSending) {
                // It may have answered before it closed.
            }
            read(socket.getInputStream(), answer);
        } catch (IOException closed) {
            // What was read so far is the answer.
        }
        return new Reply(answer.toString(StandardCharsets.ISO_8859_1));
    }

    private static void read(InputStream in, ByteArrayOutputStream answer) throws IOException {
        try {
            in.transferTo(answer);
        } catch (SocketTimeoutException silent) {
            // It keeps the connection open and says nothing more.
        }
    }
}
