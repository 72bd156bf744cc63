package io.niaga.service.http;

import io.niaga.types.Page;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Answers with one page of a list: items, cursor, and {@code Link: rel="next"} where there is a next page. */
public final class Pages {
    private Pages() {}

    public static <T> ResponseEntity<Page<T>> response(Page<T> page, PageRequest request) {
        if (page.nextCursor() == null) {
            return ResponseEntity.ok(page);
        }
        // A reference relative to the list itself: it stays right behind a gateway.
        String next = ServletUriComponentsBuilder.fromCurrentRequest()
                .scheme(null)
                .host(null)
                .port(null)
                .replaceQueryParam("limit", request.limit())
                .replaceQueryParam("after", page.nextCursor())
                .build()
                .toUriString();
        return ResponseEntity.ok()
                .header(HttpHeaders.LINK, "<" + next + ">; rel=\"next\"")
                .body(page);
    }
}
