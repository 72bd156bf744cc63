package io.niaga.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * Requests written by hand: sent a byte now and then, framed ambiguously, or meant to become another protocol. A service has
 * less time to answer than a client to send.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ExtendWith(OutputCaptureExtension.class)
class RawRequestsIT {
    private static final Backend BACKEND = new Backend();
    /** Accepts what comes and reads nothing of it. */
    private static final ServerSocket DEAF = deaf();

    private static final Duration PATIENCE = Duration.ofSeconds(8);
    private static final int TO_OPEN_A_BREAKER = 10;

    @Value("${local.server.port}")
    int port;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        for (var upstream : io.niaga.gateway.routes.Upstream.values()) {
            registry.add("niaga.gateway.upstreams." + upstream.name().toLowerCase(Locale.ROOT), BACKEND::url);
        }
        registry.add("niaga.gateway.upstreams.catalog", () -> "http://127.0.0.1:" + DEAF.getLocalPort());
        registry.add("niaga.gateway.issuer", () -> "http://issuer.test");
        registry.add("niaga.gateway.jwks-uri", () -> BACKEND.url() + "/keys");
        registry.add("niaga.gateway.request-timeout", () -> "3s");
        registry.add("niaga.gateway.response-timeout", () -> "1s");
        registry.add("management.server.port", () -> "0");
    }

    private static ServerSocket deaf() {
        try {
            ServerSocket deaf = new ServerSocket();
            deaf.setReceiveBufferSize(4096);
            deaf.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            return deaf;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterAll
    static void stop() throws IOException {
        BACKEND.close();
        DEAF.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /v1/carts HTTP/1.1\r\nHost: x\r\nX-Slow: ",
                "GET /v1/ca",
                "POST /v1/carts HTTP/1.1\r\nHost: x\r\nContent-Length: 900\r\n\r\n{",
                "POST /v1/carts HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n384\r\n{"
            })
    void a_request_that_does_not_end_is_given_up(String start) throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            write(socket, start);
            assertThat(hangsUp(socket)).isTrue();
        }
    }

    @Test
    void who_sends_a_body_slowly_is_told_so() throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            write(socket, "POST /v1/carts HTTP/1.1\r\nHost: x\r\nContent-Length: 900\r\n\r\n{");
            assertThat(answer(socket))
                    .startsWith("HTTP/1.1 408")
                    .contains("\"code\":\"REQUEST_TOO_SLOW\"", "problem+json");
        }
    }

    @Test
    void slow_senders_are_no_fault_of_the_service() throws Exception {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < TO_OPEN_A_BREAKER; i++) {
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
                slow.add(socket);
                write(socket, "POST /v1/coupons HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\n{");
            }
            for (Socket socket : slow) {
                assertThat(answer(socket)).startsWith("HTTP/1.1 408").contains("\"code\":\"REQUEST_TOO_SLOW\"");
            }
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
        assertThat(answer("/v1/coupons")).startsWith("HTTP/1.1 200");
    }

    @Test
    void who_takes_longer_to_send_than_a_service_may_take_to_answer_is_served() throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            write(socket, "POST /v1/carts HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\n{");
            for (char c : "    ".toCharArray()) {
                Thread.sleep(450);
                write(socket, String.valueOf(c));
            }
            assertThat(answer(socket)).startsWith("HTTP/1.1 200").contains("{\"size\":5}");
        }
    }

    @Test
    void an_answer_that_has_begun_may_take_longer() throws Exception {
        assertThat(answer("/v1/carts/halting")).startsWith("HTTP/1.1 200").endsWith("{}");
    }

    @ParameterizedTest
    @CsvSource({
        "large, 1000, true",
        "large, 1000, false",
        "large, 0, true",
        "mem_1, 0, true",
        "mem_1, 0, false",
        "halting, 1, true"
    })
    void who_leaves_while_the_answer_is_on_its_way_is_no_fault_of_the_service(
            String of, int reads, boolean resets, CapturedOutput log) throws Exception {
        for (int i = 0; i < 2 * TO_OPEN_A_BREAKER; i++) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                socket.setSoLinger(resets, 0);
                write(socket, "GET /v1/members/" + of + " HTTP/1.1\r\nHost: x\r\n\r\n");
                assertThat(socket.getInputStream().readNBytes(reads)).hasSize(reads);
            }
        }
        // For what comes of it to come; a breaker that opened is open for longer.
        Thread.sleep(1_000);
        assertThat(answer("/v1/members/mem_1")).startsWith("HTTP/1.1 200");
        assertThat(log.getAll()).doesNotContain("ERROR");
    }

    @Test
    void a_service_that_does_not_answer_what_it_was_sent_opens_its_breaker() throws Exception {
        List<Socket> waiting = new ArrayList<>();
        try {
            for (int i = 0; i < TO_OPEN_A_BREAKER; i++) {
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
                waiting.add(socket);
                write(socket, "POST /v1/payments/slow HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\n{}");
            }
            for (Socket socket : waiting) {
                assertThat(answer(socket)).startsWith("HTTP/1.1 503").contains("\"code\":\"UPSTREAM_TIMEOUT\"");
            }
        } finally {
            for (Socket socket : waiting) {
                socket.close();
            }
        }
        assertThat(answer("/v1/payments/pay_1"))
                .startsWith("HTTP/1.1 503")
                .contains("\"code\":\"UPSTREAM_UNAVAILABLE\"");
    }

    @Test
    void a_service_that_does_not_take_in_what_it_is_sent_is_no_fault_of_the_sender() throws Exception {
        int size = 20_000_000;
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            write(socket, "POST /v1/product-imports HTTP/1.1\r\nHost: x\r\nContent-Length: " + size + "\r\n\r\n");
            Thread.startVirtualThread(() -> {
                try {
                    socket.getOutputStream().write(new byte[size]);
                } catch (IOException hungUp) {
                    // As it should be.
                }
            });
            assertThat(answer(socket)).startsWith("HTTP/1.1 503").contains("\"code\":\"UPSTREAM_TIMEOUT\"");
        }
    }

    @Test
    void a_body_that_goes_on_after_its_request_was_refused_is_given_up() throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            write(socket, "POST /v1/../carts HTTP/1.1\r\nHost: x\r\nContent-Length: 900\r\n\r\n{");
            assertThat(answer(socket)).startsWith("HTTP/1.1 400");
            assertThat(hangsUp(socket)).isTrue();
        }
    }

    @Test
    void the_second_request_of_a_connection_is_watched_too_and_a_pause_between_them_is_not() throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            String whole = "GET /v1/carts/crt_1 HTTP/1.1\r\nHost: x\r\n\r\n";
            write(socket, whole);
            assertThat(answer(socket)).startsWith("HTTP/1.1 200");
            Thread.sleep(3_500);
            write(socket, whole);
            assertThat(answer(socket)).startsWith("HTTP/1.1 200");
            write(socket, "GET /v1/carts HTTP/1.1\r\nHost: x\r\nX-Slow: ");
            assertThat(hangsUp(socket)).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"xchunked", "identity", "chunked\r\nTransfer-Encoding: x"})
    void a_body_of_uncertain_length_is_refused(String coding) throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            write(
                    socket,
                    "POST /v1/carts HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: " + coding
                            + "\r\n\r\n2\r\n{}\r\n0\r\n\r\n");
            assertThat(answer(socket)).startsWith("HTTP/1.1 400").contains("HEADER_REFUSED");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/search?q=100%", "/v1/search?q={", "/v1/carts/%zz", "/v1/carts/[x]"})
    void an_address_that_cannot_be_read_is_a_problem_like_others(String address) throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            write(socket, "GET " + address + " HTTP/1.1\r\nHost: x\r\n\r\n");
            String answer = answer(socket);
            if (!answer.startsWith("HTTP/1.1 200")) {
                assertThat(answer).startsWith("HTTP/1.1 400").contains("\"code\":\"PATH_REFUSED\"", "problem+json");
            }
        }
    }

    @Test
    void no_other_protocol_is_agreed_to() throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            write(
                    socket,
                    "GET /v1/carts/crt_1 HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                            + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n");
            assertThat(answer(socket)).startsWith("HTTP/1.1 200");
        }
    }

    private String answer(String path) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            write(socket, "GET " + path + " HTTP/1.1\r\nHost: x\r\n\r\n");
            return answer(socket);
        }
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Up to the end of the echo's body, or until the other side closes. */
    private static String answer(Socket socket) throws IOException {
        socket.setSoTimeout(5_000);
        StringBuilder text = new StringBuilder();
        byte[] some = new byte[16_384];
        while (text.indexOf("}") < 0) {
            int length = socket.getInputStream().read(some);
            if (length < 0) {
                break;
            }
            text.append(new String(some, 0, length, StandardCharsets.ISO_8859_1));
        }
        return text.toString();
    }

    /** Sends a byte every 200 ms until the other side closes. */
    private static boolean hangsUp(Socket socket) throws IOException {
        socket.setSoTimeout(200);
        Instant end = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(end)) {
            try {
                write(socket, "x");
                while (socket.getInputStream().read() >= 0) {
                    // An answer on the way out.
                }
                return true;
            } catch (SocketTimeoutException stillThere) {
                // Once more.
            } catch (IOException reset) {
                return true;
            }
        }
        return false;
    }
}
