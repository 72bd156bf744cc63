package io.niaga.service.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.service.sample.Sample;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** What a client can send that is not HTTP as the container understands it. */
class ConnectorProblemsIT {
    private static final String END = "\r\nHost: x\r\nConnection: close\r\n\r\n";

    static Stream<String> notHttp() {
        return Stream.of(
                "NONSENSE\r\n\r\n",
                "GET /v1/notes?q=<script> HTTP/1.1" + END,
                "GET /v1/me HTTP/9.9" + END,
                "GET /v1/me HTTP/1.1\r\nHost: x\r\nHost: y\r\nConnection: close\r\n\r\n",
                "GET /v1/me HTTP/1.1\r\nConnection: close\r\n\r\n",
                "GET /v1/me HTTP/1.1\r\nHost: x\r\nBad Header: y\r\nConnection: close\r\n\r\n",
                "POST /v1/notes HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: rot13\r\nConnection: close\r\n\r\n",
                "POST /v1/notes HTTP/1.1\r\nHost: x\r\nContent-Length: -5\r\nConnection: close\r\n\r\n",
                "GET /v1/me HTTP/1.1\r\nHost: x\r\nX-Long: " + "a".repeat(20_000) + "\r\nConnection: close\r\n\r\n",
                "GET /v1/notes/%zz HTTP/1.1" + END,
                "GET /v1/notes/a%2Fb HTTP/1.1" + END,
                "GET /v1/notes%00 HTTP/1.1" + END,
                "TRACE /v1/me HTTP/1.1" + END,
                "BREW /v1/me HTTP/1.1" + END);
    }

    @ParameterizedTest
    @MethodSource("notHttp")
    void is_refused_with_a_problem_too(String request) throws IOException {
        String answer = send(request);
        assertThat(answer).startsWith("HTTP/1.1 4").contains("application/problem+json");
        int blank = answer.indexOf("\r\n\r\n");
        String body = answer.substring(answer.indexOf('{', blank), answer.lastIndexOf('}') + 1);
        JsonNode problem = Sample.JSON.readTree(body);
        assertThat(problem.path("code").asString()).matches("[A-Z_]+");
        assertThat(problem.path("status").asInt()).isEqualTo(Integer.parseInt(answer.substring(9, 12)));
    }

    private static String send(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), Sample.port())) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
