package io.niaga.catalog.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.catalog.Shop;
import io.niaga.testsupport.Answer;
import io.niaga.testsupport.Api;
import io.niaga.testsupport.Eventually;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** An import that was started, as its starter follows it. */
record Job(Api api, String path) {
    static final String NDJSON = "application/x-ndjson";
    static final String CSV = "text/csv";

    static Job start(Api api, String query, String type, String body) {
        return start(api, query, type, body.getBytes(StandardCharsets.UTF_8));
    }

    static Job start(Api api, String query, String type, byte[] body) {
        Answer accepted = api.once(Shop.key())
                .send("POST", "/v1/product-imports?" + query, type, body)
                .expect(202);
        assertThat(accepted.location()).isEqualTo("/v1/product-imports/" + accepted.text("/id"));
        return new Job(api, accepted.location());
    }

    Answer ends(String state) {
        Eventually.eventually(
                Duration.ofSeconds(90), () -> assertThat(now().text("/state")).matches("DONE|FAILED|CANCELLED"));
        Answer end = now();
        assertThat(end.text("/state")).as("%s", end).isEqualTo(state);
        return end;
    }

    Answer now() {
        return api.get(path).expect(200);
    }

    Answer rejected() {
        return api.get(path + "/rows?outcome=REJECTED&limit=100").expect(200);
    }

    static void assertRows(Answer job, int created, int changed, int unchanged, int rejected) {
        assertThat(job.json("/rows").toString())
                .as("%s", job)
                .contains("\"created\":" + created + ",")
                .contains("\"changed\":" + changed + ",")
                .contains("\"unchanged\":" + unchanged + ",")
                .contains("\"rejected\":" + rejected);
        assertThat(job.json("/rows/done").asInt())
                .isEqualTo(job.json("/rows/total").asInt());
    }
}
