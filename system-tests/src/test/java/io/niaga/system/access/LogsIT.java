package io.niaga.system.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.localstack.secrets.Secrets;
import io.niaga.system.harness.SystemIT;
import io.niaga.system.operations.Hearing;
import io.niaga.testsupport.Answer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Whatever people send, well or badly: nothing personal and no secret is written into any log of any process. */
@SystemIT
@Order(Integer.MAX_VALUE) // Whatever others provoked is in the logs by then.
class LogsIT {
    private final World world = World.shared();

    @Test
    void logs_hold_no_person_no_token_and_no_secret() throws IOException {
        Map<String, String> words = new LinkedHashMap<>();
        Traces.all().forEach(trace -> words.put(trace, "a trace: " + trace));
        Secrets.names().forEach(name -> words.put(world.site.secret(name), "the secret " + name));
        for (String actor : List.of("buyer", "operator", "administrator", "elsewhere")) {
            words.put(world.actors.token(actor).split("\\.")[2], "a token of " + actor);
        }
        leaveTraces(words);
        Hearing.awaitAll(world.site.stack());
        assertThat(found(words)).isEmpty();
    }

    /** A purchase by a guest, and every kind of failure, with words in them that are somebody's own. */
    private void leaveTraces(Map<String, String> words) {
        Shopper guest = new Shopper(world.site.gateway());
        Answer placed = guest.bought(world.value("sku"), "CARD");
        guest.tokens()
                .forEach((header, token) -> words.put(token.substring(token.lastIndexOf('.') + 1), "a " + header));
        String payment = "/v1/payments/" + placed.text("/payment/id") + "/confirmation";
        guest.api().post(payment, Map.of("token", "tok_declined"));
        guest.api().post(payment, Map.of("token", "4111111111111111"));
        words.put("4111111111111111", "a card");
        String person = "{\"email\":\"" + Traces.MAIL + "\",\"phone\":\"" + Traces.PHONE + "\",\"name\":\""
                + Traces.NAME + "\",\"password\":\"" + Traces.PASSWORD + "\"";
        for (String body : List.of(
                person,
                person + "}",
                person + ",\"x\":1}",
                "[" + person + "}]",
                person + ",\"email\":{}}",
                person.replace("\"email\":", "\"language\":"))) {
            for (String path : List.of("/v1/users", "/v1/me/addresses", "/v1/quotes", "/v1/orders", "/v1/carts")) {
                world.as("buyer").once(World.word()).post(path, body);
            }
        }
        new Raw(world.site.ports().base(), 2_000)
                .send("GET /v1/" + Traces.MAIL + "?q=" + Traces.MAIL + " HTTP/1.1\r\nHost: x\r\nX Y: " + Traces.MAIL
                        + "\r\nX-Mail: " + Traces.MAIL + "\r\n\r\n");
        world.site.gateway().get("/v1/search?q=" + Traces.MAIL);
        world.site.gateway().get("/v1/products/by-slug/" + Traces.MAIL);
        world.site.gateway().get("/v1/orders/" + Traces.MAIL);
        world.as("operator")
                .get("/v1/notifications?orderId=" + placed.text("/id"))
                .expect(200);
    }

    private List<String> found(Map<String, String> words) throws IOException {
        List<String> found = new ArrayList<>();
        List<Path> files;
        try (Stream<Path> all = Files.walk(world.site.logs())) {
            files = all.filter(Files::isRegularFile).toList();
        }
        assertThat(files).as("log files").hasSizeGreaterThan(10);
        for (Path file : files) {
            String text = Files.readString(file, StandardCharsets.ISO_8859_1);
            words.forEach((word, what) -> {
                int at = text.indexOf(word);
                if (at >= 0) {
                    int line = text.lastIndexOf('\n', at) + 1;
                    int end = text.indexOf('\n', at);
                    found.add(file.getFileName() + " holds " + what + ": "
                            + text.substring(line, Math.min(end < 0 ? text.length() : end, line + 400)));
                }
            });
        }
        return found;
    }
}
