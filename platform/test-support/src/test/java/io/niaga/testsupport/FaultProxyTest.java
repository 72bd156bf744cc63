package io.niaga.testsupport;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static io.niaga.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class FaultProxyTest {
    @RegisterExtension
    static final WireMockExtension SERVER =
            WireMockExtension.newInstance().options(options().dynamicPort()).build();

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final FaultProxy proxy = FaultProxy.to(SERVER.getPort());

    @BeforeEach
    void a_server_that_answers() {
        SERVER.stubFor(any(anyUrl()).willReturn(ok("here")));
    }

    @AfterEach
    void leave() {
        proxy.close();
        client.close();
    }

    @Test
    void passes_everything_on() throws Exception {
        assertThat(call()).isEqualTo("here");
        assertThat(call()).isEqualTo("here");
    }

    @Test
    void delays_answers() throws Exception {
        proxy.delay(Duration.ofMillis(300));
        long begun = System.nanoTime();
        assertThat(call()).isEqualTo("here");
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThan(Duration.ofMillis(290));
    }

    @Test
    void a_stalled_line_lets_nothing_through_until_it_is_healed() throws Exception {
        proxy.stall();
        assertThatThrownBy(() -> call(Duration.ofSeconds(1))).isInstanceOf(HttpTimeoutException.class);
        assertThat(SERVER.getAllServeEvents()).isEmpty();
        proxy.heal();
        assertThat(call()).isEqualTo("here");
    }

    @Test
    void lost_answers_mean_that_the_server_did_it() {
        proxy.loseAnswers();
        assertThatThrownBy(() -> call(Duration.ofSeconds(1))).isInstanceOf(HttpTimeoutException.class);
        assertThat(SERVER.getAllServeEvents()).hasSize(1);
    }

    @Test
    void refuses_open_and_new_connections() throws Exception {
        assertThat(call()).isEqualTo("here");
        proxy.refuse();
        assertThatThrownBy(this::call).isInstanceOf(IOException.class);
        assertThat(SERVER.getAllServeEvents()).hasSize(1);
        proxy.heal();
        assertThat(call()).isEqualTo("here");
    }

    @Test
    void a_witness_sees_a_request_before_the_server_and_its_answer_before_the_caller() throws Exception {
        List<String> seen = new CopyOnWriteArrayList<>();
        proxy.watch((piece, length, answer) -> seen.add(
                answer
                        ? "answer"
                        : "request, server knows of "
                                + SERVER.getAllServeEvents().size()));
        assertThat(call()).isEqualTo("here");
        assertThat(seen).startsWith("request, server knows of 0").contains("answer");
        proxy.heal();
        int before = seen.size();
        call();
        assertThat(seen).hasSize(before);
    }

    @Test
    void a_request_that_its_witness_keeps_is_never_heard_of() throws Exception {
        proxy.watch((piece, length, answer) -> false);
        assertThatThrownBy(this::call).isInstanceOf(IOException.class);
        proxy.heal();
        assertThat(call()).isEqualTo("here");
        assertThat(SERVER.getAllServeEvents()).hasSize(1);
    }

    @Test
    void an_answer_that_its_witness_keeps_was_given() {
        proxy.watch((piece, length, answer) -> !answer);
        assertThatThrownBy(this::call).isInstanceOf(IOException.class);
        eventually(() -> assertThat(SERVER.getAllServeEvents()).isNotEmpty());
    }

    private String call() throws IOException, InterruptedException {
        return call(Duration.ofSeconds(10));
    }

    private String call(Duration patience) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + proxy.port() + "/x"))
                .timeout(patience)
                .build();
        return client.send(request, BodyHandlers.ofString()).body();
    }
}
