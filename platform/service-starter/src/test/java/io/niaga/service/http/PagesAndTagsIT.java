package io.niaga.service.http;

import static io.niaga.service.sample.Sample.get;
import static io.niaga.service.sample.Sample.json;
import static io.niaga.service.sample.Sample.request;
import static io.niaga.service.sample.Sample.send;
import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.service.problem.ProblemShape;
import io.niaga.types.Revision;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagesAndTagsIT {
    private static final String NOTE = "/v1/notes/not_01kavf8g00e4ttm0nbdjqsmn0n";

    private static HttpResponse<String> patch(String... headers) {
        HttpRequest.Builder patch = request(NOTE)
                .header("Content-Type", "application/merge-patch+json")
                .method("PATCH", BodyPublishers.ofString("{}"));
        return send(headers.length == 0 ? patch : patch.headers(headers));
    }

    @Test
    void the_links_lead_through_the_whole_list() {
        List<Integer> seen = new ArrayList<>();
        String next = "/v1/notes?limit=20&colour=merah%20tua";
        int pages = 0;
        while (next != null) {
            HttpResponse<String> page = get(next);
            json(page).path("items").forEach(item -> seen.add(item.asInt()));
            String link = page.headers().firstValue("Link").orElse(null);
            assertThat(json(page).path("nextCursor").isNull()).isEqualTo(link == null);
            next = link == null ? null : link.substring(1, link.indexOf('>'));
            assertThat(link == null || link.contains("colour=merah%20tua")).isTrue();
            pages++;
        }
        assertThat(seen).isEqualTo(IntStream.range(0, 50).boxed().toList());
        assertThat(pages).isEqualTo(3);
    }

    @Test
    void a_tag_is_the_version_and_saves_the_body_of_what_is_known() {
        assertThat(get(NOTE).headers().firstValue("ETag")).hasValue("\"7\"");
        HttpResponse<String> known = get(NOTE, "If-None-Match", "\"7\"");
        assertThat(known.statusCode()).isEqualTo(304);
        assertThat(known.body()).isEmpty();
        assertThat(get(NOTE, "If-None-Match", "\"6\"").statusCode()).isEqualTo(200);
    }

    @Test
    void a_change_demands_the_version_it_was_made_for() {
        assertThat(patch().statusCode()).isEqualTo(428);
        assertThat(patch("If-Match", "*").statusCode()).isEqualTo(200);
        assertThat(patch("If-Match", "\"6\"").statusCode()).isEqualTo(412);
        assertThat(patch("If-Match", "\"7\"").statusCode()).isEqualTo(200);
    }

    @Test
    void the_tag_of_a_view_that_shows_more_stands_for_the_version_too() {
        Revision revision = new Revision(7, 0, true);
        String tag = Etags.of(revision, List.of("id", "IN_STOCK"));
        assertThat(tag).isEqualTo(Etags.of(revision, List.of("id", "IN_STOCK")));
        assertThat(tag).isNotEqualTo(Etags.of(revision, List.of("id", "OUT")));
        assertThat(patch("If-Match", tag).statusCode()).isEqualTo(200);
        assertThat(patch("If-Match", tag.replace("7-", "6-")).statusCode()).isEqualTo(412);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "7",
                "W/\"7\"",
                "\"x\"",
                "\"\"",
                "\"7\", \"8\"",
                "\"-7\"",
                "\"7-\"",
                "\"7-x\"",
                "\"99999999999999999999\""
            })
    void a_tag_we_never_gave_is_malformed(String tag) {
        HttpResponse<String> answer = patch("If-Match", tag);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(ProblemShape.of(answer).path("params").path("parameter").asString())
                .isEqualTo("If-Match");
    }
}
